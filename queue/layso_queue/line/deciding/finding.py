"""Find what a command speaks of, or say which refusal it is."""

from layso_queue.line.commands import Command
from layso_queue.line.day import Counter, ServiceDay, Ticket
from layso_queue.line.moves import allowed
from layso_queue.line.refusals import Refusal, Refused
from layso_queue.line.states import CounterState, DayState


def ticket_for(day: ServiceDay, command: Command, ticket_id: str) -> Ticket | Refused:
    """Return the ticket if the table of moves lets this command move it."""
    ticket = day.tickets.get(ticket_id)
    if ticket is None:
        return Refused(Refusal.TICKET_UNKNOWN)
    if not allowed(type(command).__name__, ticket.state):
        return wrong_state(ticket)
    return ticket


def wrong_state(ticket: Ticket) -> Refused:
    """Say that the ticket stands elsewhere."""
    about: dict[str, str | int] = {"number": ticket.number, "state": ticket.state.value}
    return Refused(Refusal.WRONG_STATE, about)


def free_counter(day: ServiceDay, number: int) -> Counter | Refused:
    """Return a counter that is open with nobody at it."""
    counter = day.counters.get(number)
    if counter is None:
        return Refused(Refusal.COUNTER_UNKNOWN, {"counter": number})
    if counter.state is not CounterState.OPEN:
        return Refused(Refusal.COUNTER_NOT_OPEN, {"counter": number})
    if counter.ticket is not None:
        return counter_busy(day, counter)
    return counter


def counter_busy(day: ServiceDay, counter: Counter) -> Refused:
    """Say who is at the counter."""
    number = day.tickets[counter.ticket].number if counter.ticket else ""
    return Refused(Refusal.COUNTER_BUSY, {"counter": counter.number, "number": number})


def open_service(day: ServiceDay, code: str) -> Refused | None:
    """Refuse if the day or the service gives no numbers."""
    if day.opened_plan.service(code) is None:
        return Refused(Refusal.SERVICE_UNKNOWN, {"service": code})
    if day.state is not DayState.OPEN:
        return Refused(Refusal.DAY_CLOSED)
    if code in day.closed_services:
        return Refused(
            Refusal.SERVICE_CLOSED, {"service": code, "reason": day.closed_services[code]}
        )
    return None
