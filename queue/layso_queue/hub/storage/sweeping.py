"""What comes by itself with time: holds expire, cancelled places return, persons are erased."""

from typing import Any

from sqlalchemy import Column, Connection, Table, and_, delete, or_, update

from layso_queue.hub.rules import KEEP_PERSON_DAYS
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.leasing import give_back
from layso_queue.hub.storage.rows import Place
from layso_queue.hub.storage.tables import bookings, holds, person_days, releases, sessions
from layso_queue.hub.times import DAY_MS, day_of


def bring_back(database: Database, now: int) -> int:
    """Give back the places of expired holds and of cancellations that are due; return how many.

    Any number of hubs may do it at once: a row is deleted by one of them only.
    """

    def work(connection: Connection) -> int:
        late = delete(holds).where(holds.c.expires_at <= now)
        due = delete(releases).where(releases.c.due_at <= now)
        gone = [*connection.execute(late.returning(*_of(holds)))]
        gone += connection.execute(due.returning(*_of(releases)))
        return give_back(connection, [Place(*row) for row in gone])

    return database.write(work)


def erase(database: Database, now: int) -> int:
    """Erase name, phone, address and person of old bookings; return of how many."""
    before = now - KEEP_PERSON_DAYS * DAY_MS

    def work(connection: Connection) -> int:
        old = and_(
            bookings.c.ends < before,
            or_(bookings.c.name.is_not(None), bookings.c.phone.is_not(None)),
        )
        done = connection.execute(
            update(bookings)
            .where(old)
            .values(name=None, phone=None, email=None, person=bookings.c.id)
        )
        connection.execute(delete(person_days).where(person_days.c.day < day_of(before)))
        connection.execute(delete(sessions).where(sessions.c.expires_at < now))
        return done.rowcount

    return database.write(work)


def _of(table: Table) -> tuple[Column[Any], ...]:
    return (table.c.center, table.c.service, table.c.kind, table.c.slot)
