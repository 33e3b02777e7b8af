"""Try the web places in the simulator, and take away what makes walk-ins wait too long."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from layso_queue.reports.plan_places import Offered
from layso_queue.reports.plan_waits import Spans, Waited, played
from layso_queue.simulate import Appointments, Description

HOUR = 60.0

ROUNDS = 6
"""How often places are taken away at most; each round halves some, so that few are left then."""


def tried(
    day: Description,
    spans: Spans,
    offered: Sequence[Offered],
    without: Waited,
    targets: Mapping[str, float],
    show: float,
    days: int,
) -> tuple[tuple[Offered, ...], Waited]:
    """Return the places that are left, and how people then wait.

    A half hour in which walk-ins wait beyond the target anyhow, `without` any place, gets none.
    """
    left = _halved(offered, set(without.over(targets)), day, to_none=True)
    waited = without
    for _ in range(ROUNDS):
        taken = replace(day, appointments=appointments(left, show))
        waited = played(taken, spans, days)
        over = set(waited.over(targets)) - set(without.over(targets))
        if not over:
            break
        left = _halved(left, over, day)
    return tuple(left), waited


def appointments(offered: Sequence[Offered], show: float) -> tuple[Appointments, ...]:
    """Return the places as appointments that are all taken, evenly over each hour."""
    slots: dict[str, list[float]] = {}
    for one in offered:
        for i in range(one.places):
            at = one.start + (i + 0.5) * one.span / one.places
            slots.setdefault(one.service, []).append(at)
    return tuple(
        Appointments(service=code, slots=tuple(sorted(at)), show=show) for code, at in slots.items()
    )


def _halved(
    offered: Sequence[Offered],
    over: set[tuple[str, float]],
    day: Description,
    *,
    to_none: bool = False,
) -> list[Offered]:
    """Take places away in the hours of `over` and the hour before, at all shared counters."""
    lost = {
        (one.service, one.start)
        for one in offered
        for code, step in over
        if one.service in _beside(day, code)
        and one.start <= step < one.start + one.span + (0.0 if to_none else HOUR)
    }
    return [
        replace(one, places=0 if to_none else one.places // 2)
        if (one.service, one.start) in lost
        else one
        for one in offered
    ]


def _beside(day: Description, code: str) -> set[str]:
    return {one for desk in day.desks if code in desk.services for one in desk.services}
