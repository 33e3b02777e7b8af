"""A second opinion where no formula is exact: Ciw, an independent simulator, on equal streams."""

import math
from collections.abc import Callable
from typing import Any

import ciw
import numpy as np
import pytest
from numpy.typing import NDArray

from layso_queue.simulate import Law

RATES = (0.05, 0.10, 0.20)
"""People a minute in three classes of strict priority, at two counters: a load of 0.875."""

MEAN, COUNTERS = 5.0, 2
DAYS, MINUTES, WARM_UP = 12, 5000.0, 500.0


def _ciw_waits() -> NDArray[np.float64]:
    """Return a row of mean waits for each day, a column for each class."""
    network = ciw.create_network(
        arrival_distributions={
            f"Class {i}": [ciw.dists.Exponential(rate)] for i, rate in enumerate(RATES)
        },
        service_distributions={f"Class {i}": [ciw.dists.Deterministic(MEAN)] for i in range(3)},
        number_of_servers=[COUNTERS],
        priority_classes={f"Class {i}": i for i in range(3)},
    )
    rows = []
    for day in range(DAYS):
        ciw.seed(day)
        simulation = ciw.Simulation(network)
        simulation.simulate_until_max_time(MINUTES)
        records = [one for one in simulation.get_all_records() if one.arrival_date > WARM_UP]
        rows.append(
            [
                np.mean([one.waiting_time for one in records if one.customer_class == f"Class {i}"])
                for i in range(3)
            ]
        )
    return np.array(rows)


def _apart(ours: NDArray[np.float64], theirs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how many standard errors the means over days lie apart, by class."""
    errors = [np.var(one, axis=0, ddof=1) / len(one) for one in (ours, theirs)]
    difference = np.mean(ours, axis=0) - np.mean(theirs, axis=0)
    found: NDArray[np.float64] = difference / np.sqrt(errors[0] + errors[1])
    return found


@pytest.fixture(scope="module")
def theirs() -> NDArray[np.float64]:
    return _ciw_waits()


def _ours(steady: Any, **other: Any) -> Any:
    stream = {"rates": RATES, "mean": MEAN, "law": Law.FIXED, "counters": COUNTERS}
    return steady(**stream | {"strict": True, "people": 1500} | other)


def test_fixed_visits_and_strict_priority_at_two_counters_wait_as_in_ciw(
    steady: Any, waits: Callable[[Any], NDArray[np.float64]], theirs: NDArray[np.float64]
) -> None:
    apart = _apart(waits(_ours(steady))[:, :3], theirs)
    assert np.all(np.abs(apart) <= 3), apart


def test_the_second_opinion_tells_another_order_apart(
    steady: Any, waits: Callable[[Any], NDArray[np.float64]], theirs: NDArray[np.float64]
) -> None:
    apart = _apart(waits(_ours(steady, strict=False))[:, :3], theirs)
    assert apart[0] > 5, "first come first served: the first class waits longer"
    assert math.isfinite(float(apart.sum()))
