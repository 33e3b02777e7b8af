"""Questions that screens, reports and the forecast ask of a day; nothing here changes it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict

from layso_queue.line.day import Counter, ServiceDay, Ticket
from layso_queue.line.order import Places
from layso_queue.line.states import LIVE, CounterState, Paper, TicketState


def ahead(day: ServiceDay, ticket: Ticket) -> int | None:
    """Count the people of the same line who will be called before; None unless it waits."""
    if ticket.state is not TicketState.WAITING:
        return None
    return day.line_of(ticket).ahead_of(ticket.place)


def waiting(day: ServiceDay, service: str) -> Iterator[Ticket]:
    """Go through those who wait for a service, the next to be called first."""
    return (day.tickets[place[2]] for place in day.by_service[service])


def waiting_for(day: ServiceDay, counter: Counter) -> int:
    """Count everybody whom this counter may call."""
    return sum(len(line) for line in day.lines_for(counter))


def open_counters(day: ServiceDay, service: str) -> list[int]:
    """Return the numbers of the counters that take people for a service now."""
    return [
        counter.number
        for counter in day.counters.values()
        if counter.state is CounterState.OPEN and service in counter.services
    ]


def may_have_paper(ticket: Ticket) -> bool:
    """Say whether a slip of this ticket may exist, so that the next one is a copy."""
    return ticket.paper is not Paper.NONE


def live(day: ServiceDay) -> Iterator[Ticket]:
    """Go through the tickets that are not in a final state, in the order of issue."""
    return (ticket for ticket in day.tickets.values() if ticket.state in LIVE)


def canonical(day: ServiceDay) -> bytes:
    """Return the whole state as bytes: equal days give equal bytes, whatever led to them."""
    lines: dict[str, Places] = {f"service {code}": line for code, line in day.by_service.items()}
    lines |= {f"counter {number}": line for number, line in day.by_counter.items()}
    state = {
        "seq": day.seq,
        "now": day.now,
        "last_date": day.last_date,
        "state": day.state,
        "opened_at": day.opened_at,
        "plan": asdict(day.plan) if day.plan else None,
        "tickets": {ticket.id: asdict(ticket) for ticket in day.tickets.values()},
        "by_number": day.by_number,
        "counters": {counter.number: asdict(counter) for counter in day.counters.values()},
        "bookings": {booking.code: asdict(booking) for booking in day.bookings.values()},
        "closed_services": day.closed_services,
        "issued": day.issued,
        "floors": day.floors,
        "rehearsed": day.rehearsed,
        "lines": {name: list(line) for name, line in lines.items()},
        "tally": {one.value: day.tally[one] for one in TicketState},
        "done": {command: asdict(done) for command, done in day.done.items()},
    }
    return json.dumps(state, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint(day: ServiceDay) -> str:
    """Return a short hash of `canonical`, to compare two days."""
    return hashlib.sha256(canonical(day)).hexdigest()
