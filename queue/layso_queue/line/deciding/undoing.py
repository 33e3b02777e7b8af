"""Decide about taking back what a key has done: the last move, soon, by whoever made it."""

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import Counter, ServiceDay, Ticket
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import (
    counter_busy,
    known_counter,
    still_open,
    wrong_state,
)
from layso_queue.line.moves import leads
from layso_queue.line.order import MINUTE
from layso_queue.line.refusals import Refusal, Refuse
from layso_queue.line.standing import CounterMoved, Moved
from layso_queue.line.states import AT_COUNTER, CounterState, TicketState, Undoable


def undo(day: ServiceDay, command: c.Undo, facts: Facts) -> None:
    """Put a ticket back where it stood before its last move."""
    ticket = day.tickets.get(command.ticket)
    if ticket is None:
        raise Refuse(Refusal.TICKET_UNKNOWN)
    if not ticket.moves:
        raise wrong_state(ticket)
    last = ticket.moves[-1]
    _made_by(ticket, last, command)
    if last.what is not Undoable.CALL or ticket.state is not TicketState.CALLED:
        _soon(day, last.at, facts, {"number": ticket.number})
    if last.stood.state is not ticket.state:
        _may_stand(day, ticket, last)
    facts.add(
        e.MoveUndone,
        ticket=ticket.id,
        what=last.what,
        undone=last.seq,
        state=last.stood.state,
        service=last.stood.service,
        counter=last.stood.counter,
    )


def undo_counter(day: ServiceDay, command: c.UndoCounter, facts: Facts) -> None:
    """Put a counter back where it stood before its last move, if nobody was called since."""
    counter = known_counter(day, command.counter)
    last = counter.last
    if last is None:
        raise Refuse(Refusal.TOO_LATE, _minutes(day, {"counter": counter.number}))
    _soon(day, last.at, facts, {"counter": counter.number})
    if last.stood.state is CounterState.CLOSED and counter.ticket is not None:
        raise counter_busy(day, counter)
    if last.what is Undoable.CLOSE:
        still_open(day)
    facts.add(
        e.CounterUndone,
        counter=counter.number,
        what=last.what,
        undone=last.seq,
        state=last.stood.state,
        tickets=_still_released(day, last),
    )


def _made_by(ticket: Ticket, last: Moved, command: c.Undo) -> None:
    """Refuse what another counter did; where no counter did it, what another person did."""
    if command.by_counter is None:
        return
    if last.counter is None:
        if last.actor != command.actor:
            raise wrong_state(ticket)
    elif last.counter != command.by_counter:
        about: dict[str, str | int] = {"number": ticket.number, "counter": last.counter}
        raise Refuse(Refusal.NOT_THIS_COUNTER, about)


def _soon(day: ServiceDay, at: int, facts: Facts, about: dict[str, str | int]) -> None:
    if facts.at - at > day.opened_plan.rules.undo_finish_minutes * MINUTE:
        raise Refuse(Refusal.TOO_LATE, _minutes(day, about))


def _minutes(day: ServiceDay, about: dict[str, str | int]) -> dict[str, str | int]:
    return about | {"minutes": day.opened_plan.rules.undo_finish_minutes}


def _may_stand(day: ServiceDay, ticket: Ticket, last: Moved) -> None:
    """Refuse a place that is taken, closed, or in a line that is no more."""
    to = last.stood
    if not leads("Undo", ticket.state, to.state):
        raise wrong_state(ticket)
    if to.state not in AT_COUNTER:
        still_open(day)
        return
    counter: Counter = day.counters[to.counter or 0]
    if counter.state is CounterState.CLOSED:
        raise Refuse(Refusal.COUNTER_NOT_OPEN, {"counter": counter.number})
    if counter.ticket not in (None, ticket.id):
        raise counter_busy(day, counter)


def _still_released(day: ServiceDay, last: CounterMoved) -> tuple[str, ...]:
    """Return whom the closing gave back to the line and who has stayed there."""
    found = []
    for id in last.released:
        ticket = day.tickets[id]
        stayed = not ticket.moves or ticket.moves[-1].seq < last.seq
        if ticket.state is TicketState.WAITING and ticket.to_counter is None and stayed:
            found.append(id)
    return tuple(found)
