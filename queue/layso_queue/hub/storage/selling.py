"""Between the hub's own words for a sale and those of the exchange."""

from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage.rows import Booked, Hold, Person, Place
from layso_queue.hub.storage.side import Side
from layso_queue.hub.times import day_of
from layso_queue.sync import Booking, SyncRefusal, SyncRefused
from layso_queue.sync.leases import lease_key

_AS = {
    SyncRefusal.FROZEN: Refusal.SALES_FROZEN,
    SyncRefusal.SERVICE_CLOSED: Refusal.SERVICE_CLOSED,
    SyncRefusal.NO_PLACE_LEFT: Refusal.SLOT_FULL,
    SyncRefusal.BOOKING_UNKNOWN: Refusal.NOT_FOUND,
}


def refused_as(refused: SyncRefused) -> Refused:
    """Return what the exchange refused in the hub's words."""
    if refused.why is SyncRefusal.BOOKING_SPENT:
        cancelled = refused.about.get("state") == "cancelled"
        return Refused(Refusal.CANCELLED_ALREADY if cancelled else Refusal.USED_ALREADY)
    return Refused(_AS[refused.why])


def refused_place(side: Side, place: Place, refused: SyncRefused) -> Refused:
    """Return why a place is not sold: a time that was never leased is not one that is full."""
    if refused.why is SyncRefusal.NO_PLACE_LEFT:
        key = lease_key(place.service, place.slot, place.remote)
        if side.books.lease(key) is None:
            return Refused(Refusal.SLOT_UNKNOWN)
    return refused_as(refused)


def made(id: str, code: str, hold: Hold, person: Person, channel: str, now: int) -> Booked:
    """Return the booking that a hold becomes."""
    place = hold.place
    return Booked(
        id=id,
        code=code,
        hold=hold.id,
        version=1,
        center=place.center,
        service=place.service,
        remote=place.remote,
        slot=place.slot,
        day=day_of(place.slot),
        state="booked",
        person=person.key,
        name=person.name,
        phone=person.phone,
        email=person.email,
        language=person.language,
        channel=channel,
        made_at=now,
        changed_at=now,
        number=None,
        priority="none",
        card=person.card,
        ticket=None,
    )


def spoken(booking: Booked) -> Booking:
    """Return a new booking as the center hears of it: no phone, no address; of an ID
    card its keyed hash."""
    return Booking(
        id=booking.id,
        code=booking.code,
        service=booking.service,
        slot=booking.slot,
        remote=booking.remote,
        language=booking.language,
        name=booking.name or "",
        card=booking.card,
    )
