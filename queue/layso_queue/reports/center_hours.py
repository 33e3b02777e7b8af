"""A center's hours for the simulator: spans of the day, who comes when, which days are open."""

from datetime import time

from layso_queue.center.settings import Settings
from layso_queue.center.settings.model import Days
from layso_queue.simulate import Period, Week, usual_arrivals
from layso_queue.simulate.arrivals import NOON
from layso_queue.simulate.effects import OFFICE_WEEK

Spans = tuple[tuple[float, float], ...]

USUAL_MORNING, USUAL_AFTERNOON = (420.0, 690.0), (780.0, 1020.0)
"""Between which minutes people come where the usual profile was taken."""

FIRST_DAY = OFFICE_WEEK[0]
"""What the first open day of a week has more than the others."""


def spans_of(settings: Settings) -> Spans:
    """Return the hours of the counters in minutes after midnight."""
    return tuple((_minutes(a), _minutes(b)) for a, b in settings.hours.spans)


def arrivals_in(spans: Spans, doors: int, people: float) -> tuple[Period, ...]:
    """Return the usual profile stretched over other hours: morning over the first, then the rest.

    `doors` is how many minutes before a span numbers are given.
    """
    usual = usual_arrivals(people)
    morning = [one for one in usual if one.end <= NOON]
    afternoon = [one for one in usual if one.end > NOON]
    first = _onto(morning, USUAL_MORNING, spans[0], doors)
    if len(spans) == 1:
        rest = people / sum(one.people for one in morning)
        return tuple(Period(start=p.start, end=p.end, people=p.people * rest) for p in first)
    later = (spans[1][0], spans[-1][1])
    return (*first, *_onto(afternoon, USUAL_AFTERNOON, later, doors))


def week_of(settings: Settings) -> Week:
    """Return the open days, the first of a week with a quarter more people than the mean."""
    hours = settings.hours
    open_days = [i for i, day in enumerate(Days) if day in hours.days]
    others = (len(open_days) - FIRST_DAY) / max(1, len(open_days) - 1)
    factors = [0.0] * len(Days)
    for i in open_days:
        factors[i] = others if len(open_days) > 1 else 1.0
    if len(open_days) > 1:
        factors[open_days[0]] = FIRST_DAY
    return Week(
        factors=tuple(factors),
        closed=frozenset(day.isoformat() for day in hours.closures),
        open=frozenset(day.isoformat() for day in hours.working),
    )


def _onto(
    periods: list[Period], usual: tuple[float, float], span: tuple[float, float], doors: int
) -> tuple[Period, ...]:
    start, end = span[0] - doors, span[1]
    stretch = (end - start) / (usual[1] - usual[0])
    return tuple(
        Period(
            start=start + (one.start - usual[0]) * stretch,
            end=start + (one.end - usual[0]) * stretch,
            people=one.people,
        )
        for one in periods
    )


def _minutes(one: time) -> float:
    return one.hour * 60.0 + one.minute
