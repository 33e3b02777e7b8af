"""Read a day's journal once: replay it, and note of every call what stood in the line then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from layso_queue.line import events as e
from layso_queue.line.applying import apply
from layso_queue.line.day import Counter, ServiceDay, Ticket
from layso_queue.line.events.undoing import takes_back
from layso_queue.line.order import MINUTE
from layso_queue.line.states import TicketState, Undoable
from layso_queue.line.telling.calls import Call, Passed


@dataclass(slots=True)
class Told:
    """A day as its journal left it, with its calls and each ticket's events in order.

    `ahead` counts, for each ticket, who was to be called before it when it was issued. `may_pass`
    holds, for each ticket, those who came later and whom the rule let go before it. `undone` are
    the moves, by their events' seq, that were taken back.
    """

    day: ServiceDay
    calls: list[Call] = field(default_factory=list)
    events: dict[str, list[e.Event]] = field(default_factory=dict)
    ahead: dict[str, int] = field(default_factory=dict)
    may_pass: dict[str, set[str]] = field(default_factory=dict)
    undone: set[int] = field(default_factory=set)

    def find(self, number: str) -> Ticket | None:
        """Return the ticket that goes, or once went, by this number, written in any case."""
        known = self.day.by_number.get(number.strip().upper())
        return None if known is None else self.day.tickets[known]

    def issued(self, id: str) -> e.TicketIssued:
        """Return how a ticket began; raise KeyError for an unknown id."""
        return next(one for one in self.events[id] if isinstance(one, e.TicketIssued))


def tell(journal: Iterable[e.Event], day: ServiceDay | None = None) -> Told:
    """Return what a whole service day's journal tells, or one that is not over yet.

    `journal` begins with the day's opening. `day` is the empty day before it.
    """
    told: Told | None = None
    for event in journal:
        if told is None:
            told = Told(day or ServiceDay.before(event.seq - 1))
        if isinstance(event, e.TicketCalled):
            told.calls.append(_call(told, event))
        apply(told.day, event)
        _note(told, event)
    return told or Told(day or ServiceDay.before(0))


def _note(told: Told, event: e.Event) -> None:
    if not isinstance(event, e.TicketEvent | e.TicketIssued | e.EmergencyNumberAdopted):
        return
    told.events.setdefault(event.ticket, []).append(event)
    ticket = told.day.tickets[event.ticket]
    if isinstance(event, e.MoveUndone):
        told.undone.add(event.undone)
    if takes_back(event, Undoable.CALL):
        last = next(call for call in reversed(told.calls) if call.ticket == event.ticket)
        last.undone_by = event.actor
    if ticket.state is not TicketState.WAITING:
        return
    if isinstance(event, e.TicketIssued):
        told.ahead[ticket.id] = told.day.line_of(ticket).ahead_of(ticket.place)
    if isinstance(event, _ENTERING):
        _let_pass(told, ticket)


_ENTERING = (
    e.TicketIssued,
    e.CallUndone,
    e.MoveUndone,
    e.TicketTransferred,
    e.TicketResumed,
    e.TicketReturned,
)


def _let_pass(told: Told, ticket: Ticket) -> None:
    """Note whom the rule lets the ticket pass, and by whom it may be passed, where it waits now."""
    day = told.day
    lines = (day.by_service[ticket.service], *day.by_counter.values())
    for other in (day.tickets[place[2]] for line in lines for place in line):
        if other.service != ticket.service:
            continue
        earlier, later = sorted((ticket, other), key=lambda one: (one.arrived, one.born))
        if earlier is not later and later.arrived < earlier.arrived + reach_of(day, later):
            told.may_pass.setdefault(earlier.id, set()).add(later.id)


def reach_of(day: ServiceDay, ticket: Ticket) -> int:
    """Return how much earlier, in ms, somebody may have come whom this ticket still passes.

    From the rules of the day alone, whatever key the ticket carries.
    """
    rules = day.opened_plan.rules
    minutes = rules.head_start(ticket.priority)
    if ticket.booking is not None:
        minutes = max(minutes, rules.booking_head_start + rules.booking_late)
    return minutes * MINUTE


def _call(told: Told, event: e.TicketCalled) -> Call:
    day = told.day
    ticket = day.tickets[event.ticket]
    sent = [
        one
        for one in told.events[ticket.id]
        if isinstance(one, e.TicketTransferred) and one.seq not in told.undone
    ]
    bound = ticket.to_counter is not None
    first = min(_eligible(day, day.counters[event.counter]), key=lambda one: one.place)
    passed = (day.tickets[day.by_number[number]] for number in event.passed)
    return Call(
        seq=event.seq,
        at=event.at,
        ticket=ticket.id,
        number=ticket.number,
        service=ticket.service,
        counter=event.counter,
        actor=event.actor,
        reason=event.reason,
        detail=event.detail,
        arrived=ticket.arrived,
        reach=reach_of(day, ticket),
        first=None if first.id == ticket.id else first.id,
        passed=tuple(
            Passed(
                ticket=one.id,
                earlier=(one.arrived, one.born) < (ticket.arrived, ticket.born),
                by=ticket.arrived - one.arrived,
            )
            for one in passed
        ),
        sent_by=sent[-1].actor if bound else "",
        sent_for=sent[-1].reason if bound else "",
    )


def _eligible(day: ServiceDay, counter: Counter) -> Iterator[Ticket]:
    return (day.tickets[place[2]] for line in day.lines_for(counter) for place in line)
