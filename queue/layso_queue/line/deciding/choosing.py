"""Choose who is called, and say why and past whom."""

from layso_queue.line.day import Counter, ServiceDay, Ticket
from layso_queue.line.order import MINUTE, Place, key_of_slot
from layso_queue.line.states import Reason


def next_ticket(day: ServiceDay, counter: Counter) -> Ticket | None:
    """Return the ticket with the smallest key that this counter may call.

    With the guard `passed_limit` set, tickets passed that often come before all others.
    """
    lines = day.lines_for(counter)
    limit = day.opened_plan.rules.passed_limit
    if limit:
        due = [p for line in lines for p in line if day.tickets[p[2]].passed_by >= limit]
        if due:
            return day.tickets[min(due)[2]]
    firsts: list[Place] = [first for line in lines if (first := line.first()) is not None]
    return day.tickets[min(firsts)[2]] if firsts else None


def reason_for(day: ServiceDay, ticket: Ticket) -> tuple[Reason, str]:
    """Return why a ticket is called by the rule, with the booked time or the priority class."""
    limit = day.opened_plan.rules.passed_limit
    if limit and ticket.passed_by >= limit:
        return Reason.DUE, str(ticket.passed_by)
    if ticket.back is not None:
        return ticket.back, ""
    if ticket.key >= ticket.arrived:
        return Reason.OLDEST, ""
    if ticket.booking is not None:
        slot = day.bookings[ticket.booking].slot
        if ticket.key == key_of_slot(day.opened_plan.rules, slot, ticket.arrived):
            return Reason.BOOKING, _clock(day, slot)
    return Reason.PRIORITY, ticket.priority.value


def passed_by_calling(day: ServiceDay, ticket: Ticket) -> tuple[str, ...]:
    """Return the numbers of those who wait for the same service and came before, or rank before.

    They are the people who see somebody else go first and may ask why.
    """
    passed = []
    for key, born, other_id in day.by_service[ticket.service].until(ticket.arrived):
        other = day.tickets[other_id]
        came_before = (other.arrived, other.born) < (ticket.arrived, ticket.born)
        if other_id != ticket.id and (came_before or (key, born) < (ticket.key, ticket.born)):
            passed.append(other.number)
    return tuple(passed)


def _clock(day: ServiceDay, at: int) -> str:
    minutes = at // MINUTE + day.opened_plan.offset_minutes
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
