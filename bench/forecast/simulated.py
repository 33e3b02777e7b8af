"""The rows of the table that simulated days give.

Two ranges of seeds are kept apart. Whoever works on the forecast looks at days of DEVELOPMENT
seeds; the SCORING seeds are played by this table alone, and nothing was ever chosen by them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.figures import Figure
from bench.forecast.days import Known, Row, Stretch, learned_from, scored
from layso_queue.simulate import demo_center

DEVELOPMENT = range(1000, 2000)
SCORING = range(7000, 8000)

LEARNED_DAYS = 40
SCORED_DAYS = 40
RUNS = 30
ASKED = 2
"""While it learns, an estimate is made for every second ticket, for the intervals' sake."""

PAIRS = 12
"""So many times one day is learned from and the next one scored."""

LEARNED_FROM, SCORED_FROM = "2026-01-05", "2026-03-16"


@dataclass(frozen=True, slots=True)
class Arrays:
    """What was said and what came, in minutes."""

    waited: NDArray[np.float64]
    middle: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    by_length: NDArray[np.float64]
    by_last_ten: NDArray[np.float64]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Arrays":
        """Take rows of tickets that were called; NaN where nobody had been called before."""
        columns = [
            [
                row.waited,
                row.forecast.median,
                row.forecast.low,
                row.forecast.high,
                row.by_length,
                float("nan") if row.by_last_ten is None else row.by_last_ten,
            ]
            for row in rows
        ]
        return cls(*np.array(columns, dtype=np.float64).T)

    @property
    def covered(self) -> float:
        """Return the share of waits over a minute that lie within their interval, in percent."""
        long = self.waited > 1.0
        inside = (self.low <= self.waited) & (self.waited <= self.high)
        return 100 * float(np.mean(inside[long]))

    def error(self, said: NDArray[np.float64]) -> float:
        """Return the mean absolute error in minutes, where the last ten say anything."""
        known = ~np.isnan(self.by_last_ten)
        return float(np.mean(np.abs(said - self.waited)[known]))


def measure(seeds: range = SCORING, n: int = SCORED_DAYS) -> list[Figure]:
    """Learn from forty days, score the next ones, and do the same with single days."""
    center = demo_center()
    first = seeds.start
    before = Stretch(LEARNED_FROM, LEARNED_DAYS, first, ASKED, RUNS)
    known = learned_from(center, before, Known())
    days = scored(center, Stretch(SCORED_FROM, n, first + 1, 1, RUNS), known)
    rows = [row for day in days for row in day.told]
    all_rows = Arrays.of(rows)
    error, length, ten = (
        all_rows.error(said) for said in (all_rows.middle, all_rows.by_length, all_rows.by_last_ten)
    )
    cost = 1000 * sum(day.seconds for day in days) / sum(day.waiting for day in days)
    note = f"{len(rows)} tickets of {n} days, {error:.2f} min"
    return [
        Figure("error at issue / queue length x mean / counters", error / length, "x", 0.45,
               note=f"{note} against {length:.2f}"),
        Figure("error at issue / mean of the last ten waits", error / ten, "x", 0.33,
               note=f"against {ten:.2f} min"),
        *band("80 % interval holds, waits over 1 min", all_rows.covered),
        *_by_service(rows),
        _after_one_day(first + 2),
        Figure("an estimate for each waiting ticket, N = 30", cost, "ms", 1.0),
    ]  # fmt: skip


def band(name: str, percent: float) -> list[Figure]:
    """Return a coverage with both its aims: too wide is as wrong as too narrow."""
    return [
        Figure(f"{name}: at least", percent, "%", 78.0, at_least=True),
        Figure(f"{name}: at most", percent, "%", 83.0),
    ]


def _by_service(rows: list[Row]) -> list[Figure]:
    found = []
    for service in sorted({row.service for row in rows}):
        own = [row for row in rows if row.service == service]
        arrays = Arrays.of(own)
        note = f"{len(own)} tickets, error {arrays.error(arrays.middle):.2f} min"
        found.append(Figure(f"  of service {service}", arrays.covered, "%", note=note))
    return found


def _after_one_day(seed: int) -> Figure:
    """Learn from one day only, each time another one, and score the next."""
    rows: list[Row] = []
    center = demo_center()
    for pair in range(PAIRS):
        own = seed + 2 * pair
        one = learned_from(center, Stretch(LEARNED_FROM, 1, own, 0, RUNS), Known())
        for day in scored(center, Stretch(SCORED_FROM, 1, own + 1, 1, RUNS), one):
            rows += day.told
    arrays = Arrays.of(rows)
    ours, length = arrays.error(arrays.middle), arrays.error(arrays.by_length)
    note = f"{len(rows)} tickets of {PAIRS} days, {ours:.2f} min against {length:.2f}"
    return Figure("after one day of logs, error / queue length", ours / length, "x", 0.5, note=note)
