"""What has had its use is dropped, table by table; docs/hub.md says of each what bounds it."""

from sqlalchemy import Connection, Table, delete, exists, select

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.side.books import place_of
from layso_queue.hub.storage.tables import (
    aside,
    booking_days,
    bookings,
    centers,
    closures,
    closures_told,
    entries,
    feedback,
    freed,
    holds,
    leases,
    notices,
    seen,
    services,
    ticket_days,
    tickets,
    wait_days,
)
from layso_queue.hub.times import DAY_MS, day_of
from layso_queue.sync.storage import KEEP_DAYS

KEEP_SUMS_DAYS = 1827
"""Five years of sums, as long as a province plans ahead: some 50 rows a center and day, measured
6 kB; of 95 centers 0.7 GB at the most."""

AT_ONCE = 2000
"""Rows that one statement drops where a first sweep may find many."""


def forget_old(database: Database, now: int) -> int:
    """Drop all that has had its use; return how many rows. Small transactions, a center each."""
    codes = database.read(lambda c: list(c.execute(select(centers.c.code)).scalars()))
    before = now - KEEP_DAYS * DAY_MS
    done = database.write(lambda c: _of_nobody(c, now), promise=False)
    for code in sorted(codes):

        def work(connection: Connection, center: str = code) -> int:
            lock = select(centers.c.code).where(centers.c.code == center).with_for_update()
            connection.execute(lock)
            gone = _of_exchange(connection, center, before) + _of_places(connection, center, before)
            return gone + _of_closures(connection, center, before)

        done += database.write(work, promise=False)
    return done


def _of_nobody(connection: Connection, now: int) -> int:
    before, day = now - KEEP_DAYS * DAY_MS, day_of(now - KEEP_SUMS_DAYS * DAY_MS)
    # Told, not true any more, given up, or tried so often that it will be: moot after a month.
    told = select(notices.c.id).where(
        notices.c.state.in_(("waiting", "sent", "moot", "failed")), notices.c.due_at < before
    )
    some = told.limit(AT_ONCE).with_for_update(skip_locked=True)  # another hub has the others
    gone = connection.execute(delete(notices).where(notices.c.id.in_(some))).rowcount
    for table in (ticket_days, wait_days, booking_days, feedback):
        gone += connection.execute(delete(table).where(table.c.day < day)).rowcount
    return gone


def _of_exchange(connection: Connection, center: str, before: int) -> int:
    """Ids that were seen, unless an entry is kept that may come once more; what was set aside."""
    first = select(entries.c.added_at).where(entries.c.center == center, entries.c.way == "in")
    oldest = connection.execute(first.order_by(entries.c.seq).limit(1)).scalar_one_or_none()
    until = before if oldest is None else min(before, int(oldest))
    old = select(seen.c.id).where(seen.c.center == center, seen.c.at < until).limit(AT_ONCE)
    gone = delete(seen).where(seen.c.center == center, seen.c.id.in_(old))
    return connection.execute(gone).rowcount + _drop(connection, aside, center, aside.c.at < before)


def _of_places(connection: Connection, center: str, before: int) -> int:
    """Leases of slots long over, and places of them that were given up; services left behind."""
    query = select(freed.c.after, freed.c.key).where(
        freed.c.center == center, freed.c.due_at < before
    )
    over = [row.after for row in connection.execute(query) if place_of(row.key)[1] < before]
    gone = _drop(connection, freed, center, freed.c.after.in_(over)) if over else 0
    held = exists().where(
        holds.c.center == leases.c.center,
        holds.c.service == leases.c.service,
        holds.c.remote == leases.c.remote,
        holds.c.slot == leases.c.slot,
    )
    gone += _drop(connection, leases, center, leases.c.slot < before, ~held)
    named = [
        exists().where(table.c.center == services.c.center, table.c.service == services.c.code)
        for table in (leases, bookings, tickets, feedback)
    ]
    return gone + _drop(
        connection, services, center, services.c.offered.is_(False), *(~one for one in named)
    )


def _of_closures(connection: Connection, center: str, before: int) -> int:
    """Closures long over, and who was told of them."""
    gone = _drop(connection, closures, center, closures.c.ends < before)
    stands = exists().where(
        closures.c.center == closures_told.c.center, closures.c.id == closures_told.c.closure
    )
    return gone + _drop(connection, closures_told, center, ~stands)


def _drop(connection: Connection, table: Table, center: str, *these: object) -> int:
    return connection.execute(delete(table).where(table.c.center == center, *these)).rowcount  # type: ignore[arg-type]
