"""One ticket's story: what happened to it, when, and who was called before it."""

from dataclasses import dataclass

from layso_queue.line import events as e
from layso_queue.line.day import Ticket
from layso_queue.line.order import MINUTE
from layso_queue.line.states import Undoable
from layso_queue.line.telling.calls import Call
from layso_queue.line.telling.told import Told
from layso_queue.line.view import ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that happened: `kind` is the event's class name, `at` in ms since the epoch."""

    kind: str
    at: int
    actor: str
    counter: int | None = None
    reason: str = ""
    service: str | None = None
    call: Call | None = None
    kept_place: bool = False
    confirmed: bool | None = None
    undone: Undoable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A ticket of the day; times in ms since the epoch.

    `ahead` counts who was to go first when it was issued, `ahead_now` who still is while it
    waits. `before` are the calls that passed it, in order; calls taken back are left out.
    `slot` is the booked time, `counted_from` the key: the time that ordered the ticket.
    """

    ticket: Ticket
    ahead: int
    ahead_now: int | None
    arrived: int
    counted_from: int
    slot: int | None
    head_start: int
    steps: tuple[Step, ...]
    before: tuple[Call, ...]
    at: int

    @property
    def first_call(self) -> Call | None:
        """Return the first call that was not taken back, or None."""
        return next((one.call for one in self.steps if one.call and not one.call.undone), None)

    @property
    def waited(self) -> int:
        """Return the minutes from arriving to the first call, or to the end or `at` without one."""
        until = self.first_call.at if self.first_call else self.ticket.ended_at or self.at
        return max(0, round((until - self.arrived) / MINUTE))


def story_of(told: Told, id: str, now: int | None = None) -> Story:
    """Return the story of a ticket of this day, as of `now` (ms; without it, of the last event).

    Raises KeyError for an unknown id.
    """
    day, ticket = told.day, told.day.tickets[id]
    found = told.events[id]
    issued = told.issued(id)
    booking = day.bookings.get(ticket.booking or "")
    calls = {call.seq: call for call in told.calls}
    own = (call.seq for call in told.calls if call.ticket == id and not call.undone)
    until = next(own, day.seq + 1)
    return Story(
        ticket=ticket,
        ahead=told.ahead.get(id, 0),
        ahead_now=ahead(day, ticket),
        arrived=issued.arrived,
        counted_from=issued.key,
        slot=booking.slot if booking else None,
        head_start=day.opened_plan.rules.head_start(ticket.priority),
        steps=tuple(_step(one, issued, calls.get(one.seq)) for one in found),
        before=tuple(
            call
            for call in told.calls
            if not call.undone and call.seq < until and any(p.ticket == id for p in call.passed)
        ),
        at=max(day.now, now or 0),
    )


def _step(event: e.Event, issued: e.TicketIssued, call: Call | None) -> Step:
    counter = getattr(event, "counter", None)
    return Step(
        kind=type(event).__name__,
        at=event.at,
        actor=event.actor,
        counter=counter,
        reason=str(getattr(event, "reason", "")),
        service=getattr(event, "service", None),
        call=call,
        kept_place=isinstance(event, e.TicketReturned) and event.key == issued.key,
        confirmed=getattr(event, "confirmed", None),
        undone=event.what if isinstance(event, e.MoveUndone) else None,
    )
