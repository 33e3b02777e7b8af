"""Count the places of a lease: one is taken once, and free only when the center knows of it."""

from dataclasses import replace

from layso_queue.line.states import BookingState
from layso_queue.sync.at_hub.storage import FreedPlace, HubSide
from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Event, Kind
from layso_queue.sync.leases import Lease, lease_key
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell, tell_all


def place_of(booking: Booking | None) -> str:
    """Return the key of the lease whose place the booking holds; empty if it holds none."""
    if booking is None or booking.state is BookingState.CANCELLED:
        return ""
    return lease_key(booking.service, booking.slot, booking.remote)


def move_place(
    side: HubSide, before: Booking | None, after: Booking, at: Moment, known_at: int | None
) -> None:
    """Count the places anew where a booking came, moved or went.

    `known_at` is the entry that tells the center of it; None where the center itself told us.
    """
    old, new = place_of(before), place_of(after)
    if old == new:
        return
    if new:
        _take(side, after.id, new, at)
    if old:
        freed = FreedPlace(after.id, old, known_at or 0)
        if known_at is None or not at.rules.resell_after_ack:
            give_up(side, freed, at)
        else:
            side.books.keep_freed(freed)


def give_up(side: HubSide, place: FreedPlace, at: Moment) -> None:
    """Let a place be sold again, or go back to a center that has asked for it."""
    lease = side.books.lease(place.key) or Lease(key=place.key)
    left = replace(lease, sold=max(0, lease.sold - 1))
    side.books.keep_lease(left)
    if left.kept(at.rules) < lease.kept(at.rules):
        answer(side, left, at)


def free_known(side: HubSide, up_to: int, at: Moment) -> None:
    """Free every place whose giving up the center knows, now that it has entry `up_to`."""
    for place in side.books.freed(up_to):
        side.books.drop_freed(place)
        give_up(side, place, at)


def answer(side: HubSide, lease: Lease, at: Moment) -> None:
    """Tell the center how many places of a lease it must count as sold.

    Not while frozen: a hub that lost sales would name too few. `answer_all` follows the thaw.
    """
    if not side.frozen():
        tell(side.outbox, _answer(lease, at), at.now)


def answer_all(side: HubSide, at: Moment) -> None:
    """Answer every lease anew, after a thaw or a snapshot."""
    tell_all(side.outbox, [_answer(one, at) for one in side.books.leases()], at.now)


def _answer(lease: Lease, at: Moment) -> Event:
    payload = {"n": lease.kept(at.rules)}
    return at.event(Kind.QUOTA_ANSWERED, lease.key, lease.version, payload)


def _take(side: HubSide, booking: str, key: str, at: Moment) -> None:
    books = side.books
    for place in books.freed(2**53):
        if place.booking == booking and place.key == key:
            books.drop_freed(place)  # given up and not yet sold again: it is still counted
            return
    lease = books.lease(key) or Lease(key=key)
    more = replace(lease, sold=lease.sold + 1)
    books.keep_lease(more)
    if more.kept(at.rules) > lease.kept(at.rules):
        answer(side, more, at)  # a booking that a restore lost: the center must count it too
