"""The line as it stands, laid out for the runs: counters, lines, and everybody to be dated."""

from dataclasses import dataclass, field

from layso_queue.forecast.desks_seen import officer
from layso_queue.forecast.today import Today
from layso_queue.line.day import Counter, ServiceDay
from layso_queue.line.order import MINUTE, key_of_slot
from layso_queue.line.states import BookingState, CounterState

Newcomer = tuple[str, int]
"""Somebody who comes now: service code, and head start in minutes (0 for most)."""

_LAST = 0.9
"""Added to a newcomer's key: of equal keys hers is the last."""


@dataclass(slots=True)
class Item:
    """Somebody to be dated: a ticket, or a newcomer, who takes no time and delays nobody."""

    name: str | Newcomer
    service: int
    key: float
    """Ms from now; less than the next one's of the same line."""
    waited: float = 0.0
    dossiers: int = 1
    line: int = 0


@dataclass(slots=True)
class Desk:
    """A counter that may call; `lines` are indices, `paces` factors by service."""

    counter: Counter
    lines: tuple[int, ...]
    paces: list[float]


@dataclass(slots=True)
class Scene:
    """All that the runs start from. Services and lines are indices; a service's line has its own.

    `open_lines` are those that some counter serves which is not closed.
    """

    day: ServiceDay
    now: int
    minute: float
    codes: list[str]
    items: list[Item] = field(default_factory=list)
    lines: list[list[int]] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    open_lines: set[int] = field(default_factory=set)


def scene(day: ServiceDay, now: int, today: Today) -> Scene:
    """Lay out an opened day."""
    plan = day.opened_plan
    codes = [service.code for service in plan.services]
    index = {code: i for i, code in enumerate(codes)}
    made = Scene(day, now, (now / MINUTE + plan.offset_minutes) % (24 * 60), codes)
    usual = {0} | {start.minutes for start in plan.rules.head_starts}
    booked = _heads_of_bookings(day, now)
    for code in codes:
        items = [_ticket(day, now, today, place, index[code]) for place in day.by_service[code]]
        for head in sorted(usual | booked.get(code, set())):
            items.append(Item((code, head), index[code], -head * MINUTE + _LAST))
        _add_line(made, items)
    bound = {}
    for number, places in day.by_counter.items():
        if len(places):
            bound[number] = len(made.lines)
            _add_line(made, [_ticket(day, now, today, place, None, index) for place in places])
    staff = {c.number: c.staff for c in day.counters.values() if c.state is not CounterState.CLOSED}
    for counter in day.counters.values():
        lines = tuple(index[code] for code in counter.services if code in index)
        if counter.number in bound:
            lines = (*lines, bound[counter.number])
        name = officer(counter.number, staff)
        paces = [today.pace(code, name) for code in codes]
        made.desks.append(Desk(counter, lines, paces))
        if counter.state is not CounterState.CLOSED:
            made.open_lines.update(lines)
    return made


def _heads_of_bookings(day: ServiceDay, now: int) -> dict[str, set[int]]:
    """Return the head starts (min) of those who would come with an appointment just now."""
    rules, found = day.opened_plan.rules, dict[str, set[int]]()
    for one in day.bookings.values():
        key = key_of_slot(rules, one.slot, now) if one.state is BookingState.BOOKED else None
        if key is not None and key <= now:
            found.setdefault(one.service, set()).add((now - key) // MINUTE)
    return found


def _add_line(made: Scene, items: list[Item]) -> None:
    first = len(made.items)
    limit = made.day.opened_plan.rules.passed_limit
    if limit:
        for item in items:
            ticket = made.day.tickets.get(item.name) if isinstance(item.name, str) else None
            if ticket is not None and ticket.passed_by >= limit:
                item.key -= _DUE
    items.sort(key=lambda item: item.key)
    for item in items:
        item.line = len(made.lines)
    made.items += items
    made.lines.append(list(range(first, len(made.items))))


_DUE = 1e15


def _ticket(
    day: ServiceDay,
    now: int,
    today: Today,
    place: tuple[int, int, str],
    service: int | None,
    index: dict[str, int] | None = None,
) -> Item:
    key, born, id = place
    known = today.watch.ticket(id) or day.tickets.get(id)
    if service is None:
        service = index[known.service] if index and known is not None else 0
    item = Item(id, service, key - now + (born % 1_000_000) * 1e-7)
    if known is not None:
        item.waited = max(0.0, (now - known.arrived) / MINUTE)
        item.dossiers = known.dossiers
    return item
