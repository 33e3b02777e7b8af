"""Sell the web's places: hold, then book; give up; move. Each in one transaction of the center."""

from dataclasses import replace

from layso_queue.line.states import BookingState
from layso_queue.sync.at_hub.places import give_up, move_place
from layso_queue.sync.at_hub.storage import FreedPlace, HubSide
from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Kind
from layso_queue.sync.leases import Lease, lease_key
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell
from layso_queue.sync.refusals import SyncRefusal, SyncRefused


def hold(side: HubSide, service: str, slot: int, remote: bool, at: Moment) -> SyncRefused | None:
    """Take a place before its person has said who she is; `book` or `release` follows.

    Refuses with FROZEN, SERVICE_CLOSED or NO_PLACE_LEFT.
    """
    if at.rules.hub_freezes and side.frozen():
        return SyncRefused(SyncRefusal.FROZEN)
    for one in side.books.closures():
        hit = not one.lifted and one.service in ("", service)
        if hit and one.from_ <= (at.now if remote else slot) < one.to:
            return SyncRefused(SyncRefusal.SERVICE_CLOSED, {"service": service})
    key = lease_key(service, slot, remote)
    lease = side.books.lease(key) or Lease(key=key)
    if not lease.may_sell(at.rules):
        return SyncRefused(SyncRefusal.NO_PLACE_LEFT)
    side.books.keep_lease(replace(lease, sold=lease.sold + 1))
    return None


def release(side: HubSide, service: str, slot: int, remote: bool, at: Moment) -> None:
    """Give a held place back: nobody was told of it, so it is free at once."""
    give_up(side, FreedPlace("", lease_key(service, slot, remote), 0), at)


def book(side: HubSide, booking: Booking, at: Moment) -> None:
    """Turn a held place into this booking, and tell the center; `booking.version` is 1."""
    side.books.keep_booking(booking)
    kind = Kind.REMOTE_REQUESTED if booking.remote else Kind.BOOKING_BOOKED
    payload = {
        "code": booking.code,
        "service": booking.service,
        "slot": booking.slot,
        "remote": booking.remote,
        "priority": booking.priority,
        "language": booking.language,
        "name": booking.name,
        "card": booking.card,
    }
    tell(side.outbox, at.event(kind, booking.id, booking.version, payload), at.now)


def cancel(side: HubSide, id: str, at: Moment) -> Booking | SyncRefused:
    """Give a booking up; its place is for sale again once the center knows.

    Allowed while sales are frozen: it takes nothing. Refuses with BOOKING_UNKNOWN, BOOKING_SPENT.
    """
    known = _open(side, id)
    if isinstance(known, SyncRefused):
        return known
    after = replace(known, state=BookingState.CANCELLED, version=known.version + 1)
    event = at.event(Kind.BOOKING_CANCELLED, id, after.version, {})
    entry = tell(side.outbox, event, at.now)
    side.books.keep_booking(after)
    move_place(side, known, after, at, entry.seq)
    return after


def reschedule(
    side: HubSide, id: str, service: str, slot: int, at: Moment
) -> Booking | SyncRefused:
    """Move a booking to another slot; it never stands without a place.

    Refuses as `hold` and `cancel` do. Its person needs a new token: the old one names the old slot.
    """
    known = _open(side, id)
    if isinstance(known, SyncRefused):
        return known
    if at.rules.hub_freezes and side.frozen():
        return SyncRefused(SyncRefusal.FROZEN)  # she may stand elsewhere than this hub remembers
    if (known.service, known.slot) == (service, slot):
        return known
    refused = hold(side, service, slot, known.remote, at)
    if refused is not None:
        return refused
    after = replace(known, service=service, slot=slot, version=known.version + 1)
    payload = {"service": service, "slot": slot}
    event = at.event(Kind.BOOKING_RESCHEDULED, id, after.version, payload)
    entry = tell(side.outbox, event, at.now)
    side.books.keep_booking(after)
    place = FreedPlace(id, lease_key(known.service, known.slot, known.remote), entry.seq)
    if at.rules.resell_after_ack:
        side.books.keep_freed(place)
    else:
        give_up(side, place, at)
    return after


def _open(side: HubSide, id: str) -> Booking | SyncRefused:
    known = side.books.booking(id)
    if known is None:
        return SyncRefused(SyncRefusal.BOOKING_UNKNOWN)
    if known.state is not BookingState.BOOKED:
        return SyncRefused(SyncRefusal.BOOKING_SPENT, {"state": known.state.value})
    return known
