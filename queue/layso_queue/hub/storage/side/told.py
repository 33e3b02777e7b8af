"""What a center tells, written into the hub's own tables."""

from dataclasses import asdict
from typing import Any

import orjson
from sqlalchemy import Connection, Row, insert, select, update

from layso_queue.hub.storage.booking import find, uncount_person
from layso_queue.hub.storage.catalogue import catalogue_of, procedures_of
from layso_queue.hub.storage.centers import offer, offer_procedures, rename
from layso_queue.hub.storage.live import stand
from layso_queue.hub.storage.noticing import Tell
from layso_queue.hub.storage.tables import bookings, standings
from layso_queue.hub.times import day_of
from layso_queue.line.states import BookingState
from layso_queue.sync import Booking, Event, SyncRefusal, SyncRefused
from layso_queue.sync.events import CATALOGUE
from layso_queue.sync.shapes import reader
from layso_queue.sync.status import Status

BY_CENTER = "center"
"""The channel of a booking that the hub knows only from a center."""


def sync_booking(row: Row[Any]) -> Booking:
    """Return a kept booking as both sides speak of it."""
    return Booking(
        id=row.id,
        code=row.code,
        service=row.service,
        slot=row.slot,
        version=row.version,
        state=BookingState(row.state),
        remote=row.remote,
        priority=row.priority,
        language=row.language,
        name=row.name or "",
        card=row.card,
        ticket=row.ticket or "",
        number=row.number or "",
    )


def keep_booking(
    connection: Connection, center: str, booking: Booking, now: int, tell: Tell
) -> None:
    """Write a booking that the exchange settled: a known one, or one known only to the center."""
    state = booking.state.value
    values = {
        "version": booking.version,
        "service": booking.service,
        "slot": booking.slot,
        "day": day_of(booking.slot),
        "remote": booking.remote,
        "state": state,
        "changed_at": now,
        "number": booking.number or None,
        "ticket": booking.ticket or None,
    }
    query = select(bookings)
    known = connection.execute(query.where(bookings.c.id == booking.id)).first()
    if known is not None and known.center != center:
        return  # one center cannot speak of another's booking
    if known is not None:
        connection.execute(update(bookings).where(bookings.c.id == booking.id).values(values))
        if known.state == "booked" and state == "cancelled":
            uncount_person(connection, known.person, known.day)
        if booking.remote and known.number is None and booking.number:
            after = find(connection, id=booking.id)
            if after is not None:
                tell(connection, after, "number", "")
        return
    values |= {
        "id": booking.id,
        "code": _code(connection, booking),
        "hold": booking.id,
        "center": center,
        "person": booking.id,
        "name": booking.name or None,
        "language": booking.language,
        "channel": BY_CENTER,
        "made_at": now,
        "priority": booking.priority,
        "card": booking.card,
    }
    connection.execute(insert(bookings).values(values))


def _code(connection: Connection, booking: Booking) -> str:
    """Return the booking's code; its id where the code did not come with it, or is not its own."""
    taken = select(bookings.c.id).where(bookings.c.code == booking.code)
    known = not booking.code or connection.execute(taken).first() is not None
    return booking.id if known else booking.code


def status(connection: Connection, center: str) -> Status | None:
    """Return how a center last said it stands."""
    query = select(standings.c.document).where(standings.c.center == center)
    text = connection.execute(query).scalar_one_or_none()
    if text is None:
        return None
    kept: Status = reader(Status)(orjson.loads(text))
    return kept


def keep_status(connection: Connection, center: str, status: Status, now: int) -> None:
    """Keep how a center stands; the hub's own clock says when it was heard."""
    stand(connection, center, status.n, now, asdict(status))


def take_catalogue(connection: Connection, center: str, event: Event) -> SyncRefused | None:
    """Take in what a center offers; a catalogue that cannot be read is refused for good."""
    document = event.payload["document"]
    about: dict[str, str | int] = {"kind": event.kind, "field": "document"}
    if event.entity != CATALOGUE:
        procedures = procedures_of(document)
        if procedures is None:
            return SyncRefused(SyncRefusal.BAD_PAYLOAD, about)
        offer_procedures(connection, center, *procedures)
        return None
    found = catalogue_of(center, document)
    if found is None:
        return SyncRefused(SyncRefusal.BAD_PAYLOAD, about)
    if found.name is not None:
        rename(connection, center, *found.name)
    offer(connection, center, found.services)
    return None
