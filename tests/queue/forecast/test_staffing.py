"""Counters for a load."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layso_queue.forecast.capacity import chance_of_waiting
from layso_queue.forecast.staffing import SAFETY, counters_needed, load_of, shares, split


@pytest.mark.parametrize(("chance", "b"), [(0.5, 0.506), (0.3, 0.829), (0.2, 1.062), (0.1, 1.42)])
def test_large_loads_follow_the_square_root_rule(chance: float, b: float) -> None:
    assert counters_needed(100, chance) == math.ceil(100 + b * 10)
    assert counters_needed(9, chance) == math.ceil(9 + b * 3)


@given(st.floats(0, 40), st.sampled_from(sorted(SAFETY)))
def test_enough_counters_and_hardly_one_too_many(load: float, chance: float) -> None:
    counters = counters_needed(load, chance)
    assert chance_of_waiting(counters, load) <= chance + 0.05, "the rule is near, not exact"
    if load < 6:
        assert chance_of_waiting(counters, load) <= chance
    if counters > 1:
        assert chance_of_waiting(counters - 2, load) > chance


def test_small_loads_ask_erlang_itself() -> None:
    assert [counters_needed(a, 0.2) for a in (0, 0.1, 0.3, 1, 2.5)] == [0, 1, 2, 3, 5]
    assert load_of(12, 10, 30) == 4


@pytest.mark.parametrize(("load", "chance"), [(-1, 0.3), (1, 0.33)])
def test_what_no_table_knows_is_refused(load: float, chance: float) -> None:
    with pytest.raises(ValueError, match="table"):
        counters_needed(load, chance)


DESKS = {1: ("A",), 2: ("A", "S"), 3: ("S",), 4: ("L",)}


def test_work_goes_where_most_room_is() -> None:
    even = split({"A": 1.0, "S": 0.5, "L": 0.2}, DESKS)
    assert even == pytest.approx({1: 0.5, 2: 0.5, 3: 0.5, 4: 0.2}, abs=1e-6)
    heavy = split({"A": 0.1, "S": 3.0}, DESKS)
    assert heavy == pytest.approx({1: 0.1, 2: 1.5, 3: 1.5, 4: 0}, abs=1e-6)


@given(st.dictionaries(st.sampled_from("ASLQ"), st.floats(0, 5)))
def test_no_work_is_lost_or_made(loads: dict[str, float]) -> None:
    parts = shares(loads, DESKS)
    assert all(part >= 0 for part in parts.values())
    for code in set(loads) - {"Q"}:
        there = sum(part for (one, _), part in parts.items() if one == code)
        assert there == pytest.approx(loads[code], abs=1e-6)
    assert not [key for key in parts if key[0] == "Q"], "no desk serves it"
