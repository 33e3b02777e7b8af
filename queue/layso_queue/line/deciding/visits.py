"""Decide about the visit itself, from its start to its end, and about what is noted of a ticket."""

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import ServiceDay
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import (
    known_counter,
    said,
    still_open,
    ticket_for,
    wrong_state,
)
from layso_queue.line.order import MINUTE
from layso_queue.line.refusals import Refusal, Refuse
from layso_queue.line.states import LIVE, CounterState
from layso_queue.line.view import may_have_paper


def start(day: ServiceDay, command: c.StartService, facts: Facts) -> None:
    """Note that the person has come."""
    ticket = ticket_for(day, command, command.ticket)
    facts.add(e.ServiceStarted, ticket=ticket.id, counter=ticket.counter)


def finish(day: ServiceDay, command: c.FinishService, facts: Facts) -> None:
    """End the visit."""
    ticket = ticket_for(day, command, command.ticket)
    facts.add(
        e.ServiceFinished,
        ticket=ticket.id,
        counter=ticket.counter,
        outcome=command.outcome,
        dossier_codes=command.dossier_codes,
        services=command.services or (ticket.service,),
    )


def park(day: ServiceDay, command: c.ParkTicket, facts: Facts) -> None:
    """Send the person to fetch something; the counter is free."""
    ticket = ticket_for(day, command, command.ticket)
    said(command.reason)
    still_open(day)
    facts.add(e.TicketParked, ticket=ticket.id, counter=ticket.counter, reason=command.reason)


def resume(day: ServiceDay, command: c.ResumeTicket, facts: Facts) -> None:
    """Let a parked person wait again, near the front."""
    ticket = ticket_for(day, command, command.ticket)
    facts.add(e.TicketResumed, ticket=ticket.id)


def transfer(day: ServiceDay, command: c.TransferTicket, facts: Facts) -> None:
    """Send the person on to another service, or to a counter by its number."""
    ticket = ticket_for(day, command, command.ticket)
    said(command.reason)
    still_open(day)
    service = command.service or ticket.service
    if day.opened_plan.service(service) is None:
        raise Refuse(Refusal.SERVICE_UNKNOWN, {"service": service})
    number = command.counter
    if number is not None and known_counter(day, number).state is CounterState.CLOSED:
        raise Refuse(Refusal.COUNTER_NOT_OPEN, {"counter": number})
    facts.add(
        e.TicketTransferred,
        ticket=ticket.id,
        service=service,
        counter=command.counter,
        reason=command.reason,
    )


def come_back(day: ServiceDay, command: c.ReturnTicket, facts: Facts) -> None:
    """Let a person who was not there wait again: with the old key if she is soon back."""
    ticket = ticket_for(day, command, command.ticket)
    still_open(day)
    soon = facts.at - (ticket.ended_at or 0) <= day.opened_plan.rules.return_minutes * MINUTE
    keeps = soon and not ticket.returned
    facts.add(
        e.TicketReturned,
        ticket=ticket.id,
        key=ticket.key if keeps else facts.at,
        arrived=ticket.arrived if keeps else facts.at,
    )


def cancel(day: ServiceDay, command: c.CancelTicket, facts: Facts) -> None:
    """End a ticket that is not being served."""
    ticket = ticket_for(day, command, command.ticket)
    said(command.reason)
    facts.add(e.TicketCancelled, ticket=ticket.id, reason=command.reason)


def order_paper(day: ServiceDay, command: c.OrderPaper, facts: Facts) -> None:
    """Have the slip printed; it says that it is a copy where another one may be about."""
    ticket = day.tickets.get(command.ticket)
    if ticket is None:
        raise Refuse(Refusal.TICKET_UNKNOWN)
    if ticket.state not in LIVE:
        raise wrong_state(ticket)
    reprint = may_have_paper(ticket)
    facts.add(e.PaperOrdered, ticket=ticket.id, kiosk=command.kiosk, reprint=reprint)


def record_paper(day: ServiceDay, command: c.RecordPaper, facts: Facts) -> None:
    """Note what became of the slip, in any state."""
    if command.ticket not in day.tickets:
        raise Refuse(Refusal.TICKET_UNKNOWN)
    facts.add(
        e.PaperRecorded,
        ticket=command.ticket,
        outcome=command.outcome,
        reprint=command.reprint,
        detail=command.detail,
    )


def confirm_priority(day: ServiceDay, command: c.ConfirmPriority, facts: Facts) -> None:
    """Note whether the claim was right."""
    if command.ticket not in day.tickets:
        raise Refuse(Refusal.TICKET_UNKNOWN)
    facts.add(e.PriorityConfirmed, ticket=command.ticket, confirmed=command.confirmed)
