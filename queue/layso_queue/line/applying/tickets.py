"""What facts about tickets change."""

from layso_queue.line import events as e
from layso_queue.line.day import ServiceDay, Ticket
from layso_queue.line.states import (
    AT_COUNTER,
    BookingState,
    CounterState,
    Paper,
    Reason,
    TicketState,
)


def issued(day: ServiceDay, event: e.TicketIssued) -> None:
    """Put a new ticket into its line and count its number as given."""
    ticket = Ticket(
        id=event.ticket,
        number=event.number,
        series=event.series,
        n=event.n,
        born=event.seq,
        service=event.service,
        channel=event.channel,
        priority=event.priority,
        dossiers=event.dossiers,
        language=event.language,
        assisted=event.assisted,
        issued_at=event.at,
        arrived=event.arrived,
        key=event.key,
        booking=event.booking,
    )
    day.tickets[ticket.id] = ticket
    day.by_number[ticket.number] = ticket.id
    day.issued[ticket.series] = max(day.issued.get(ticket.series, 0), ticket.n)
    if event.booking is not None:
        booking = day.bookings[event.booking]
        booking.state = BookingState.CHECKED_IN
        booking.ticket = ticket.id
    day.tally[TicketState.WAITING] += 1
    day.line_of(ticket).add(ticket.place)


def emergency_number_adopted(day: ServiceDay, event: e.EmergencyNumberAdopted) -> None:
    """Let the ticket go by the number in its person's hand; the other stays given, and void."""
    ticket = day.tickets[event.ticket]
    ticket.number = event.number
    day.by_number[event.number] = ticket.id


def called(day: ServiceDay, event: e.TicketCalled) -> None:
    """Send the ticket to a counter and count it as passing the others."""
    ticket = _move(day, event.ticket, TicketState.CALLED)
    ticket.counter = event.counter
    ticket.called_at = event.at
    ticket.calls = 1
    ticket.reason = event.reason
    ticket.reason_detail = event.detail
    ticket.passed = event.passed
    day.counters[event.counter].ticket = ticket.id
    for number in event.passed:
        day.tickets[day.by_number[number]].passed_by += 1


def recalled(day: ServiceDay, event: e.TicketRecalled) -> None:
    """Count one more call."""
    ticket = day.tickets[event.ticket]
    ticket.calls = event.calls
    ticket.called_at = event.at


def started(day: ServiceDay, event: e.ServiceStarted) -> None:
    """Note when the service began."""
    _move(day, event.ticket, TicketState.SERVING).started_at = event.at


def finished(day: ServiceDay, event: e.ServiceFinished) -> None:
    """End the visit."""
    _move(day, event.ticket, TicketState.SERVED).ended_at = event.at


def not_there(day: ServiceDay, event: e.NoShowMarked) -> None:
    """Note when nobody came."""
    _move(day, event.ticket, TicketState.NO_SHOW).ended_at = event.at


def parked(day: ServiceDay, event: e.TicketParked) -> None:
    """Free the counter; the ticket keeps its key."""
    _move(day, event.ticket, TicketState.PARKED)


def resumed(day: ServiceDay, event: e.TicketResumed) -> None:
    """Let the ticket wait again with its old key."""
    _move(day, event.ticket, TicketState.WAITING).back = Reason.RESUMED


def transferred(day: ServiceDay, event: e.TicketTransferred) -> None:
    """Let the ticket wait elsewhere, with number and key."""
    ticket = day.tickets[event.ticket]
    leave(day, ticket)
    ticket.service = event.service
    ticket.to_counter = event.counter
    ticket.back = Reason.TRANSFERRED
    enter(day, ticket, TicketState.WAITING)


def call_undone(day: ServiceDay, event: e.CallUndone) -> None:
    """Put the ticket back where it was before the call; nobody was passed by it after all."""
    ticket = _move(day, event.ticket, TicketState.WAITING)
    for number in ticket.passed:
        day.tickets[day.by_number[number]].passed_by -= 1
    ticket.calls = 0
    ticket.reason = None
    ticket.reason_detail = ""
    ticket.passed = ()


def finish_undone(day: ServiceDay, event: e.FinishUndone) -> None:
    """Serve the ticket again at the same counter."""
    ticket = day.tickets[event.ticket]
    leave(day, ticket)
    ticket.counter = event.counter
    ticket.ended_at = None
    enter(day, ticket, TicketState.SERVING)
    day.counters[event.counter].ticket = ticket.id


def returned(day: ServiceDay, event: e.TicketReturned) -> None:
    """Let a ticket that was not there wait again, with the key the rule gave it."""
    ticket = day.tickets[event.ticket]
    leave(day, ticket)
    ticket.key = event.key
    ticket.arrived = event.arrived
    ticket.ended_at = None
    ticket.back = Reason.RETURNED
    ticket.returned = True
    enter(day, ticket, TicketState.WAITING)


def cancelled(day: ServiceDay, event: e.TicketCancelled) -> None:
    """End the ticket."""
    _move(day, event.ticket, TicketState.CANCELLED).ended_at = event.at


def expired(day: ServiceDay, event: e.TicketExpired) -> None:
    """End the ticket with the day."""
    _move(day, event.ticket, TicketState.EXPIRED).ended_at = event.at


def paper_ordered(day: ServiceDay, event: e.PaperOrdered) -> None:
    """Know nothing of a slip that may be on its way, unless one was printed before."""
    ticket = day.tickets[event.ticket]
    if ticket.paper is not Paper.PRINTED:
        ticket.paper = Paper.UNKNOWN


def paper_recorded(day: ServiceDay, event: e.PaperRecorded) -> None:
    """Note what became of the slip."""
    day.tickets[event.ticket].paper = event.outcome


def priority_confirmed(day: ServiceDay, event: e.PriorityConfirmed) -> None:
    """Note what staff saw; the key stays."""
    day.tickets[event.ticket].priority_confirmed = event.confirmed


def _move(day: ServiceDay, ticket_id: str, to: TicketState) -> Ticket:
    ticket = day.tickets[ticket_id]
    leave(day, ticket)
    enter(day, ticket, to)
    return ticket


def leave(day: ServiceDay, ticket: Ticket) -> None:
    """Take the ticket out of the line or away from the counter at which it is."""
    if ticket.state is TicketState.WAITING:
        day.line_of(ticket).remove(ticket.place)
    if ticket.state in AT_COUNTER and ticket.counter is not None:
        day.counters[ticket.counter].ticket = None
    day.tally[ticket.state] -= 1


def enter(day: ServiceDay, ticket: Ticket, to: TicketState) -> None:
    """Put the ticket, which has left where it was, into a state."""
    if to is TicketState.WAITING:
        ticket.counter = None
        ticket.called_at = None  # those times are of the visit under way, or no visit's
        ticket.started_at = None
        bound = None if ticket.to_counter is None else day.counters[ticket.to_counter]
        if bound is not None and bound.state is CounterState.CLOSED:
            ticket.to_counter = None  # nobody would ever call it there
        day.line_of(ticket).add(ticket.place)
    elif to in AT_COUNTER and ticket.counter is not None:
        day.counters[ticket.counter].ticket = ticket.id
    day.tally[to] += 1
    ticket.state = to
