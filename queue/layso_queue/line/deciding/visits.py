"""Decide about the visit itself, from its start to its end, and about what is noted of a ticket."""

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import ServiceDay
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import counter_busy, ticket_for
from layso_queue.line.order import MINUTE
from layso_queue.line.refusals import Refusal, Refused
from layso_queue.line.states import CounterState, DayState


def start(day: ServiceDay, command: c.StartService, facts: Facts) -> Refused | None:
    """Note that the person has come."""
    ticket = ticket_for(day, command, command.ticket)
    if isinstance(ticket, Refused):
        return ticket
    facts.add(e.ServiceStarted, ticket=ticket.id, counter=ticket.counter)
    return None


def finish(day: ServiceDay, command: c.FinishService, facts: Facts) -> Refused | None:
    """End the visit."""
    ticket = ticket_for(day, command, command.ticket)
    if isinstance(ticket, Refused):
        return ticket
    facts.add(
        e.ServiceFinished,
        ticket=ticket.id,
        counter=ticket.counter,
        outcome=command.outcome,
        dossier_codes=command.dossier_codes,
        services=command.services or (ticket.service,),
    )
    return None


def undo_finish(day: ServiceDay, command: c.UndoFinish, facts: Facts) -> Refused | None:
    """Reopen a finished ticket at its counter, if that is free and it was not long ago."""
    ticket = ticket_for(day, command, command.ticket)
    if isinstance(ticket, Refused):
        return ticket
    limit = day.opened_plan.rules.undo_finish_minutes
    if ticket.ended_at is None or facts.at - ticket.ended_at > limit * MINUTE:
        return Refused(Refusal.TOO_LATE, {"number": ticket.number, "minutes": limit})
    counter = day.counters[ticket.counter or 0]
    if counter.state is CounterState.CLOSED:
        return Refused(Refusal.COUNTER_NOT_OPEN, {"counter": counter.number})
    if counter.ticket is not None:
        return counter_busy(day, counter)
    facts.add(e.FinishUndone, ticket=ticket.id, counter=counter.number)
    return None


def park(day: ServiceDay, command: c.ParkTicket, facts: Facts) -> Refused | None:
    """Send the person to fetch something; the counter is free."""
    ticket = ticket_for(day, command, command.ticket)
    if isinstance(ticket, Refused):
        return ticket
    if not command.reason.strip():
        return Refused(Refusal.REASON_NEEDED)
    if day.state is not DayState.OPEN:
        return Refused(Refusal.DAY_CLOSED)
    facts.add(e.TicketParked, ticket=ticket.id, counter=ticket.counter, reason=command.reason)
    return None


def resume(day: ServiceDay, command: c.ResumeTicket, facts: Facts) -> Refused | None:
    """Let a parked person wait again, near the front."""
    ticket = ticket_for(day, command, command.ticket)
    if isinstance(ticket, Refused):
        return ticket
    facts.add(e.TicketResumed, ticket=ticket.id)
    return None


def transfer(day: ServiceDay, command: c.TransferTicket, facts: Facts) -> Refused | None:
    """Send the person on to another service, or to a counter by its number."""
    ticket = ticket_for(day, command, command.ticket)
    if isinstance(ticket, Refused):
        return ticket
    if not command.reason.strip():
        return Refused(Refusal.REASON_NEEDED)
    if day.state is not DayState.OPEN:
        return Refused(Refusal.DAY_CLOSED)
    service = command.service or ticket.service
    if day.opened_plan.service(service) is None:
        return Refused(Refusal.SERVICE_UNKNOWN, {"service": service})
    if command.counter is not None:
        counter = day.counters.get(command.counter)
        if counter is None:
            return Refused(Refusal.COUNTER_UNKNOWN, {"counter": command.counter})
        if counter.state is CounterState.CLOSED:
            return Refused(Refusal.COUNTER_NOT_OPEN, {"counter": command.counter})
    facts.add(
        e.TicketTransferred,
        ticket=ticket.id,
        service=service,
        counter=command.counter,
        reason=command.reason,
    )
    return None


def come_back(day: ServiceDay, command: c.ReturnTicket, facts: Facts) -> Refused | None:
    """Let a person who was not there wait again: with the old key if she is soon back."""
    ticket = ticket_for(day, command, command.ticket)
    if isinstance(ticket, Refused):
        return ticket
    if day.state is not DayState.OPEN:
        return Refused(Refusal.DAY_CLOSED)
    soon = facts.at - (ticket.ended_at or 0) <= day.opened_plan.rules.return_minutes * MINUTE
    keeps = soon and not ticket.returned
    facts.add(
        e.TicketReturned,
        ticket=ticket.id,
        key=ticket.key if keeps else facts.at,
        arrived=ticket.arrived if keeps else facts.at,
    )
    return None


def cancel(day: ServiceDay, command: c.CancelTicket, facts: Facts) -> Refused | None:
    """End a ticket that is not being served."""
    ticket = ticket_for(day, command, command.ticket)
    if isinstance(ticket, Refused):
        return ticket
    if not command.reason.strip():
        return Refused(Refusal.REASON_NEEDED)
    facts.add(e.TicketCancelled, ticket=ticket.id, reason=command.reason)
    return None


def record_paper(day: ServiceDay, command: c.RecordPaper, facts: Facts) -> Refused | None:
    """Note what became of the slip, in any state."""
    if command.ticket not in day.tickets:
        return Refused(Refusal.TICKET_UNKNOWN)
    facts.add(
        e.PaperRecorded,
        ticket=command.ticket,
        outcome=command.outcome,
        reprint=command.reprint,
        detail=command.detail,
    )
    return None


def confirm_priority(day: ServiceDay, command: c.ConfirmPriority, facts: Facts) -> Refused | None:
    """Note whether the claim was right."""
    if command.ticket not in day.tickets:
        return Refused(Refusal.TICKET_UNKNOWN)
    facts.add(e.PriorityConfirmed, ticket=command.ticket, confirmed=command.confirmed)
    return None
