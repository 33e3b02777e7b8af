"""Days long over become sums, and their tickets and bookings are dropped: a few rows at a time."""

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, select

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.days import SUMS
from layso_queue.hub.storage.tables import bookings, centers, tickets
from layso_queue.hub.storage.upsert import inserting
from layso_queue.hub.times import DAY_MS, day_of
from layso_queue.sync.storage import KEEP_DAYS

KEEP_ROWS_DAYS = KEEP_DAYS
"""Days after which a ticket or booking that nothing has happened to is summed: as long as the
exchange keeps what told of it. Until then a center or a hub that comes back from a copy may tell
of it once more; after that nobody can."""

AT_ONCE = 500
"""Rows that one transaction sums and drops: some ten milliseconds, in which its center waits."""

MOST_AT_ONCE = 100
"""Transactions of one sweep, so that a hub told to stop does so; the next goes on."""


def sum_up(database: Database, now: int, most: int = MOST_AT_ONCE) -> int:
    """Sum and drop what is old and settled, by at most `most` transactions; return how many rows.

    Any number of hubs may do it at once: each part is done under its center's lock.
    """
    left, done = most, 0
    for table in (tickets, bookings):
        query = select(table.c.day, table.c.center).where(*_old(table, now)).distinct()
        for day, center in sorted(map(tuple, database.read(lambda c, q=query: c.execute(q).all()))):  # type: ignore[misc]
            more = AT_ONCE
            while more == AT_ONCE and left > 0:

                def some(c: Connection, of: Table = table, at: str = center, on: str = day) -> int:
                    return _sum_some(c, of, at, on, now)

                more = database.write(some, promise=False)
                left, done = left - 1, done + more
    return done


def _old(table: Table, now: int) -> tuple[ColumnElement[bool], ...]:
    # By the hub's own clock too: a center whose clock is wrong by years serves people in "2020".
    before = now - KEEP_ROWS_DAYS * DAY_MS
    return table.c.day < day_of(before), table.c.changed_at < before


def _sum_some(connection: Connection, table: Table, center: str, day: str, now: int) -> int:
    lock = select(centers.c.code).where(centers.c.code == center).with_for_update()
    connection.execute(lock)
    if not _has_gone_on(connection, center, day, now):
        return 0
    these = (table.c.day == day, table.c.center == center, *_old(table, now))
    ids = list(connection.execute(select(table.c.id).where(*these).limit(AT_ONCE)).scalars())
    if not ids:
        return 0
    chosen = table.c.id.in_(ids)
    for one in SUMS:
        if one.of is not table:
            continue
        names = [column.name for column in one.kept.c]
        more = inserting(connection, one.kept).from_select(names, one.of_rows(chosen))
        counted = {"n": one.kept.c.n + more.excluded.n}
        keys = [column.name for column in one.kept.primary_key]
        connection.execute(more.on_conflict_do_update(index_elements=keys, set_=counted))
    connection.execute(delete(table).where(chosen))
    return len(ids)


def _has_gone_on(connection: Connection, center: str, day: str, now: int) -> bool:
    """Say whether the center has told of a later day: it tells in order, so all of this one.

    A center that was cut off on that day may still come back with what became of its tickets. A
    later day that has not come is a wrong clock's, and shows nothing.
    """
    later = (tickets.c.day > day, tickets.c.day <= day_of(now))
    query = select(exists().where(tickets.c.center == center, *later))
    return bool(connection.execute(query).scalar())
