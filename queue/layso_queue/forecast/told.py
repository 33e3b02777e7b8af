"""One forecast: what the runs said of one wait, and what people are told of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from layso_queue.forecast.calendar import Calendar, Split
from layso_queue.forecast.calibration import POINTS, Scores
from layso_queue.forecast.play import HORIZON
from layso_queue.forecast.ranges import Range, spoken
from layso_queue.line.order import MINUTE

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Forecast:
    """Minutes from now: the middle, and between what four of five such waits lie.

    `raw` are the runs' own points 10, 50, 90 %; `runs` all their minutes, in order. `split` is
    set where some runs end before lunch and others after it.
    """

    service: str
    low: float
    median: float
    high: float
    raw: tuple[float, float, float]
    runs: tuple[float, ...]
    split: Split | None = None

    @property
    def spoken(self) -> Range:
        """Return the range in steps that can be said."""
        return spoken(self.low, self.high)


def score(runs: tuple[float, ...], waited: float) -> float:
    """Return the share of runs below `waited`; those that are equal to it count half."""
    below = sum(one < waited - 1e-6 for one in runs)
    equal = sum(abs(one - waited) <= 1e-6 for one in runs)
    return (below + equal / 2 + 0.5) / (len(runs) + 1)


def forecast(
    service: str, ordered: Floats, now: int, scores: Scores, calendar: Calendar
) -> Forecast:
    """Make a forecast of the runs' minutes, in order."""
    raw = [point(ordered, one) for one in POINTS]
    low, median, high = (point(ordered, one) for one in scores.points(service, raw[1]))
    split = calendar.split(now + round(low * MINUTE), now + round(high * MINUTE))
    return Forecast(
        service=service,
        low=low,
        median=median,
        high=high,
        raw=(raw[0], raw[1], raw[2]),
        runs=tuple(ordered.tolist()),
        split=split,
    )


def point(ordered: Floats, share: float) -> float:
    """Return the point of the runs' distribution, drawn out a little beyond its ends."""
    n = len(ordered)
    at = share * (n + 1) - 1
    if at < 0:
        step = (ordered[min(3, n - 1)] - ordered[0]) / 3
        return max(0.0, float(ordered[0] + at * step))
    if at > n - 1:
        step = (ordered[-1] - ordered[max(0, n - 4)]) / 3
        return min(HORIZON, float(ordered[-1] + (at - n + 1) * step))
    low = int(at)
    high = min(low + 1, n - 1)
    return float(ordered[low] + (at - low) * (ordered[high] - ordered[low]))
