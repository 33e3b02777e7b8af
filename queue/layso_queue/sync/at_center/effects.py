"""What a center does with each fact of the hub, and with a snapshot of all bookings to come."""

from dataclasses import replace

from layso_queue.line.states import BookingState
from layso_queue.sync.at_center.storage import CenterSide
from layso_queue.sync.at_center.telling import give_remote
from layso_queue.sync.bookings import Booking, settle
from layso_queue.sync.events import DOWN, Event, Kind
from layso_queue.sync.leases import Grant, answered
from layso_queue.sync.messages import Snapshot
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell
from layso_queue.sync.payloads import check
from layso_queue.sync.refusals import SyncRefusal, SyncRefused

STILL_TO_COME_MS = 86_400_000
"""As in the hub's snapshot: a slot this long ago still counts as to come."""


def take_effect(side: CenterSide, event: Event, at: Moment) -> SyncRefused | None:
    """Do what the hub's event says; refuse for good what this program cannot read."""
    refused = check(event, DOWN)
    if refused is not None:
        return refused
    if event.kind == Kind.QUOTA_ANSWERED:
        n, known = event.payload["n"], side.books.grant(event.entity)
        if known is None:  # the lease was lost with a restore; what was sold on it was not
            known = Grant(key=event.entity, asked=0, version=event.version, counted=n)
        side.books.keep_grant(answered(known, n, event.version, at.rules))
        return None
    told_booking = _told(side, event)
    if told_booking is None:
        return SyncRefused(SyncRefusal.BOOKING_UNKNOWN, {"booking": event.entity})
    _settle(side, told_booking, at)
    return None


def reconcile(side: CenterSide, snapshot: Snapshot, at: Moment) -> None:
    """Take over a snapshot, tell the hub what it lacks, and that this was all.

    What the hub lost comes before `echo.done` in the center's stream, as does all the center had
    not pushed before: when the hub has read that far, it may sell again.
    """
    there = {one.id for one in snapshot.bookings}
    for told in snapshot.bookings:
        settled = _settle(side, told, at)
        if settled != told and at.rules.center_echoes:
            _echo(side, settled, at)
    if at.rules.center_echoes:
        for mine in side.books.bookings_from(snapshot.now - STILL_TO_COME_MS):
            if mine.id not in there:
                _echo(side, mine, at)
    payload = {"hub": snapshot.head.incarnation}
    tell(side.outbox, at.event(Kind.ECHO_DONE, "hub", 1, payload), at.now)


def _told(side: CenterSide, event: Event) -> Booking | None:
    what = event.payload
    if event.kind in (Kind.BOOKING_BOOKED, Kind.REMOTE_REQUESTED):
        return Booking(
            id=event.entity,
            code=what["code"],
            service=what["service"],
            slot=what["slot"],
            version=event.version,
            remote=what["remote"],
            priority=what["priority"],
            language=what["language"],
            name=what["name"],
            card=what["card"],
        )
    known = side.books.booking(event.entity)
    if known is None:
        return None
    bare = replace(known, version=event.version, ticket="", number="")
    if event.kind == Kind.BOOKING_CANCELLED:
        return replace(bare, state=BookingState.CANCELLED)
    moved = replace(bare, state=BookingState.BOOKED)
    return replace(moved, service=what["service"], slot=what["slot"])


def _settle(side: CenterSide, told: Booking, at: Moment) -> Booking:
    before = side.books.booking(told.id)
    after = settle(before, told, at.rules)
    if after.remote and after.state is BookingState.BOOKED:
        given = side.books.give_number(after)
        if given is not None:
            return give_remote(side, after, given, at)
    if after != before:
        side.books.keep_booking(after)
    return after


def _echo(side: CenterSide, booking: Booking, at: Moment) -> None:
    payload = {
        "code": booking.code,
        "service": booking.service,
        "slot": booking.slot,
        "remote": booking.remote,
        "priority": booking.priority,
        "language": booking.language,
        "name": booking.name,
        "card": booking.card,
        "state": booking.state.value,
        "ticket": booking.ticket,
        "number": booking.number,
    }
    event = at.event(Kind.BOOKING_ECHOED, booking.id, booking.version, payload)
    tell(side.outbox, event, at.now)
