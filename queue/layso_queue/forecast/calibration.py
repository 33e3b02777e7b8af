"""Past predictions against what came: which points of the runs really hold four fifths.

A score is the share of runs that called a ticket before it was really called. Were the runs
perfect, a tenth of the scores would lie below 0.1 and a tenth above 0.9; where they do not, other
points are taken. Scores are counted by service and by how long the wait was foreseen; a bad day
moves all its scores together, so that many days are remembered.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

REGIMES = (4.0, 12.0, 30.0, 60.0)
"""Foreseen minutes that part short waits from long ones."""

BINS = 40

WEIGHTS = {"all": 2500.0, "regime": 5000.0, "service": 5000.0}
"""So many scores speak as loud as the belief that the runs, or all scores together, are right.

Several days' worth: the scores of one day are not independent.
"""

KEEP = 0.5 ** (1 / 60)
"""What one working day leaves of the weight of those before: half of it after sixty."""

WISE = 15
"""From so many days on a prediction's score counts in full."""

LEAST = 1.0
"""Waits of less than a minute are told as "now": they say nothing of an interval."""

POINTS = (0.1, 0.5, 0.9)
SMALLEST = 0.005


@dataclass
class Scores:
    """How many scores fell into each fortieth, by group."""

    counts: dict[str, list[float]] = field(default_factory=dict)

    def forget(self) -> None:
        """Let what was counted on earlier days count less."""
        for counts in self.counts.values():
            counts[:] = [n * KEEP for n in counts]

    def add(self, service: str, median: float, score: float, waited: float, days: int) -> None:
        """Take in what became of a prediction; times in minutes.

        `days` had been learned from when it was made: what was said in ignorance counts little.
        """
        if waited <= LEAST:
            return
        place = min(BINS - 1, int(score * BINS))
        weight = min(1.0, (days / WISE) ** 2)
        for name in ("all", f"service|{service}", _regime(median)):
            self.counts.setdefault(name, [0.0] * BINS)[place] += weight

    def points(self, service: str, median: float) -> tuple[float, ...]:
        """Return the points of the runs to take for the 10, 50 and 90 % points."""
        found = []
        for point in POINTS:
            whole = self._point("all", point, point)
            regime = self._point(_regime(median), point, whole)
            own = self._point(f"service|{service}", point, whole)
            found.append(min(1 - SMALLEST, max(SMALLEST, regime + own - whole)))
        return tuple(found)

    def _point(self, name: str, point: float, prior: float) -> float:
        counts = self.counts.get(name)
        n = sum(counts) if counts else 0.0
        if not counts or not n:
            return prior
        weight = WEIGHTS[name.partition("|")[0]]
        return (_quantile(counts, point) * n + prior * weight) / (n + weight)


def _quantile(counts: list[float], point: float) -> float:
    sums = list(accumulate(counts))
    wanted = point * sums[-1]
    place = min(bisect_right(sums, wanted), len(counts) - 1)
    before = sums[place - 1] if place else 0.0
    within = (wanted - before) / counts[place] if counts[place] else 0.5
    return (place + within) / len(counts)


def _regime(median: float) -> str:
    return f"regime|{bisect_right(REGIMES, median)}"
