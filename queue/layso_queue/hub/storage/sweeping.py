"""What comes by itself with time: holds expire, cancelled places return, persons are erased."""

from typing import Any

from sqlalchemy import Connection, and_, delete, or_, select, union, update

from layso_queue.hub.rules import KEEP_PERSON_DAYS
from layso_queue.hub.storage import holding
from layso_queue.hub.storage.askings import forget
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.feedback import forget_words
from layso_queue.hub.storage.following import forget_followers_before
from layso_queue.hub.storage.nameless import take_names_out
from layso_queue.hub.storage.sides import Sides
from layso_queue.hub.storage.tables import answers, bookings, freed, holds, person_days, sessions
from layso_queue.hub.times import DAY_MS, day_of
from layso_queue.sync.at_hub.places import give_up


def bring_back(database: Database, sides: Sides, now: int) -> int:
    """Give back expired holds, and cancelled places that are due and known to their center.

    Returns how many holds were given back. Any number of hubs may do it at once: each center's
    part is done under that center's lock.
    """
    late = select(holds.c.center).where(holds.c.expires_at <= now)
    due = select(freed.c.center).where(freed.c.known, freed.c.due_at <= now)
    centers = database.read(lambda c: sorted(c.execute(union(late, due)).scalars()))

    def work_at(center: str, connection: Connection) -> int:
        side, at = sides.open(connection, center)
        for place in side.books.freed_and_due():
            side.books.drop_freed(place)
            give_up(side, place, at)
        return holding.let_go_expired(connection, side, center, at)

    return sum(database.write(lambda c, code=center: work_at(code, c)) for center in centers)  # type: ignore[misc]


def erase(database: Database, now: int) -> int:
    """Erase name, phone, address, card and person of old bookings; return of how many.

    What travels to and from centers loses its names too (see nameless.py).

    What portals were answered so long ago is forgotten with them: an answer holds a booking's code.
    """
    before = now - KEEP_PERSON_DAYS * DAY_MS

    def work(connection: Connection) -> int:
        old = and_(
            bookings.c.slot < before,
            or_(bookings.c.name.is_not(None), bookings.c.phone.is_not(None)),
        )
        nobody: dict[str, Any] = {"name": None, "phone": None, "email": None, "card": ""}
        nobody["person"] = bookings.c.id
        done = connection.execute(update(bookings).where(old).values(nobody))
        connection.execute(delete(person_days).where(person_days.c.day < day_of(before)))
        forget(connection, now)
        forget_followers_before(connection, day_of(now))
        forget_words(connection, now)
        connection.execute(delete(sessions).where(sessions.c.expires_at < now))
        connection.execute(delete(answers).where(answers.c.at < before))
        return done.rowcount

    done = database.write(work)
    take_names_out(database, before)
    return done
