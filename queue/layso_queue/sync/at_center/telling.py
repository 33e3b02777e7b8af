"""Facts of the center about bookings and places, told in the transaction that makes them."""

from dataclasses import replace

from layso_queue.line.states import BookingState
from layso_queue.sync.at_center.storage import CenterSide, Mode
from layso_queue.sync.bookings import Booking, settle
from layso_queue.sync.events import Kind
from layso_queue.sync.leases import Grant, grant, lease_key, lease_place
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell
from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.rules import ALL, Rules


def set_quota(
    side: CenterSide, service: str, slot: int, remote: bool, n: int, at: Moment
) -> Grant | SyncRefused:
    """Lease `n` places of a slot to the web, or ask to have some back.

    Refuses with FROZEN while the hub has not returned what a restore lost: the center does not
    know then what it has leased.
    """
    if not may_use_places(side, at):
        return SyncRefused(SyncRefusal.FROZEN)
    key = lease_key(service, slot, remote)
    leased = grant(side.books.grant(key), key, n, at.rules)
    side.books.keep_grant(leased)
    payload = {"service": service, "slot": slot, "remote": remote, "n": n}
    tell(side.outbox, at.event(Kind.QUOTA_SET, key, leased.version, payload), at.now)
    return leased


def withdraw_leases(side: CenterSide, since: int, at: Moment) -> None:
    """Ask every place of a slot since then (ms) back: what was leased is leased anew, by what is
    known of the hall now."""
    for one in side.books.grants_from(since):
        if one.asked:
            set_quota(side, *lease_place(one.key), 0, at)


def may_use_places(side: CenterSide, at: Moment) -> bool:
    """Return whether the center may book its own places and lease others: it knows its leases."""
    return side.state.mode is not Mode.RETURNING or not at.rules.center_freezes


def places_of_web(side: CenterSide, service: str, slot: int, remote: bool = False) -> int:
    """Return how many places of a slot the center must treat as sold on the web."""
    leased = side.books.grant(lease_key(service, slot, remote))
    return leased.counted if leased else 0


def may_check_in(
    known: Booking | None, shown: Booking, rules: Rules = ALL
) -> Booking | SyncRefused:
    """Return the booking that may now have its number, or why not.

    `known` is what the center has of it; `shown` what its token says, or `known` for a code that
    was typed. A token whose booking never came here is taken at its word: it is the third copy.
    Refuses with TOKEN_USED, BOOKING_SPENT, BOOKING_MOVED (an old token) or BOOKING_UNKNOWN.
    """
    if known is None:
        return shown if rules.token_is_third_copy else SyncRefused(SyncRefusal.BOOKING_UNKNOWN)
    if known.state is BookingState.CHECKED_IN:
        used = SyncRefused(SyncRefusal.TOKEN_USED, {"number": known.number})
        return used if rules.token_once else known
    standing = settle(known, shown, rules)
    if standing.state is not BookingState.BOOKED:
        return SyncRefused(SyncRefusal.BOOKING_SPENT, {"state": standing.state.value})
    if (standing.service, standing.slot) != (shown.service, shown.slot):
        return SyncRefused(SyncRefusal.BOOKING_MOVED, {"slot": standing.slot})
    return standing


def check_in(side: CenterSide, standing: Booking, ticket: str, number: str, at: Moment) -> Booking:
    """Note that the person of a booking that `may_check_in` came and has this ticket; tell it."""
    after = replace(standing, state=BookingState.CHECKED_IN, ticket=ticket, number=number)
    side.books.keep_booking(after)
    tell_booking(side, Kind.BOOKING_CHECKED_IN, after, at)
    return after


def give_remote(
    side: CenterSide, booking: Booking, given: tuple[str, str] | SyncRefused, at: Moment
) -> Booking:
    """Note and tell the (ticket id, number) of a remote booking, or why it gets none."""
    if isinstance(given, SyncRefused):
        after = replace(booking, state=BookingState.CANCELLED)
        payload = {"why": given.why.value}
        event = at.event(Kind.REMOTE_REFUSED, booking.id, booking.version, payload)
        tell(side.outbox, event, at.now)
    else:
        came = BookingState.CHECKED_IN
        after = replace(booking, state=came, ticket=given[0], number=given[1])
        tell_booking(side, Kind.REMOTE_GIVEN, after, at)
    side.books.keep_booking(after)
    return after


def miss(side: CenterSide, booking: Booking, at: Moment) -> None:
    """Note that nobody came for a booking that still stands, and tell the hub."""
    after = replace(booking, state=BookingState.MISSED)
    side.books.keep_booking(after)
    tell_booking(side, Kind.BOOKING_MISSED, after, at)


def tell_booking(side: CenterSide, kind: Kind, booking: Booking, at: Moment) -> None:
    """Tell what became of a booking, with all that a hub needs which never heard of it.

    So has the center, should a restore take the booking from it: the hub gives back what was told.
    """
    payload = {
        "code": booking.code,
        "priority": booking.priority,
        "language": booking.language,
        "service": booking.service,
        "slot": booking.slot,
        "remote": booking.remote,
        "ticket": booking.ticket,
        "number": booking.number,
    }
    tell(side.outbox, at.event(kind, booking.id, booking.version, payload), at.now)
