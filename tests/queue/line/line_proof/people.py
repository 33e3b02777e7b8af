"""Somebody with a ticket, and the place that the rules give her when she comes."""

from dataclasses import dataclass

from layso_queue.line import events as e
from layso_queue.line.plan import Rules

MINUTE = 60_000


@dataclass(frozen=True)
class Person:
    """Somebody with a ticket; `reach` is the most (ms) by which she may have come later."""

    id: str
    number: str
    service: str
    born: int
    arrived: int
    key: int
    reach: int
    claim: bool
    booked: bool
    state: str = "waiting"
    at: int | None = None
    bound: int | None = None
    passed: tuple[str, ...] = ()
    passed_by: int = 0
    left: int = 0
    returned: bool = False
    confirmed: bool = False


def newcomer(event: e.TicketIssued, rules: Rules, slot: int | None) -> Person:
    """Say where somebody stands who gets a number; `slot` (ms) is that of her booking."""
    minutes = {one.priority: one.minutes for one in reversed(rules.head_starts)}
    reach = minutes.get(event.priority, 0) * MINUTE
    key = event.arrived - reach
    late = None if slot is None else (event.arrived - slot) / MINUTE
    if slot and late is not None and -rules.booking_early <= late <= rules.booking_late:
        key = min(key, slot - rules.booking_head_start * MINUTE)
        reach = max(reach, (rules.booking_late + rules.booking_head_start) * MINUTE)
    return Person(
        id=event.ticket,
        number=event.number,
        service=event.service,
        born=event.seq,
        arrived=event.arrived,
        key=key,
        reach=reach,
        claim=event.priority.value != "none",
        booked=event.booking is not None,
    )
