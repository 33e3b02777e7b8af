"""The simulator, and so the line's order, agrees with closed formulas of queueing theory.

Mean waits in minutes, independent days as batches, fixed seeds, within 3 standard errors.
"""

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from layso_queue.line.plan import HeadStart
from layso_queue.line.states import Priority
from layso_queue.simulate import Law

Waits = Callable[[Any], NDArray[np.float64]]
Agrees = Callable[[NDArray[np.float64], float], None]
NESTED = (0.02, 0.04, 0.10)
"""People a minute in three classes: together a load of 0.8 for one counter at five minutes each."""

ALL = 3
"""The column of everybody's waits, after the three classes'."""


def _erlang_c(counters: int, load: float) -> float:
    """Return the chance of waiting in M/M/c with `load` erlangs."""
    full = load**counters / math.factorial(counters) * counters / (counters - load)
    return full / (sum(load**k / math.factorial(k) for k in range(counters)) + full)


def _cobham(rates: tuple[float, ...], mean: float, counters: int) -> list[float]:
    """Return the classes' mean waits under strict priority and exponential visits."""
    load = sum(rates) * mean
    anybody = _erlang_c(counters, load) * mean / counters
    before = [sum(rates[:i]) * mean / counters for i in range(len(rates) + 1)]
    return [anybody / ((1 - a) * (1 - b)) for a, b in pairwise(before)]


def test_the_formulas_are_the_published_ones() -> None:
    assert _erlang_c(4, 2.5) == pytest.approx(0.3199, abs=5e-5)
    assert _erlang_c(10, 9.0) == pytest.approx(0.6687, abs=5e-5)
    assert _cobham((0.5,), 5, 4) == pytest.approx([1.0662], abs=5e-5)
    assert _cobham((0.9,), 10, 10) == pytest.approx([6.6873], abs=5e-5)
    assert _cobham((0.02, 0.04, 0.10), 5, 1) == pytest.approx([4.4444, 6.3492, 28.5714], abs=5e-5)
    assert _cobham((0.1, 0.3, 0.5), 5, 5) == pytest.approx([0.8472, 1.4120, 12.7082], abs=5e-5)


@pytest.mark.parametrize(("counters", "rate", "mean"), [(4, 0.5, 5.0), (10, 0.75, 10.0)])
def test_several_counters_wait_as_erlang_says(
    steady: Any, waits: Waits, agrees: Agrees, counters: int, rate: float, mean: float
) -> None:
    stream = steady(rates=(0.0, 0.0, rate), mean=mean, counters=counters)
    agrees(waits(stream)[:, ALL], _cobham((rate,), mean, counters)[0])


@pytest.mark.parametrize(("law", "exact"), [(Law.FIXED, 10.0), (Law.EXPONENTIAL, 20.0)])
def test_one_counter_waits_as_pollaczek_and_khinchine_say(
    steady: Any, waits: Waits, agrees: Agrees, law: Law, exact: float
) -> None:
    agrees(waits(steady(rates=NESTED, law=law))[:, ALL], exact)


@pytest.mark.parametrize(
    ("rates", "counters", "people"), [(NESTED, 1, 2500), ((0.1, 0.3, 0.5), 5, 5000)]
)
def test_nested_strict_priority_waits_as_cobham_says(
    steady: Any,
    waits: Waits,
    agrees: Agrees,
    rates: tuple[float, float, float],
    counters: int,
    people: int,
) -> None:
    found = waits(steady(rates=rates, counters=counters, strict=True, people=people))
    for column, exact in enumerate(_cobham(rates, 5.0, counters)):
        agrees(found[:, column], exact)


def test_the_comparison_tells_one_law_and_one_order_from_another(
    steady: Any, waits: Waits, agrees: Agrees
) -> None:
    fixed = waits(steady(rates=NESTED, law=Law.FIXED))
    with pytest.raises(AssertionError, match=r"20\.0"):
        agrees(fixed[:, ALL], 20.0)
    fair = waits(steady(rates=NESTED))
    with pytest.raises(AssertionError, match=r"28\.5"):
        agrees(fair[:, 2], _cobham(NESTED, 5.0, 1)[2])


ORDERS = {
    "first come first served": (),
    "four hours": (HeadStart(priority=Priority.ELDERLY, minutes=240),),
    "ten minutes for most": (HeadStart(priority=Priority.NONE, minutes=10),),
}


@pytest.mark.parametrize("counters", [1, 3])
@pytest.mark.parametrize("order", ORDERS)
def test_with_equal_visits_every_order_makes_the_same_people_wait_the_same_in_all(
    steady: Any, order: str, counters: int
) -> None:
    rate = 0.17 * counters
    rates = (0.2 * rate, 0.3 * rate, 0.5 * rate)
    stream = {"rates": rates, "counters": counters, "law": Law.FIXED, "people": 2000}
    strict = steady(**stream, strict=True).day(1)
    other = steady(**stream, head_starts=ORDERS[order]).day(1)
    ways = [[(v.ticket, v.arrived) for v in day] for day in (strict, other)]
    assert ways[0] == ways[1]
    assert [v.called for v in strict] != [v.called for v in other]
    assert sum(v.called - v.arrived for v in strict) == sum(v.called - v.arrived for v in other)


def test_with_chance_visits_the_sum_of_arrivals_times_wait_is_kept_between_orders(
    steady: Any, waits: Waits, agrees: Agrees
) -> None:
    fair, strict = (
        waits(steady(rates=NESTED, strict=order))[:, :ALL] @ np.array(NESTED)
        for order in (False, True)
    )
    agrees(fair, 0.16 * 20.0)
    agrees(strict, 0.16 * 20.0)
    error = float(np.std(strict - fair, ddof=1)) / math.sqrt(len(fair))
    assert error < 0.03 * 3.2, "the same people come: the two are closer than either to 3.2"
    assert abs(float(np.mean(strict - fair))) <= 3 * error
