"""Whose time a center closes is told so, once; and once more when it is open again after all."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from layso_queue.hub.storage.booking import booked
from layso_queue.hub.storage.noticing import Tell, take_back
from layso_queue.hub.storage.tables import bookings, closures_told
from layso_queue.hub.storage.upsert import inserting
from layso_queue.sync.at_hub.storage import Closure


def tell_of_closure(
    connection: Connection, center: str, closure: Closure, now: int, tell: Tell
) -> None:
    """Have everybody told whose appointment falls into a closure.

    Once for each appointment and time, however many closures take it; the booking stays.
    """
    for row in _hit(connection, center, closure, now):
        before = _told(connection, row.id, row.version)
        values = {"center": center, "closure": closure.id, "booking": row.id}
        once = inserting(connection, closures_told).values(**values, version=row.version)
        changed = {"version": once.excluded.version}
        keys = list(values)
        connection.execute(once.on_conflict_do_update(index_elements=keys, set_=changed))
        if not before:
            reason = closure.reason_en if row.language == "en" else ""
            tell(connection, booked(row), "closed", reason or closure.reason)


def tell_of_opening(
    connection: Connection, center: str, closure: Closure, now: int, tell: Tell
) -> None:
    """Have those told who heard of a closure that was lifted, unless another still stands.

    Who has not heard of it yet will never: neither the one nor the other.
    """
    gone = (closures_told.c.center == center, closures_told.c.closure == closure.id)
    told = connection.execute(select(closures_told).where(*gone)).all()
    connection.execute(delete(closures_told).where(*gone))
    for one in told:
        row = connection.execute(select(bookings).where(bookings.c.id == one.booking)).first()
        if row is None or row.state != "booked" or row.version != one.version or row.slot < now:
            continue
        if not _told(connection, row.id, row.version):
            tell(connection, booked(row), "reopened", "")
            take_back(connection, row.id, row.version, "closed", "reopened")


def _hit(connection: Connection, center: str, closure: Closure, now: int) -> Sequence[Row[Any]]:
    query = select(bookings).where(
        bookings.c.center == center,
        bookings.c.state == "booked",
        bookings.c.remote.is_(False),
        bookings.c.slot >= max(closure.from_, now),
        bookings.c.slot < closure.to,
    )
    if closure.service:
        query = query.where(bookings.c.service == closure.service)
    return connection.execute(query).all()


def _told(connection: Connection, booking: str, version: int) -> bool:
    """Say whether the person heard of a closure that still stands."""
    these = (closures_told.c.booking == booking, closures_told.c.version == version)
    return connection.execute(select(closures_told.c.closure).where(*these)).first() is not None
