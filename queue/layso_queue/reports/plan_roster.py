"""Which counters to open in which half hour: first by the formula, then as the simulator says."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from layso_queue.forecast.staffing import counters_needed, load_of, split
from layso_queue.reports.plan_waits import Waited, played
from layso_queue.simulate import Description, Desk

SPAN = 30.0
"""Minutes of a step of the plan."""

CHANCE = 0.3
"""The chance of having to wait at all that the first draft is made for."""

ROUNDS = 10
"""How often the plan is run and corrected at most."""

Spans = tuple[tuple[float, float], ...]


@dataclass(slots=True)
class Roster:
    """Counters open by the minute at which each half hour begins.

    `needed` is what the formula asked for; `holds` says whether every service then waits, on the
    mean of each half hour's people together, no longer than its target in the simulator; `failing`
    are the half hours of those that do.
    """

    needed: dict[float, int] = field(default_factory=dict)
    open: dict[float, set[int]] = field(default_factory=dict)
    holds: bool = False
    waited: Waited | None = None
    failing: dict[str, tuple[float, ...]] = field(default_factory=dict)

    def desks(self, all_desks: Mapping[int, Desk], spans: Spans) -> tuple[Desk, ...]:
        """Return the counters with the hours of this plan."""
        found = []
        for number, desk in sorted(all_desks.items()):
            hours: list[tuple[float, float]] = []
            for start in sorted(self.open):
                if number not in self.open[start]:
                    continue
                end = next(min(b, start + SPAN) for a, b in spans if a <= start < b)
                if hours and hours[-1][1] == start:
                    hours[-1] = (hours[-1][0], end)
                else:
                    hours.append((start, end))
            if hours:
                found.append(replace(desk, hours=tuple(hours)))
        return tuple(found)


def steps_of(spans: Spans) -> list[float]:
    """Return the beginnings of the half hours in the spans, in minutes after midnight."""
    return [a + i * SPAN for a, b in spans for i in range(int(-(-(b - a) // SPAN)))]


def planned(
    description: Description,
    desks: Mapping[int, Desk],
    spans: Spans,
    hours: Mapping[str, list[float]],
    targets: Mapping[str, float],
    days: int,
) -> Roster:
    """Return the plan of a day: `hours` are the people of each service by half hour of the day."""
    roster = Roster()
    lengths = {one.code: one.length.mean + description.walk for one in description.services}
    asked = {code for code, people in hours.items() if sum(people) > 0.05}
    for step, loads in _loads(spans, hours, lengths).items():
        roster.needed[step] = counters_needed(sum(loads.values()), CHANCE)
        roster.open[step] = _draft(desks, loads, asked, roster.needed[step])
    _fill_gaps(roster, spans)
    for _ in range(ROUNDS):
        day = replace(description, desks=roster.desks(desks, spans))
        roster.waited = played(day, spans, days)
        over = roster.waited.over(targets)
        roster.failing = {
            code: tuple(sorted(step for other, step in over if other == code))
            for code in sorted({code for code, _ in over})
        }
        roster.holds = not over
        if not over or not _open_more(roster, desks, over):
            return roster
        _fill_gaps(roster, spans)
    return roster


def _loads(
    spans: Spans, hours: Mapping[str, list[float]], lengths: Mapping[str, float]
) -> dict[float, dict[str, float]]:
    """Return the erlangs of each service by step; who comes before a span counts in its first."""
    steps = steps_of(spans)
    found = {step: dict.fromkeys(hours, 0.0) for step in steps}
    for code, people in hours.items():
        for slot, n in enumerate(people):
            step = next((one for one in steps if one > slot * SPAN - SPAN), steps[-1])
            found[step][code] += load_of(n, lengths[code], SPAN)
    return found


def _draft(
    desks: Mapping[int, Desk], loads: Mapping[str, float], asked: set[str], needed: int
) -> set[int]:
    """Return counters for one step: every service that people ask for, then where work is most."""
    chosen: set[int] = set()
    uncovered = {code for code in asked if any(code in desk.services for desk in desks.values())}
    while uncovered:
        best = max(
            desks, key=lambda n: (len(uncovered & set(desks[n].services)), -len(desks[n].services))
        )
        chosen.add(best)
        uncovered -= set(desks[best].services)
    while len(chosen) < min(needed, len(desks)):
        others = [n for n in desks if n not in chosen]
        chosen.add(min(others, key=lambda n: (_busiest(desks, loads, chosen | {n}), n)))
    return chosen


def _busiest(desks: Mapping[int, Desk], loads: Mapping[str, float], chosen: set[int]) -> float:
    work = split(loads, {n: desks[n].services for n in chosen})
    # The busiest counter first, then the spread: a second one that helps a little is no tie.
    return max(work.values()) + 1e-3 * sum(one**2 for one in work.values())


def _fill_gaps(roster: Roster, spans: Spans) -> None:
    """Keep a counter open over a single half hour between two in which it is."""
    for a, b in spans:
        steps = [step for step in sorted(roster.open) if a <= step < b]
        for before, step, after in zip(steps, steps[1:], steps[2:], strict=False):
            roster.open[step] |= roster.open[before] & roster.open[after]


def _open_more(
    roster: Roster, desks: Mapping[int, Desk], over: Mapping[tuple[str, float], float]
) -> bool:
    """Open one more counter wherever people wait too long; if all are open then, shortly before.

    What follows from one line that is left over is not answered half hour by half hour: only the
    worst of a service goes back in time.
    """
    opened = False
    gone_back: set[str] = set()
    for code, at in sorted(over, key=lambda one: -over[one]):
        for step in sorted((one for one in roster.open if one <= at), reverse=True):
            if step != at and code in gone_back:
                break
            free = [n for n in desks if code in desks[n].services and n not in roster.open[step]]
            if free:
                roster.open[step].add(min(free, key=lambda n: (len(desks[n].services), n)))
                opened = True
                break
        gone_back.add(code)
    return opened
