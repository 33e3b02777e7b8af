"""A ticket as JSON-ready data, the same for answers, the feed and the archive."""

from collections.abc import Callable
from typing import Any

from layso_queue.center.stamps import written, written_or_none
from layso_queue.center.told import Wait
from layso_queue.line import ServiceDay, Ticket
from layso_queue.line.states import TicketState

Shown = dict[str, Any]
ShowTicket = Callable[[Ticket], Shown]

PUBLIC = (
    "id",
    "number",
    "service",
    "state",
    "counter",
    "issued_at",
    "called_at",
    "calls",
    "paper",
)
"""What kiosks and boards may see of everybody: nothing of why or how somebody is served."""


def shower_of_tickets(follow_url: str) -> ShowTicket:
    """Return the function that shows a ticket; `{id}` in `follow_url` becomes its id."""

    def show(ticket: Ticket) -> Shown:
        return {
            "id": ticket.id,
            "number": ticket.number,
            "service": ticket.service,
            "state": ticket.state.value,
            "channel": ticket.channel.value,
            "priority": ticket.priority.value,
            "priority_confirmed": ticket.priority_confirmed,
            "assisted": ticket.assisted,
            "dossiers": ticket.dossiers,
            "language": ticket.language,
            "issued_at": written(ticket.issued_at),
            "key": written(ticket.key),
            "counter": ticket.counter,
            "called_at": written_or_none(ticket.called_at),
            "started_at": written_or_none(ticket.started_at),
            "calls": ticket.calls,
            "reason": ticket.reason,
            "reason_text": ticket.reason_detail or None,
            "passed": ticket.passed,
            "ahead": None,
            "wait": None,
            "paper": ticket.paper.value,
            "follow_url": follow_url.replace("{id}", ticket.id),
            "to_counter": ticket.to_counter,
        }

    return show


def shown_wait(wait: Wait) -> Shown:
    """Show a range of minutes; what lies between before and after lunch is said as both times."""
    if wait.is_now:
        return {"low": 0, "high": 0}
    shown: Shown = {"low": wait.low, "high": wait.high, "median": wait.median}
    if wait.before is not None and wait.after is not None:
        shown["split"] = {"before": written(wait.before), "after": written(wait.after)}
    return shown


def ahead_of(day: ServiceDay, ticket: Ticket) -> int | None:
    """Count who will be called before a waiting ticket of the same service; None otherwise."""
    if ticket.state is not TicketState.WAITING:
        return None
    return day.line_of(ticket).ahead_of(ticket.place)


def public(shown: Shown) -> Shown:
    """Return only what everybody may see."""
    return {name: shown[name] for name in PUBLIC}
