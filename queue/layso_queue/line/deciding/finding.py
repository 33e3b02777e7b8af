"""Find what a command speaks of, or say which refusal it is."""

from layso_queue.line.commands import Command
from layso_queue.line.day import Counter, ServiceDay, Ticket
from layso_queue.line.moves import allowed
from layso_queue.line.refusals import Refusal, Refuse
from layso_queue.line.states import CounterState, DayState


def ticket_for(day: ServiceDay, command: Command, ticket_id: str) -> Ticket:
    """Return the ticket if the table of moves lets this command move it."""
    ticket = day.tickets.get(ticket_id)
    if ticket is None:
        raise Refuse(Refusal.TICKET_UNKNOWN)
    if not allowed(type(command).__name__, ticket.state):
        raise wrong_state(ticket)
    return ticket


def wrong_state(ticket: Ticket) -> Refuse:
    """Say that the ticket stands elsewhere."""
    about: dict[str, str | int] = {"number": ticket.number, "state": ticket.state.value}
    return Refuse(Refusal.WRONG_STATE, about)


def known_counter(day: ServiceDay, number: int) -> Counter:
    """Return the counter of this number."""
    counter = day.counters.get(number)
    if counter is None:
        raise Refuse(Refusal.COUNTER_UNKNOWN, {"counter": number})
    return counter


def free_counter(day: ServiceDay, number: int) -> Counter:
    """Return a counter that is open with nobody at it."""
    counter = known_counter(day, number)
    if counter.state is not CounterState.OPEN:
        raise Refuse(Refusal.COUNTER_NOT_OPEN, {"counter": number})
    if counter.ticket is not None:
        raise counter_busy(day, counter)
    return counter


def counter_busy(day: ServiceDay, counter: Counter) -> Refuse:
    """Say who is at the counter."""
    number = day.tickets[counter.ticket].number if counter.ticket else ""
    return Refuse(Refusal.COUNTER_BUSY, {"counter": counter.number, "number": number})


def said(reason: str) -> None:
    """Refuse what is done to somebody without a reason that can be read later."""
    if not reason.strip():
        raise Refuse(Refusal.REASON_NEEDED)


def still_open(day: ServiceDay) -> None:
    """Refuse what makes somebody wait on a day that calls nobody any more."""
    if day.state is not DayState.OPEN:
        raise Refuse(Refusal.DAY_CLOSED)


def open_service(day: ServiceDay, code: str) -> None:
    """Refuse if the day or the service gives no numbers."""
    if day.opened_plan.service(code) is None:
        raise Refuse(Refusal.SERVICE_UNKNOWN, {"service": code})
    still_open(day)
    if code in day.closed_services:
        raise Refuse(Refusal.SERVICE_CLOSED, {"service": code, "reason": day.closed_services[code]})
