"""A center's settings as days to be simulated; what they leave open is assumed as is usual.

How many come is not in the settings: as many as keep the counters busy for three quarters of their
hours, for each service as the counters' time for it serves. The command can be told otherwise.
"""

from dataclasses import replace

from layso_queue.center.settings import Settings, plan_of
from layso_queue.line.states import Priority
from layso_queue.reports.center_hours import arrivals_in, spans_of, week_of
from layso_queue.simulate import (
    Breaks,
    Description,
    Desk,
    Effects,
    Leaving,
    Length,
    PriorityShare,
    Returning,
    Service,
)
from layso_queue.simulate.centers import CLAIMS

BUSY = 0.75
WALK = 0.5
NOT_THERE = 0.05


def described(settings: Settings, people: float | None = None) -> Description:
    """Return a mean day of the center, to which `people` come; None: as many as is usual.

    A service at no counter is left out. Raise ValueError if no weekday is open.
    """
    spans = spans_of(settings)
    minutes = sum(b - a for a, b in spans)
    shares = _shares(settings)
    long = {one.code: float(one.minutes) for one in settings.services}
    if people is None:
        mean = sum(share * (long[code] + WALK) for code, share in shares.items())
        people = round(BUSY * minutes * len(settings.counters) / mean, -1) or 10.0
    rules = plan_of(settings, "2026-01-05").rules
    return Description(
        services=tuple(
            Service(code=code, share=share, length=Length(mean=long[code]))
            for code, share in shares.items()
        ),
        desks=tuple(
            Desk(number=one.number, services=one.services, hours=spans) for one in settings.counters
        ),
        arrivals=arrivals_in(spans, settings.hours.doors_open_minutes, people),
        at_door=0.2,
        priorities=_claims(settings),
        no_show=0.0 if rules.start_at_call else NOT_THERE,
        walk=WALK,
        leaving=Leaving(share=0.10),
        returning=Returning(share=0.4),
        effects=Effects(day_cv=0.12),
        breaks=Breaks(a_day=2.0),
        rules=rules,
        week=week_of(settings),
    )


def _shares(settings: Settings) -> dict[str, float]:
    """Return each service's part of the people, as the counters' time for it serves."""
    served = {one.code: 0.0 for one in settings.services}
    minutes = {one.code: one.minutes for one in settings.services}
    for counter in settings.counters:
        for code in counter.services:
            served[code] += 1 / len(counter.services) / minutes[code]
    total = sum(served.values())
    return {code: part / total for code, part in served.items() if part}


def _claims(settings: Settings) -> tuple[PriorityShare, ...]:
    heads = settings.rules.head_start_minutes
    given = {one for one in Priority if one is not Priority.NONE and heads.of(one)}
    return tuple(replace(one) for one in CLAIMS if one.priority in given)
