"""What simulated days show in figures: waits, who waited too long, how busy the counters were."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from layso_queue.line.order import MINUTE
from layso_queue.line.states import Priority
from layso_queue.reports.loads import Load, loads_of
from layso_queue.simulate import DayRun, Visit
from layso_queue.simulate.opening import midnight_of

HALF_HOUR = 30


@dataclass(frozen=True, slots=True)
class Waits:
    """The waits of some people; `people`, `missed` and `left` by day, `over` a share."""

    people: float
    mean: float
    median: float
    p90: float
    over: float
    missed: float
    left: float


@dataclass(frozen=True, slots=True)
class HalfHour:
    """The waits of who came in a half hour that begins at `minute`, over all days."""

    minute: int
    p10: float
    median: float
    p90: float


@dataclass(frozen=True, slots=True)
class Measured:
    """All that is told of a center's simulated days; `claims` are those of a priority class."""

    days: int
    services: dict[str, Waits]
    claims: Waits
    others: Waits
    all: Waits
    half_hours: tuple[HalfHour, ...]
    loads: dict[int, Load]
    overtakes: int
    ends: float
    latest: float
    turned_away: float


def measure(runs: Sequence[DayRun], targets: Mapping[str, float]) -> Measured:
    """Measure days against each service's target wait."""
    visits = [visit for run in runs for visit in run.visits]
    by_service: dict[str, list[Visit]] = {one.code: [] for one in runs[0].description.services}
    for visit in visits:
        by_service[visit.service].append(visit)
    ends = [_end(run) for run in runs]
    return Measured(
        days=len(runs),
        services={code: _waits(some, targets, len(runs)) for code, some in by_service.items()},
        claims=_waits([one for one in visits if _claims(one)], targets, len(runs)),
        others=_waits([one for one in visits if not _claims(one)], targets, len(runs)),
        all=_waits(visits, targets, len(runs)),
        half_hours=_half_hours(runs),
        loads=loads_of(runs),
        overtakes=max((t.passed_by for run in runs for t in run.day.tickets.values()), default=0),
        ends=float(np.mean(ends)),
        latest=max(ends),
        turned_away=sum(run.turned_away for run in runs) / len(runs),
    )


def _claims(visit: Visit) -> bool:
    return visit.priority is not Priority.NONE


def _waits(visits: Iterable[Visit], targets: Mapping[str, float], days: int) -> Waits:
    every = list(visits)
    known = [(visit.wait, targets[visit.service]) for visit in every if visit.wait is not None]
    waits = [wait for wait, _ in known]
    return Waits(
        people=len(every) / days,
        mean=float(np.mean(waits)) if waits else math.nan,
        median=float(np.median(waits)) if waits else math.nan,
        p90=float(np.percentile(waits, 90)) if waits else math.nan,
        over=sum(wait > target for wait, target in known) / len(known) if known else math.nan,
        missed=sum(visit.missed for visit in every) / days,
        left=sum(visit.left is not None for visit in every) / days,
    )


def _half_hours(runs: Iterable[DayRun]) -> tuple[HalfHour, ...]:
    found: dict[int, list[float]] = {}
    for run in runs:
        midnight = midnight_of(run.description)
        for visit in run.visits:
            if visit.wait is not None:
                minute = (visit.arrived - midnight) // MINUTE // HALF_HOUR * HALF_HOUR
                found.setdefault(minute, []).append(visit.wait)
    return tuple(
        HalfHour(minute, *(float(one) for one in np.percentile(waits, (10, 50, 90))))
        for minute, waits in sorted(found.items())
    )


def _end(run: DayRun) -> float:
    last = max((visit.finished or 0 for visit in run.visits), default=0)
    return (last - midnight_of(run.description)) / MINUTE if last else run.description.last_end
