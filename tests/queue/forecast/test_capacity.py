"""Places to open on the web, against closed forms and the simulator."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layso_queue.forecast.capacity import (
    MOST_PLACES,
    Hour,
    Load,
    chance_of_waiting,
    offer_of,
    places_to_open,
    wait_of_walk_in,
)
from layso_queue.line.plan import STRICT, HeadStart, Rules
from layso_queue.line.states import Priority
from layso_queue.simulate import (
    Description,
    Desk,
    Length,
    Period,
    PriorityShare,
    Service,
    simulate,
)

SENTENCES = {"usual", "usual_one", "edge_one", "none", "never", "full", "edge", "none_edge", "free"}
TEN_O_CLOCK = Hour(
    counters=4, walk_ins=Load(people=10, minutes=8, cv=0.6), privileged=0.1, show=0.85
)


@pytest.mark.parametrize(
    ("counters", "load", "chance"), [(4, 2.5, 0.3199), (10, 9.0, 0.6687), (1, 0.8, 0.8)]
)
def test_the_chance_of_waiting_is_erlangs(counters: int, load: float, chance: float) -> None:
    assert chance_of_waiting(counters, load) == pytest.approx(chance, abs=5e-5)


def test_one_class_at_exponential_visits_waits_as_erlang_says() -> None:
    four = Hour(counters=4, walk_ins=Load(people=30, minutes=5, cv=1))
    ten = Hour(counters=10, walk_ins=Load(people=54, minutes=10, cv=1))
    assert wait_of_walk_in(four) == pytest.approx(1.0662, abs=5e-5)
    assert wait_of_walk_in(ten) == pytest.approx(6.6873, abs=5e-5)


def test_one_counter_waits_as_pollaczek_and_khinchine_say() -> None:
    fixed = Hour(counters=1, walk_ins=Load(people=9.6, minutes=5, cv=0))
    spread = Hour(counters=1, walk_ins=Load(people=9.6, minutes=5, cv=1))
    assert wait_of_walk_in(fixed) == pytest.approx(10.0)
    assert wait_of_walk_in(spread) == pytest.approx(20.0)


def test_who_goes_first_delays_walk_ins_as_cobham_says() -> None:
    one = Hour(counters=1, walk_ins=Load(people=9.6, minutes=5, cv=1), privileged=0.06 / 0.16)
    assert wait_of_walk_in(one) == pytest.approx(28.5714, abs=5e-5)
    five = Hour(counters=5, walk_ins=Load(people=54, minutes=5, cv=1), privileged=0.4 / 0.9)
    assert wait_of_walk_in(five) == pytest.approx(12.7082, abs=5e-5)
    booked = Hour(counters=5, walk_ins=Load(people=30, minutes=5, cv=1), show=0.8)
    assert wait_of_walk_in(booked, 30) == pytest.approx(12.7082, abs=5e-5), "24 of the 30 come"


def test_another_service_at_the_same_counters_is_waited_for_too() -> None:
    alone = Hour(counters=2, walk_ins=Load(people=6, minutes=5))
    with_other = replace(alone, others=(Load(people=6, minutes=5),))
    as_one = Hour(counters=2, walk_ins=Load(people=12, minutes=5))
    assert wait_of_walk_in(with_other) == pytest.approx(wait_of_walk_in(as_one))
    assert wait_of_walk_in(with_other) > wait_of_walk_in(alone)


def test_booked_people_of_another_service_go_first_too() -> None:
    alone = Hour(counters=2, walk_ins=Load(people=6, minutes=5, cv=1), show=1)
    of_others = replace(alone, first=(Load(people=8, minutes=5, cv=1),))
    assert wait_of_walk_in(of_others) == pytest.approx(wait_of_walk_in(alone, 8))
    as_walk_ins = replace(alone, others=(Load(people=8, minutes=5, cv=1),))
    assert wait_of_walk_in(of_others) > wait_of_walk_in(as_walk_ins)
    assert offer_of(alone, 3, 10).wait == wait_of_walk_in(alone, 3)


def test_the_largest_number_within_the_target_is_opened() -> None:
    offer = places_to_open(TEN_O_CLOCK, 15)
    assert offer.places > 0
    assert offer.wait == wait_of_walk_in(TEN_O_CLOCK, offer.places) <= 15
    assert wait_of_walk_in(TEN_O_CLOCK, offer.places + 1) > 15
    key, values = offer.sentence
    assert key == "usual"
    assert values["more"] == offer.places + 2
    assert values["wait"] <= 15 < values["more_wait"]


@given(
    counters=st.integers(0, 8),
    people=st.floats(0, 80),
    minutes=st.floats(1, 40),
    privileged=st.floats(0, 1),
    target=st.floats(1, 60),
)
def test_more_places_never_shorten_a_wait_and_the_offer_is_the_edge(
    counters: int, people: float, minutes: float, privileged: float, target: float
) -> None:
    walk = Load(people=people, minutes=minutes)
    hour = Hour(counters=counters, walk_ins=walk, privileged=privileged)
    offer = places_to_open(hour, target, most=60)
    waits = [wait_of_walk_in(hour, n) for n in range(offer.places + 3)]
    assert waits == sorted(waits)
    if offer.places:
        assert offer.wait <= target
    if offer.places < 60:
        assert waits[offer.places + 1] > target
    assert offer.sentence[0] in SENTENCES


def test_nothing_is_offered_where_nobody_serves_or_too_many_come() -> None:
    closed = places_to_open(replace(TEN_O_CLOCK, counters=0), 20)
    assert (closed.places, closed.wait, closed.sentence[0]) == (0, math.inf, "never")
    flood = Hour(counters=1, walk_ins=Load(people=9.6, minutes=5, cv=1))
    full = places_to_open(flood, 15)
    assert (full.places, full.sentence[0]) == (0, "full")
    assert full.wait == pytest.approx(20)
    assert wait_of_walk_in(replace(flood, counters=0)) == math.inf
    over = Hour(counters=2, walk_ins=Load(people=30, minutes=4))
    assert wait_of_walk_in(over) == math.inf, "as much work as counters"


def test_without_walk_ins_only_the_booked_fill_the_counters() -> None:
    quiet = Hour(counters=1, walk_ins=Load(people=0, minutes=10), show=1)
    assert wait_of_walk_in(quiet) == 0
    offer = places_to_open(quiet, 10)
    assert 0 < offer.places < 6, "six would keep the counter busy all the time"
    assert places_to_open(quiet, 10_000, most=2).places == 2
    assert MOST_PLACES > 60


@pytest.mark.parametrize("bad", [{"privileged": 1.1}, {"show": 0}, {"counters": -1}])
def test_an_impossible_hour_is_refused(bad: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="shares"):
        replace(TEN_O_CLOCK, **bad)
    with pytest.raises(ValueError, match="takes time"):
        Load(people=1, minutes=0)
    with pytest.raises(ValueError, match="target"):
        places_to_open(TEN_O_CLOCK, 0)


def test_the_simulated_line_waits_as_the_formula_says() -> None:
    """Two classes on the real line, long enough to be steady; log-normal visits are Allen's."""
    hour = Hour(counters=3, walk_ins=Load(people=27, minutes=5, cv=0.6), privileged=0.3)
    exact = wait_of_walk_in(hour)
    minutes = 2000 / 27 * 60
    day = Description(
        services=(Service(code="A", share=1, length=Length(mean=5, cv=0.6)),),
        desks=tuple(Desk(number=n, services=("A",), hours=((0, minutes),)) for n in (1, 2, 3)),
        arrivals=(Period(start=0, end=minutes, people=2000),),
        priorities=(PriorityShare(priority=Priority.ELDERLY, share=0.3),),
        rules=Rules(
            start_at_call=True,
            series_limit=9999,
            head_starts=(HeadStart(priority=Priority.ELDERLY, minutes=STRICT),),
        ),
    )
    means = []
    for seed in range(16):
        visits = simulate(day, seed).visits[300:]
        waits = [one.wait for one in visits if one.priority is Priority.NONE]
        means.append(np.mean([wait for wait in waits if wait is not None]))
    error = float(np.std(means, ddof=1)) / 4
    # With several counters and visits that are not exponential the formula is near, not exact.
    assert abs(float(np.mean(means)) - exact) < 3 * error + 0.07 * exact
    assert error < 0.1 * exact, "too few people to tell anything"
