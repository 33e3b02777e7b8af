"""All that a center has learned from its own days, to be kept and read again."""

import math
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from layso_queue.forecast.calibration import Scores
from layso_queue.forecast.habits import Habits
from layso_queue.forecast.lengths import PRIORS, Group, Lengths
from layso_queue.forecast.seen import Stretch
from layso_queue.forecast.watch import Watch

VERSION = 1

KEEP = 0.5 ** (1 / 20)
"""What one working day leaves of the weight of those before: half of it after twenty."""

DAYS_KEPT = 20
"""So many past days of counters' hours are kept."""


class LearnedUnreadable(Exception):
    """A record is not one of ours: damaged, or written by a newer version."""


@dataclass
class Learned:
    """What is known; start with nothing, and never change one that is in use."""

    days: int = 0
    lengths: Lengths = field(default_factory=Lengths)
    habits: Habits = field(default_factory=Habits)
    programs: list[dict[int, list[Stretch]]] = field(default_factory=list)
    scores: Scores = field(default_factory=Scores)

    def after(self, day: Watch) -> "Learned":
        """Return what is known after one more day; a day without visits teaches nothing."""
        if day.plan is None or not day.seen.visits:
            return self
        new = deepcopy(self)
        minutes = {service.code: float(service.minutes) for service in day.plan.services}
        new.lengths.learn(day.seen.visits, lambda code: minutes.get(code, 10.0), KEEP)
        new.habits.learn(day.seen, KEEP)
        new.programs = [*new.programs, deepcopy(day.seen.programs)][-DAYS_KEPT:]
        new.scores.forget()
        new.days += 1
        return new

    def to_record(self) -> dict[str, Any]:
        """Return all of it as JSON-ready data, far below 200 kB."""
        lengths = self.lengths
        return {
            "version": VERSION,
            "days": self.days,
            "means": _rounded(lengths.means),
            "groups": {
                name: [round(group.tau, 5), _rounded(group.cells)]
                for name, group in lengths.groups.items()
            },
            "residuals": lengths.pools,
            "of_days": [lengths.common, lengths.own],
            "counts": {name: round(n, 3) for name, n in self.habits.counts.items()},
            "pools": self.habits.pools,
            "programs": [
                {str(number): [_written(one) for one in some] for number, some in day.items()}
                for day in self.programs
            ],
            "scores": {
                name: [round(n, 2) for n in counts] for name, counts in self.scores.counts.items()
            },
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Learned":
        """Return what `to_record` wrote; raise LearnedUnreadable for anything else."""
        try:
            if record["version"] != VERSION:
                raise LearnedUnreadable(f"version {record['version']}")
            common, own = record["of_days"]
            lengths = Lengths(
                means=_cells(record["means"]),
                groups={
                    name: Group(float(record["groups"][name][0]), _cells(record["groups"][name][1]))
                    for name in PRIORS
                },
                pools=_pools(record["residuals"]),
                common=_numbers(common),
                own=_numbers(own),
            )
            counts = {str(name): float(n) for name, n in record["counts"].items()}
            return cls(
                days=int(record["days"]),
                lengths=lengths,
                habits=Habits(counts, _pools(record["pools"])),
                programs=[
                    {int(number): [_read(one) for one in some] for number, some in day.items()}
                    for day in record["programs"]
                ],
                scores=Scores(_pools(record["scores"])),
            )
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
            raise LearnedUnreadable(f"{type(fault).__name__}: {fault}") from fault


def _rounded(cells: Mapping[str, list[float]]) -> dict[str, list[float]]:
    return {name: [round(n, 4), round(total, 4)] for name, (n, total) in cells.items()}


def _cells(record: Mapping[str, Any]) -> dict[str, list[float]]:
    return {str(name): [float(n), float(total)] for name, (n, total) in record.items()}


def _numbers(record: Any) -> list[float]:
    n, total = record
    return [float(n), float(total)]


def _pools(record: Mapping[str, Any]) -> dict[str, list[float]]:
    return {str(name): [float(one) for one in some] for name, some in record.items()}


def _written(one: Stretch) -> list[float | None]:
    end = None if math.isinf(one.end) else round(one.end, 2)
    return [round(one.start, 2), end, round(one.rest, 2)]


def _read(record: Any) -> Stretch:
    start, end, rest = record
    return Stretch(float(start), math.inf if end is None else float(end), float(rest))
