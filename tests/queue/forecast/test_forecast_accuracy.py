"""On days it has not seen the forecast errs far less than rules of thumb, and is quick and steady.

The full table, over many days, is `python -m bench.forecast`.
"""

import numpy as np
import pytest
from bench.forecast.days import Known, Row, Stretch, learned_from, scored

from layso_queue.simulate import demo_center

SEED = 1500
"""Of the range for development: what is scored by the table is played by nothing else."""


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    center = demo_center()
    known = learned_from(center, Stretch("2026-01-05", 6, SEED, 0, 30), Known())
    days = scored(center, Stretch("2026-03-16", 3, SEED + 1, 6, 30), known)
    return [row for day in days for row in day.told]


def errors(rows: list[Row]) -> tuple[float, float, float]:
    said = np.array([[r.forecast.median, r.by_length, r.by_last_ten or 0.0] for r in rows])
    waited = np.array([r.waited for r in rows])[:, None]
    ours, length, ten = np.abs(said - waited).mean(axis=0).tolist()
    return ours, length, ten


def test_the_error_is_a_part_of_what_rules_of_thumb_make(rows: list[Row]) -> None:
    ours, length, ten = errors(rows)
    assert len(rows) > 150
    assert ours < 0.45 * length
    assert ours < 0.4 * ten


def test_the_interval_holds_most_waits_and_not_by_being_endless(rows: list[Row]) -> None:
    long = [row for row in rows if row.waited is not None and row.waited > 1]
    held = [r.forecast.low <= (r.waited or 0) <= r.forecast.high for r in long]
    assert 0.65 < np.mean(held) < 0.95
    width = np.median([r.forecast.high - r.forecast.low for r in long])
    assert width < 1.5 * np.median([r.waited or 0 for r in long])
