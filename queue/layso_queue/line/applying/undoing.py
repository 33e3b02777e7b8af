"""What is remembered of each move, and what taking one back restores."""

from typing import TypeGuard

from layso_queue.line import events as e
from layso_queue.line.applying.counters import release
from layso_queue.line.applying.tickets import enter, leave
from layso_queue.line.day import ServiceDay, Ticket
from layso_queue.line.standing import (
    COUNTER_FIELDS,
    TICKET_FIELDS,
    CounterMoved,
    CounterStood,
    Moved,
    Stood,
)
from layso_queue.line.states import AT_COUNTER, LEFT_OPEN, CounterState, Undoable

OF_TICKETS: dict[type[e.Event], Undoable] = {
    e.TicketCalled: Undoable.CALL,
    e.ServiceStarted: Undoable.START,
    e.NoShowMarked: Undoable.NO_SHOW,
    e.ServiceFinished: Undoable.FINISH,
    e.TicketParked: Undoable.PARK,
    e.TicketResumed: Undoable.RESUME,
    e.TicketTransferred: Undoable.TRANSFER,
    e.TicketReturned: Undoable.RETURN,
    e.PriorityConfirmed: Undoable.CLAIM,
}
OF_COUNTERS: dict[type[e.Event], Undoable] = {
    e.CounterOpened: Undoable.OPEN,
    e.CounterPaused: Undoable.PAUSE,
    e.CounterResumed: Undoable.GO_ON,
    e.CounterClosed: Undoable.CLOSE,
}
NO_WAY_BACK = (e.TicketCancelled, e.TicketExpired, e.CallUndone, e.FinishUndone)
"""After these nothing is remembered: final, or taken back before moves were remembered."""


def _is_settling(event: e.Event) -> TypeGuard[e.ServiceFinished]:
    """Say whether the day itself has ended a visit: nobody takes that back."""
    return isinstance(event, e.ServiceFinished) and event.outcome == LEFT_OPEN


def remember(day: ServiceDay, event: e.Event) -> None:
    """Note where the event's ticket or counter stands; call it before the event is applied."""
    kind = type(event)
    if isinstance(event, NO_WAY_BACK) or _is_settling(event):
        day.tickets[event.ticket].moves = ()
    elif kind in OF_TICKETS and isinstance(event, e.TicketEvent):
        _ticket(day.tickets[event.ticket], event, OF_TICKETS[kind])
        if isinstance(event, e.TicketCalled):
            day.counters[event.counter].last = None
    elif kind in OF_COUNTERS:
        _counter(day, event, OF_COUNTERS[kind])


def _ticket(ticket: Ticket, event: e.TicketEvent, what: Undoable) -> None:
    if ticket.moves and ticket.moves[-1].command == event.command:
        return  # the same key has done both: they are taken back together
    here = ticket.counter if ticket.state in AT_COUNTER else None
    moved = Moved(
        what=what,
        seq=event.seq,
        at=event.at,
        command=event.command,
        actor=event.actor,
        counter=event.counter if isinstance(event, e.TicketCalled) else here,
        stood=Stood(**{name: getattr(ticket, name) for name in TICKET_FIELDS}),
    )
    ticket.moves = (*ticket.moves, moved)


def _counter(day: ServiceDay, event: e.Event, what: Undoable) -> None:
    number: int = event.counter  # type: ignore[attr-defined]
    counter = day.counters[number]
    closes = what is Undoable.CLOSE
    counter.last = CounterMoved(
        what=what,
        seq=event.seq,
        at=event.at,
        stood=CounterStood(**{name: getattr(counter, name) for name in COUNTER_FIELDS}),
        released=tuple(place[2] for place in day.by_counter[number]) if closes else (),
    )


def move_undone(day: ServiceDay, event: e.MoveUndone) -> None:
    """Put the ticket back where it stood; a call that is undone has passed nobody."""
    ticket = day.tickets[event.ticket]
    last = ticket.moves[-1]
    ticket.moves = ticket.moves[:-1]
    if last.what is Undoable.CLAIM:
        ticket.priority_confirmed = last.stood.priority_confirmed
        return
    if last.what is Undoable.CALL:
        for number in ticket.passed:
            day.tickets[day.by_number[number]].passed_by -= 1
    leave(day, ticket)
    for name in TICKET_FIELDS:
        setattr(ticket, name, getattr(last.stood, name))
    enter(day, ticket, last.stood.state)


def counter_undone(day: ServiceDay, event: e.CounterUndone) -> None:
    """Put the counter back where it stood, and those bound to it, if it had closed."""
    counter = day.counters[event.counter]
    last, counter.last = counter.last, None
    if last is None:
        raise LookupError(f"nothing to take back at counter {counter.number}")
    for name in COUNTER_FIELDS:
        setattr(counter, name, getattr(last.stood, name))
    if last.what is Undoable.CLOSE:
        counter.staff = event.actor  # who takes people again answers for it
    if counter.state is CounterState.CLOSED:
        release(day, counter.number)
    for id in event.tickets:
        ticket = day.tickets[id]
        day.line_of(ticket).remove(ticket.place)
        ticket.to_counter = counter.number
        day.line_of(ticket).add(ticket.place)
