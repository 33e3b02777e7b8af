"""The demand profile: what it learns, keeps and says."""

import json
import math
from datetime import date, timedelta
from statistics import NormalDist

import numpy as np
import pytest

from layso_queue.forecast.demand import AFTER_CLOSED, HALF_LIFE, SLOTS, Demand
from layso_queue.forecast.demand_chance import quantile
from layso_queue.forecast.demand_kinds import WEEKDAYS, kind_of

MORNING = [0.0] * 15 + [4.0, 3.0, 2.0, 1.0] + [0.0] * (SLOTS - 19)
AFTERNOON = [0.0] * 27 + [5.0, 5.0] + [0.0] * (SLOTS - 29)
MONDAY = date(2026, 10, 5)


def day_of(profile: list[float], people: int) -> list[int]:
    whole = sum(profile)
    return [round(people * part / whole) for part in profile]


def weeks(demand: Demand, count: int, people: dict[str, int], start: date = MONDAY) -> date:
    """Learn working weeks of known days, and return the Monday after."""
    for n in range(7 * count):
        day = start + timedelta(days=n)
        kind = WEEKDAYS[day.weekday()]
        if day.weekday() < 5:
            demand.learn(day.isoformat(), kind, day_of(MORNING, people[kind]))
    return start + timedelta(days=7 * count)


WEEK = {"mon": 150, "tue": 100, "wed": 100, "thu": 100, "fri": 50}


def test_before_any_day_it_says_what_is_believed() -> None:
    demand = Demand(100, AFTERNOON, {"mon": 1.25})
    assert demand.day("mon") == 125
    assert demand.day("tue") == 100
    assert demand.hours("tue")[27] == 50
    assert Demand().day("mon") == 0
    assert Demand().percentile("mon", 0.7, range(SLOTS)) == 0


def test_weekdays_are_told_apart() -> None:
    demand = Demand()
    weeks(demand, 26, WEEK)
    for kind, people in WEEK.items():
        assert demand.day(kind) == pytest.approx(people, rel=0.1), kind


def test_the_level_has_forgotten_half_after_five_days() -> None:
    demand = Demand()
    day = weeks(demand, 20, dict.fromkeys(WEEK, 100))
    before = demand.level
    assert before == pytest.approx(100, rel=0.01)
    demand_of_week = dict.fromkeys(WEEK, 200)
    weeks(demand, 1, demand_of_week, day)
    assert HALF_LIFE == 5
    # The factors follow a little too, so the level moves by nearly a half of the difference.
    assert 140 < demand.level < 155


def test_hours_are_half_the_days_own_and_half_everybodys() -> None:
    demand = Demand(profile=MORNING)
    day = MONDAY
    for _ in range(60):
        for n in range(5):
            profile = AFTERNOON if n == 4 else MORNING
            at = day + timedelta(days=n)
            demand.learn(at.isoformat(), WEEKDAYS[n], day_of(profile, 100))
        day += timedelta(days=7)
    morning = [sum(demand.hours(kind)[15:19]) / demand.day(kind) for kind in ("mon", "fri")]
    assert morning[0] == pytest.approx((1 + 0.8) / 2, abs=0.02)
    assert morning[1] == pytest.approx((0 + 0.8) / 2, abs=0.02)


def test_the_day_after_a_closure_is_a_kind_of_its_own() -> None:
    closed = {date(2026, 9, 2), date(2026, 10, 9)}
    usual = frozenset(range(5))

    def works_on(day: date) -> bool:
        return day.weekday() in usual and day not in closed

    def kind(year: int, month: int, day: int) -> str | None:
        return kind_of(date(year, month, day), works_on, usual)

    assert kind(2026, 9, 2) is None
    assert kind(2026, 9, 3) == AFTER_CLOSED
    assert kind(2026, 9, 4) == "fri"
    assert kind(2026, 9, 7) == "mon", "a weekend is no closure"
    assert kind(2026, 10, 12) == AFTER_CLOSED, "the free Friday reaches over the weekend"
    assert kind(2026, 10, 10) is None


def test_closed_days_teach_nothing_about_open_ones() -> None:
    demand = Demand()
    after = weeks(demand, 8, WEEK)
    before = demand.day("tue")
    demand.mark_closed(after.isoformat())
    assert (demand.day("tue"), demand.closed) == (before, 1)
    after += timedelta(days=1)
    demand.learn(after.isoformat(), AFTER_CLOSED, day_of(MORNING, 300))
    rush = demand.day(AFTER_CLOSED)
    assert rush > 1.3 * demand.day("tue")
    with pytest.raises(ValueError, match="not after"):
        demand.learn(after.isoformat(), "tue", day_of(MORNING, 100))
    with pytest.raises(ValueError, match="not after"):
        demand.mark_closed(after.isoformat())


def test_a_record_survives_json_and_goes_on_the_same() -> None:
    demand = Demand(40, MORNING, {"mon": 1.25})
    after = weeks(demand, 3, WEEK)
    kept = Demand.from_record(json.loads(json.dumps(demand.to_record())))
    assert kept.to_record() == demand.to_record()
    for one in (demand, kept):
        weeks(one, 1, WEEK, after)
    assert kept.hours("mon") == demand.hours("mon")
    with pytest.raises(KeyError):
        Demand.from_record({"people": 3})
    with pytest.raises(ValueError, match="half hours"):
        Demand(1, [1.0])
    with pytest.raises(ValueError, match="half hours"):
        demand.learn("2027-01-01", "fri", [1])


def test_uncertain_days_ask_for_more_at_the_seventieth_percentile() -> None:
    random = np.random.default_rng(5)
    steady, wild = Demand(), Demand()
    for n in range(200):
        day = (MONDAY + timedelta(days=n)).isoformat()
        size = max(0.0, random.normal(100, 30))
        steady.learn(day, "mon", list(random.poisson(np.array(MORNING) * 10)))
        wild.learn(day, "mon", list(random.poisson(np.array(MORNING) * size / 10)))
    slots = range(15, 17)
    assert steady.day_cv < 0.15 < wild.day_cv
    for demand in (steady, wild):
        mean = sum(demand.hours("mon")[slot] for slot in slots)
        assert demand.percentile("mon", 0.7, slots) > mean
    assert wild.percentile("mon", 0.7, slots) > steady.percentile("mon", 0.7, slots)


def test_percentiles_are_those_of_people_who_come_by_chance() -> None:
    random = np.random.default_rng(7)
    drawn = random.poisson(random.gamma(1 / 0.09, 12 * 0.09, 40_000))
    for share in (0.1, 0.5, 0.7, 0.9):
        assert quantile(12, 0.3, share) == pytest.approx(np.quantile(drawn, share), abs=0.75)
    assert quantile(0, 0.3, 0.7) == 0
    assert 0.4 < quantile(0.4, 0, 0.7) < 1.0
    assert quantile(10, 0, 0.5) == pytest.approx(10, abs=0.3)


def test_the_percentile_has_no_step_where_the_bell_curve_takes_over() -> None:
    below, above = quantile(599.9, 0.2, 0.7), quantile(600.1, 0.2, 0.7)
    assert above == pytest.approx(below, rel=0.02)
    exact = 700 + NormalDist().inv_cdf(0.7) * math.sqrt(700 + 140**2)
    assert quantile(700, 0.2, 0.7) == pytest.approx(exact)
    for bad in ((10, 0.1, 1.0), (-1, 0.1, 0.5), (10, -0.1, 0.5)):
        with pytest.raises(ValueError, match="below zero"):
            quantile(*bad)
