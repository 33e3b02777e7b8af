"""What the hub does with each fact of a center."""

from collections.abc import Callable
from dataclasses import replace

from layso_queue.line.states import BookingState
from layso_queue.sync.at_hub.places import answer, answer_all, move_place
from layso_queue.sync.at_hub.storage import Closure, HubSide
from layso_queue.sync.bookings import Booking, settle
from layso_queue.sync.events import UP, Event, Kind
from layso_queue.sync.leases import lease_key, told
from layso_queue.sync.moment import Moment
from layso_queue.sync.payloads import check
from layso_queue.sync.refusals import SyncRefused

Handler = Callable[[HubSide, Event, Moment], SyncRefused | None]


def take_effect(side: HubSide, event: Event, at: Moment) -> SyncRefused | None:
    """Do what the event says; refuse for good what this program cannot read."""
    refused = check(event, UP)
    if refused is not None:
        return refused
    return HANDLERS.get(event.kind, _other)(side, event, at)


def _checked_in(side: HubSide, event: Event, at: Moment) -> None:
    """A person stands in the hall. A booking never heard of is one that a restore lost."""
    _settle(side, _told(event, BookingState.CHECKED_IN), at)


def _missed(side: HubSide, event: Event, at: Moment) -> None:
    _settle(side, _told(event, BookingState.MISSED), at)


def _echoed(side: HubSide, event: Event, at: Moment) -> None:
    """The center still has what a restore of the hub lost."""
    _settle(side, _told(event, BookingState(event.payload["state"])), at)


def _remote_refused(side: HubSide, event: Event, at: Moment) -> SyncRefused | None:
    known = side.books.booking(event.entity)
    if known is not None:
        _settle(side, replace(known, state=BookingState.CANCELLED), at)
    return side.books.other(event)


def _echo_done(side: HubSide, event: Event, at: Moment) -> None:
    """The center has taken a snapshot over: of this life, so all that was lost is here now.

    A snapshot holds bookings only. Answers to leases that stood in the stream before it never came
    to that center, whether the hub was restored or the center: they are given anew.
    """
    if event.payload["hub"] != side.incarnation:
        return
    frozen = side.frozen()
    if frozen:
        side.thaw()
    if frozen or at.rules.snapshot_then_answers:
        answer_all(side, at)


def _quota_set(side: HubSide, event: Event, at: Moment) -> None:
    what = event.payload
    key = lease_key(what["service"], what["slot"], what["remote"])
    before = side.books.lease(key)
    lease = told(before, key, what["n"], event.version)
    if lease is not before:
        side.books.keep_lease(lease)
        answer(side, lease, at)


def _closure_set(side: HubSide, event: Event, at: Moment) -> None:
    what = event.payload
    closure = Closure(
        id=event.entity,
        service=what["service"],
        from_=what["from"],
        to=what["to"],
        reason=what["reason"],
        reason_en=what.get("reason_en", ""),
    )
    side.books.keep_closure(closure)
    if not at.rules.closures_keep_bookings:
        for one in side.books.bookings_from(closure.from_):
            booked = one.state is BookingState.BOOKED and one.slot < closure.to
            if booked and closure.service in ("", one.service):
                _settle(side, replace(one, state=BookingState.CANCELLED), at)


def _closure_lifted(side: HubSide, event: Event, _: Moment) -> None:
    for one in side.books.closures():
        if one.id == event.entity:
            side.books.keep_closure(replace(one, lifted=True))


def _other(side: HubSide, event: Event, _: Moment) -> SyncRefused | None:
    return side.books.other(event)


def _told(event: Event, state: BookingState) -> Booking:
    what = event.payload
    return Booking(
        id=event.entity,
        code=what.get("code", ""),
        service=what["service"],
        slot=what["slot"],
        version=event.version,
        state=state,
        remote=what["remote"],
        priority=what.get("priority", "none"),
        language=what.get("language", "vi"),
        name=what.get("name", ""),
        card=what.get("card", ""),
        ticket=what.get("ticket", ""),
        number=what.get("number", ""),
    )


def _settle(side: HubSide, told: Booking, at: Moment) -> None:
    before = side.books.booking(told.id)
    after = settle(before, told, at.rules)
    if after != before:
        side.books.keep_booking(after)
        move_place(side, before, after, at, None)


HANDLERS: dict[str, Handler] = {
    Kind.BOOKING_CHECKED_IN: _checked_in,
    Kind.REMOTE_GIVEN: _checked_in,
    Kind.BOOKING_MISSED: _missed,
    Kind.BOOKING_ECHOED: _echoed,
    Kind.REMOTE_REFUSED: _remote_refused,
    Kind.ECHO_DONE: _echo_done,
    Kind.QUOTA_SET: _quota_set,
    Kind.CLOSURE_SET: _closure_set,
    Kind.CLOSURE_LIFTED: _closure_lifted,
}
