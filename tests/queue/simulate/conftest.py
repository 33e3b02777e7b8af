"""One service under a steady stream of people, and its mean waits by day."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from layso_queue.line.plan import STRICT, HeadStart, Rules
from layso_queue.line.states import Priority
from layso_queue.simulate import (
    Description,
    Desk,
    Law,
    Length,
    Period,
    PriorityShare,
    Service,
    Visit,
    simulate,
)

CLASSES = (Priority.ELDERLY, Priority.DISABLED, Priority.NONE)
"""First, second and last of the strict order."""

WARM_UP = 0.15
"""The part of a day in which the line has not filled to its usual length: not counted."""

NESTED = (
    HeadStart(priority=CLASSES[0], minutes=2 * STRICT),
    HeadStart(priority=CLASSES[1], minutes=STRICT),
)


@dataclass(frozen=True, kw_only=True)
class Steady:
    """People a minute by class, minutes a visit, and as many counters as needed."""

    rates: tuple[float, float, float] = (0.0, 0.0, 0.0)
    mean: float = 5.0
    law: Law = Law.EXPONENTIAL
    counters: int = 1
    strict: bool = False
    people: int = 2500
    head_starts: tuple[HeadStart, ...] | None = None

    def describe(self) -> Description:
        """Return the stream as a day; who comes does not depend on the order."""
        rate = sum(self.rates)
        end = self.people / rate
        heads = self.head_starts if self.head_starts is not None else NESTED * self.strict
        return Description(
            services=(Service(code="A", share=1.0, length=Length(mean=self.mean, law=self.law)),),
            desks=tuple(
                Desk(number=n + 1, services=("A",), hours=((0.0, end),))
                for n in range(self.counters)
            ),
            arrivals=(Period(start=0.0, end=end, people=self.people),),
            priorities=tuple(
                PriorityShare(priority=one, share=part / rate)
                for one, part in zip(CLASSES[:2], self.rates, strict=False)
            ),
            rules=Rules(start_at_call=True, series_limit=100_000, head_starts=heads),
        )

    def day(self, seed: int) -> tuple[Visit, ...]:
        """Play one day and return its visits."""
        return simulate(self.describe(), seed).visits

    def waits(self, days: int) -> NDArray[np.float64]:
        """Return mean waits in minutes: a row for each day, a column for each class, and all."""
        rows = []
        for seed in range(days):
            visits = self.day(seed)
            visits = visits[round(len(visits) * WARM_UP) :]
            waits = np.array([v.wait for v in visits], dtype=np.float64)
            kinds = [np.array([v.priority is one for v in visits]) for one in CLASSES]
            means = [waits[kind].mean() if kind.any() else 0.0 for kind in kinds]
            rows.append([*means, waits.mean()])
        return np.array(rows)


@pytest.fixture
def steady() -> type[Steady]:
    """Return the class of steady streams."""
    return Steady


@pytest.fixture(scope="session")
def waits() -> Callable[[Steady], NDArray[np.float64]]:
    """Measure a stream over 16 days, once for all tests that ask."""
    return lru_cache(maxsize=16)(lambda stream: stream.waits(16))


@pytest.fixture
def agrees() -> Callable[[NDArray[np.float64], float], None]:
    """Compare the mean over days with an exact value: within 3 standard errors, and telling."""

    def check(means: NDArray[np.float64], exact: float) -> None:
        error = float(np.std(means, ddof=1)) / math.sqrt(len(means))
        assert error < 0.1 * exact, "too few people to tell anything"
        assert abs(float(np.mean(means)) - exact) <= 3 * error, (np.mean(means), exact, error)

    return check
