"""When each waiting ticket, and somebody who comes now, will be called: the rule run forward.

Each run draws how long every visit takes and lets free counters call the smallest key, as the line
does. One run dates all tickets; the 10 % and 90 % points over the runs are the range. It starts
from each service's set minutes; learning from a center's own days comes on top of this.
"""

import heapq
import math
from dataclasses import dataclass

import numpy as np

from layso_queue.forecast.ranges import Range, spoken
from layso_queue.line.day import Counter, ServiceDay
from layso_queue.line.order import MINUTE, Place
from layso_queue.line.states import CounterState

RUNS = 30
FEWEST_RUNS = 6
RUNS_TIMES_WAITING = 3000
"""Above this product runs are left out, so that a flood of people never holds the center up."""

HORIZON = 600.0
"""Minutes: no run looks further, and nobody is told a longer wait."""

SPREAD = 0.6
"""Standard deviation of a visit's length as a share of its mean: assumed until it is learned."""

_BORN_LAST = 2**62


Newcomer = tuple[str, int]
"""Somebody who comes now: service code, and head start in minutes (0 for most)."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Ranges by ticket id and, for somebody who comes now, by service code and head start (min).

    A ticket, or service, that no open counter can call has None: no minutes are promised.
    """

    waits: dict[str, Range | None]
    newcomers: dict[Newcomer, Range | None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    place: Place
    minutes: float
    newcomer: Newcomer | None = None


def estimate(day: ServiceDay, now: int) -> Estimate:
    """Estimate all waits in minutes at `now` (ms). Equal days and times give equal estimates."""
    if day.plan is None:
        return Estimate({}, {})
    open_counters = [c for c in day.counters.values() if c.state is CounterState.OPEN]
    lines = _lines(day, now)
    starts: dict[str, list[float]] = {one.place[2]: [] for line in lines.values() for one in line}
    random = np.random.default_rng(day.seq)
    runs = max(FEWEST_RUNS, min(RUNS, RUNS_TIMES_WAITING // len(starts)))
    for _ in range(runs):
        _run(day, now, open_counters, lines, random, starts)
    served: set[str | int] = {code for counter in open_counters for code in counter.services}
    served |= {counter.number for counter in open_counters}
    newcomers: dict[Newcomer, Range | None] = {}
    waits: dict[str, Range | None] = {}
    for name, line in lines.items():
        for one in line:
            found = _range(starts[one.place[2]], runs) if name in served else None
            if one.newcomer is None:
                waits[one.place[2]] = found
            else:
                newcomers[one.newcomer] = found
    return Estimate(waits, newcomers)


def _lines(day: ServiceDay, now: int) -> dict[str | int, list[_Waiting]]:
    """Return who waits by service code, newcomers among them, and by named counter.

    A newcomer takes no time, so that those behind her are dated as if she had not come.
    """
    minutes = {s.code: float(s.minutes) for s in day.opened_plan.services}
    heads = {0} | {start.minutes for start in day.opened_plan.rules.head_starts}
    lines: dict[str | int, list[_Waiting]] = {}
    for code, places in day.by_service.items():
        line = [_Waiting(place, minutes[code]) for place in places]
        for head in heads:
            place = (now - head * MINUTE, _BORN_LAST, f"newcomer {code} {head}")
            line.append(_Waiting(place, 0.0, (code, head)))
        lines[code] = sorted(line, key=lambda one: one.place)
    for number, places in day.by_counter.items():
        bound = [(place, day.tickets[place[2]].service) for place in places]
        lines[number] = [_Waiting(place, minutes[code]) for place, code in bound]
    return lines


def _run(
    day: ServiceDay,
    now: int,
    counters: list[Counter],
    lines: dict[str | int, list[_Waiting]],
    random: np.random.Generator,
    starts: dict[str, list[float]],
) -> None:
    at = dict.fromkeys(lines, 0)
    free = [(_busy_for(day, counter, now, random), i) for i, counter in enumerate(counters)]
    heapq.heapify(free)
    while free:
        minute, i = heapq.heappop(free)
        if minute >= HORIZON:
            return
        names: list[str | int] = [counters[i].number, *counters[i].services]
        open_lines = [name for name in names if at[name] < len(lines[name])]
        if not open_lines:
            continue
        name = min(open_lines, key=lambda one: lines[one][at[one]].place)
        chosen = lines[name][at[name]]
        at[name] += 1
        starts[chosen.place[2]].append(minute)
        heapq.heappush(free, (minute + _length(chosen.minutes, random), i))


def _busy_for(day: ServiceDay, counter: Counter, now: int, random: np.random.Generator) -> float:
    """Draw how many minutes the counter is still taken by who is there."""
    if counter.ticket is None:
        return 0.0
    ticket = day.tickets[counter.ticket]
    service = day.opened_plan.service(ticket.service)
    mean = float(service.minutes) if service else 10.0
    since = ticket.started_at or ticket.called_at or now
    spent = max(0, now - since) / MINUTE
    length = _length(mean, random)
    # Longer than drawn already: what is left is about half a visit, whatever was spent.
    return length - spent if length > spent else float(random.exponential(mean / 2))


def _length(mean: float, random: np.random.Generator) -> float:
    if mean <= 0:
        return 0.0
    sigma = math.sqrt(math.log(1 + SPREAD**2))
    return float(random.lognormal(math.log(mean) - sigma**2 / 2, sigma))


def _range(starts: list[float], runs: int) -> Range:
    """Say the 10 and 90 % points; a run that never came to it counts as the horizon."""
    never = [HORIZON] * (runs - len(starts))
    low, high = np.percentile(starts + never, (10, 90))
    return spoken(float(low), float(high))
