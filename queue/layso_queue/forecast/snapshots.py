"""Waits where nothing is known but a board: the number served, how many wait, how many counters.

Some offices publish snapshots and no journal. What can be learned from them is how many numbers a
minute are served: by group, hour and today, each shrunk toward what is known above it.
"""

import math
from dataclasses import dataclass, field

import numpy as np

from layso_queue.forecast.calibration import Scores
from layso_queue.forecast.told import Forecast, point

SAMPLES = 60
KEEP = 0.5 ** (1 / 20)
"""What a working day leaves of the weight of those before."""

RECENT = 120.0
"""Minutes after which what was served today counts half."""

TRUST_SET, TRUST_GROUP, TRUST_TODAY = 4.0, 30.0, 40.0
"""So many served numbers speak as loud as the set minutes, as all hours, as the past days."""

STEADY = 5.0
"""A pace is never surer than if so many numbers spoke for it: other groups' queues change it."""

HALF_HOUR = 30.0
HORIZON = 600.0

SHARED = 0.25
"""Groups share counters: twice as many do not serve one group twice as fast."""

LONGEST_GAP = 20.0
"""Minutes: between snapshots further apart nothing is learned."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A group's board at a local minute of a day."""

    minute: float
    served: int
    waiting: int
    counters: int
    set_minutes: float


@dataclass(slots=True)
class Pace:
    """Numbers served, and the minutes that took, times what the counters do for the group."""

    served: float = 0.0
    minutes: float = 0.0

    def add(self, served: float, minutes: float) -> None:
        """Take in what was served meanwhile."""
        self.served += served
        self.minutes += minutes

    def fade(self, factor: float) -> None:
        """Let what was seen count less."""
        self.served *= factor
        self.minutes *= factor


def effort(counters: int) -> float:
    """Return how much so many counters do for one group, one counter being 1."""
    return math.pow(max(1, counters), SHARED)


@dataclass(slots=True)
class Group:
    """One group of an office: what earlier days taught, and today."""

    whole: Pace = field(default_factory=Pace)
    hours: dict[int, Pace] = field(default_factory=dict)
    today: Pace = field(default_factory=Pace)
    expected: float = 0.0
    """What past days would have served in today's minutes."""
    _last: Snapshot | None = None
    _new: list[tuple[int, float, float]] = field(default_factory=list)

    def see(self, now: Snapshot) -> None:
        """Be told of a new snapshot of today."""
        last, self._last = self._last, now
        if last is None or now.served < last.served:
            return
        gap = now.minute - last.minute
        if not 0 < gap <= LONGEST_GAP:
            return
        fade = 0.5 ** (gap / RECENT)
        self.today.fade(fade)
        self.expected *= fade
        if last.waiting > 0 or now.served > last.served:
            minutes = gap * effort(last.counters)
            half_hour = int(last.minute // HALF_HOUR)
            self.today.add(now.served - last.served, minutes)
            self.expected += minutes * self.pace(half_hour, now.set_minutes)
            self._new.append((half_hour, now.served - last.served, minutes))

    def close_day(self) -> None:
        """Learn from the day; a new one begins."""
        for pace in (self.whole, *self.hours.values()):
            pace.fade(KEEP)
        for half_hour, served, minutes in self._new:
            self.whole.add(served, minutes)
            self.hours.setdefault(half_hour, Pace()).add(served, minutes)
        self.today, self.expected, self._last = Pace(), 0.0, None
        self._new.clear()

    def pace(self, half_hour: int, set_minutes: float) -> float:
        """Return how many numbers a minute were served on past days at this local half hour."""
        guess = 1.0 / max(0.5, set_minutes)
        whole = (self.whole.served + TRUST_SET) / (self.whole.minutes + TRUST_SET / guess)
        own = self.hours.get(half_hour, Pace())
        return (own.served + TRUST_GROUP) / (own.minutes + TRUST_GROUP / whole)

    def runs(self, now: Snapshot) -> tuple[float, ...]:
        """Return possible waits, in order, of somebody who takes a number now; minutes.

        Today's pace, against that of past days at the same times, goes on; the times' own go with
        it, so that a wait over a break at noon is as long as it always was.
        """
        random = np.random.default_rng([now.served, now.waiting, round(now.minute)])
        numbers = self.today.served + TRUST_TODAY
        expected = self.expected + TRUST_TODAY
        strata = (random.permutation(SAMPLES) + random.random(SAMPLES)) / SAMPLES
        shape = min(numbers, STEADY)
        paces = np.sort(random.gamma(shape, numbers / expected / shape, 20 * SAMPLES))
        pace = paces[(strata * len(paces)).astype(int)] * effort(now.counters)
        work = random.gamma(now.waiting + 1, 1 / pace)
        edges, sums = self._ahead(now)
        found = np.sort(np.interp(work, sums, edges, right=HORIZON))
        return tuple(found.tolist())

    def _ahead(self, now: Snapshot) -> tuple[list[float], list[float]]:
        """Return minutes from now, and how many numbers one counter serves until then."""
        edges, sums = [0.0], [0.0]
        while edges[-1] < HORIZON:
            at = now.minute + edges[-1]
            ends = (at // HALF_HOUR + 1) * HALF_HOUR - now.minute
            served = (ends - edges[-1]) * self.pace(int(at // HALF_HOUR), now.set_minutes)
            edges.append(ends)
            sums.append(sums[-1] + max(served, 1e-6))
        return edges, sums


def foretell(group: Group, name: str, now: Snapshot, scores: Scores) -> Forecast:
    """Return the forecast for somebody who takes a number now; `scores` correct its interval."""
    runs = group.runs(now)
    ordered = np.array(runs)
    raw = [point(ordered, one) for one in (0.1, 0.5, 0.9)]
    low, median, high = (point(ordered, one) for one in scores.points(name, raw[1]))
    return Forecast(name, low, median, high, (raw[0], raw[1], raw[2]), runs)
