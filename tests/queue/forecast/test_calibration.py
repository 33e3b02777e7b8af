"""Where past intervals were wrong, the next ones are moved, and no further."""

import numpy as np
import pytest

from layso_queue.forecast.calendar import Calendar
from layso_queue.forecast.calibration import Scores
from layso_queue.forecast.told import forecast, point, score

WISE = 40


def test_with_no_past_the_runs_are_believed() -> None:
    assert Scores().points("A", 20.0) == (0.1, 0.5, 0.9)


def test_runs_that_are_right_are_left_as_they_are() -> None:
    scores = Scores()
    for i in range(8000):
        scores.add("A", 20.0, (i % 100 + 0.5) / 100, 15.0, WISE)
    assert scores.points("A", 20.0) == pytest.approx((0.1, 0.5, 0.9), abs=0.01)


@pytest.mark.parametrize(("shape", "wider"), [(0.5, True), (2.0, False)])
def test_an_interval_that_was_too_narrow_or_too_wide_is_corrected(
    shape: float, wider: bool
) -> None:
    """Beta(0.5, 0.5) scores lie at the ends: the runs were too sure. Beta(2, 2): not enough."""
    random = np.random.default_rng(3)
    scores = Scores()
    for one in random.beta(shape, shape, 20_000):
        scores.add("A", 20.0, float(one), 15.0, WISE)
    low, middle, high = scores.points("A", 20.0)
    assert (low < 0.08) if wider else (low > 0.12)
    assert (high > 0.92) if wider else (high < 0.88)
    assert middle == pytest.approx(0.5, abs=0.03)
    held = np.mean((random.beta(shape, shape, 20_000) > low) & (random.random(20_000) >= 0))
    assert held == pytest.approx(0.9, abs=0.03)


def test_a_service_is_corrected_on_its_own() -> None:
    scores = Scores()
    for i in range(12_000):
        scores.add("A", 20.0, 0.95 if i % 3 == 0 else 0.5, 15.0, WISE)
        scores.add("H", 20.0, (i % 100 + 0.5) / 100, 15.0, WISE)
    assert scores.points("A", 20.0)[2] > scores.points("H", 20.0)[2] + 0.01


def test_what_was_said_in_ignorance_counts_little() -> None:
    young, wise = Scores(), Scores()
    for _ in range(4000):
        young.add("A", 20.0, 0.99, 15.0, 1)
        wise.add("A", 20.0, 0.99, 15.0, WISE)
    assert young.points("A", 20.0)[1] < 0.52
    assert wise.points("A", 20.0)[1] > 0.6


def test_waits_under_a_minute_say_nothing() -> None:
    scores = Scores()
    scores.add("A", 0.0, 0.99, 0.8, WISE)
    assert scores.counts == {}


def test_points_lie_between_and_a_little_beyond_the_runs() -> None:
    runs = np.arange(1.0, 31.0)
    assert point(runs, 0.5) == pytest.approx(15.5)
    assert point(runs, 0.1) == pytest.approx(3.1)
    assert 0.0 < point(runs, 0.01) < 1.0
    assert 30.0 < point(runs, 0.99) < 31.0
    assert point(np.zeros(30), 0.9) == 0.0


def test_a_score_is_the_share_of_runs_that_came_before() -> None:
    runs = tuple(float(n) for n in range(1, 10))
    assert score(runs, 5.0) == pytest.approx(0.5)
    assert score(runs, 0.5) == pytest.approx(0.05)
    assert score(runs, 99.0) == pytest.approx(0.95)
    assert score((0.0,) * 9, 0.0) == pytest.approx(0.5)


def test_a_forecast_goes_from_low_over_the_middle_to_high() -> None:
    runs = np.sort(np.random.default_rng(1).lognormal(3.0, 0.5, 40))
    made = forecast("A", runs, 0, Scores(), Calendar())
    assert 0 < made.low < made.median < made.high
    assert made.spoken.low <= made.low
    assert made.spoken.high >= made.high
