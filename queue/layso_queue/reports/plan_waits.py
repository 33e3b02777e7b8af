"""A day played many times: how long people waited by half hour and service, counters being open."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from layso_queue.line.order import MINUTE
from layso_queue.simulate import Description, simulate
from layso_queue.simulate.effects import around_one, stream
from layso_queue.simulate.opening import midnight_of

SPAN = 30.0
SEED = 20260701
"""Each plan is tried on the same people: what differs is the plan."""

FEWEST = 12
"""People of a service in one half hour, over all days, of whom a mean says something."""

Spans = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Waited:
    """Minutes waited, by service and the half hour's first minute; over `days` days.

    Who comes before a span opens waits from its opening on. `never` were never called.
    """

    days: int
    by_step: dict[tuple[str, float], list[float]]
    never: int
    walk_ins: list[float]

    @property
    def mean(self) -> float:
        """Return the mean over everybody."""
        every = [one for waits in self.by_step.values() for one in waits]
        return fmean(every) if every else 0.0

    @property
    def p90(self) -> float:
        """Return the wait that nine of ten people did not exceed."""
        every = sorted(one for waits in self.by_step.values() for one in waits)
        return every[int(0.9 * (len(every) - 1))] if every else 0.0

    def of_service(self, code: str) -> float:
        """Return a service's mean."""
        found = [one for (key, _), waits in self.by_step.items() if key == code for one in waits]
        return fmean(found) if found else 0.0

    def of_step(self, step: float) -> float | None:
        """Return the mean of the people who came in a half hour; None if nobody did."""
        found = [one for (_, at), waits in self.by_step.items() if at == step for one in waits]
        return fmean(found) if found else None

    def over(self, targets: Mapping[str, float]) -> dict[tuple[str, float], float]:
        """Return where people wait longer than the target on the mean, and by how much in all."""
        return {
            (code, step): sum(waits) - targets[code] * len(waits)
            for (code, step), waits in self.by_step.items()
            if len(waits) >= min(FEWEST, 2 * self.days) and fmean(waits) > targets[code]
        }


def played(description: Description, spans: Spans, days: int) -> Waited:
    """Play a day so many times, each with other people; days differ in size as they do."""
    random = stream(SEED, "plan")
    by_step: dict[tuple[str, float], list[float]] = {}
    walk_ins: list[float] = []
    never = 0
    midnight = midnight_of(description)
    for _ in range(days):
        size = around_one(random, description.week.people_cv)
        arrivals = _sized(description, size)
        run = simulate(arrivals, int(random.integers(2**31)))
        for visit in run.visits:
            if visit.called is None:
                never += visit.left is None
                continue
            came = (visit.arrived - midnight) / MINUTE
            opened = next((max(came, a) for a, b in spans if came < b), came)
            waited = max(0.0, (visit.called - midnight) / MINUTE - opened)
            start = next((a for a, b in spans if opened < b), spans[-1][0])
            step = start + (opened - start) // SPAN * SPAN
            by_step.setdefault((visit.service, step), []).append(waited)
            if visit.booking is None:
                walk_ins.append(waited)
    return Waited(days, by_step, never, walk_ins)


def _sized(description: Description, size: float) -> Description:
    from dataclasses import replace

    return replace(
        description,
        arrivals=tuple(replace(one, people=one.people * size) for one in description.arrivals),
    )
