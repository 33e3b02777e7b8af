"""Decide about calls: the next, one picked by hand, again, nobody there."""

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import Counter, ServiceDay, Ticket
from layso_queue.line.deciding.choosing import next_ticket, passed_by_calling, reason_for
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import (
    free_counter,
    said,
    ticket_for,
    wrong_state,
)
from layso_queue.line.refusals import Refusal, Refuse
from layso_queue.line.states import Reason, TicketState


def call_next(day: ServiceDay, command: c.CallNext, facts: Facts) -> None:
    """Call the smallest key among the counter's services."""
    counter = free_counter(day, command.counter)
    ticket = next_ticket(day, counter)
    if ticket is None:
        raise Refuse(Refusal.NOBODY_WAITING, {"counter": counter.number})
    reason, detail = reason_for(day, ticket)
    _call(day, facts, counter, ticket, reason, detail)


def call_ticket(day: ServiceDay, command: c.CallTicket, facts: Facts) -> None:
    """Call a ticket picked by hand; who did it and why stays in the journal."""
    counter = free_counter(day, command.counter)
    ticket = ticket_for(day, command, command.ticket)
    said(command.reason)
    if ticket.to_counter not in (None, counter.number):
        raise Refuse(
            Refusal.NOT_THIS_COUNTER,
            {"number": ticket.number, "counter": ticket.to_counter or 0},
        )
    if ticket.to_counter is None and ticket.service not in counter.services:
        raise Refuse(
            Refusal.SERVICE_NOT_AT_COUNTER,
            {"service": ticket.service, "counter": counter.number},
        )
    _call(day, facts, counter, ticket, Reason.PICKED, command.reason)


def _call(
    day: ServiceDay, facts: Facts, counter: Counter, ticket: Ticket, reason: Reason, detail: str
) -> None:
    facts.add(
        e.TicketCalled,
        ticket=ticket.id,
        counter=counter.number,
        reason=reason,
        detail=detail,
        passed=passed_by_calling(day, ticket),
    )
    if day.opened_plan.rules.start_at_call:
        facts.add(e.ServiceStarted, ticket=ticket.id, counter=counter.number)


def recall(day: ServiceDay, command: c.Recall, facts: Facts) -> None:
    """Call once more; the call's reason stays the first one's."""
    ticket = day.tickets.get(command.ticket)
    if ticket is None:
        raise Refuse(Refusal.TICKET_UNKNOWN)
    if ticket.state is not TicketState.CALLED:
        raise wrong_state(ticket)
    facts.add(e.TicketRecalled, ticket=ticket.id, counter=ticket.counter, calls=ticket.calls + 1)


def mark_no_show(day: ServiceDay, command: c.MarkNoShow, facts: Facts) -> None:
    """Give a called ticket up, not before it was called often enough."""
    ticket = ticket_for(day, command, command.ticket)
    needed = day.opened_plan.rules.calls_before_no_show
    if ticket.calls < needed:
        about: dict[str, str | int] = {
            "number": ticket.number,
            "calls": ticket.calls,
            "needed": needed,
        }
        raise Refuse(Refusal.TOO_EARLY_NO_SHOW, about)
    facts.add(e.NoShowMarked, ticket=ticket.id, counter=ticket.counter)
