"""Many days of a center, ready centers, and what if."""

import statistics
from dataclasses import replace
from datetime import date
from typing import Any

import orjson
import pytest

from layso_queue.line import to_record
from layso_queue.line.plan import STRICT
from layso_queue.line.states import Priority, TicketState
from layso_queue.simulate import (
    DayRun,
    Size,
    Week,
    days,
    demo_center,
    open_days,
    simulate,
    sized_center,
)
from layso_queue.simulate.policies import (
    with_counters,
    with_head_start,
    with_opening,
    with_services,
)

MONDAY = "2026-11-23"


@pytest.fixture(scope="module")
def fortnight() -> list[DayRun]:
    """Ten open days of the demo center."""
    return list(days(demo_center(), MONDAY, 10, seed=1))


def _journal(run: DayRun) -> bytes:
    return b"\n".join(orjson.dumps(to_record(event)) for event in run.events)


def test_equal_seeds_give_byte_equal_journals_and_no_two_days_are_alike(
    fortnight: list[DayRun],
) -> None:
    again = list(days(demo_center(), MONDAY, 4, seed=1))
    assert [_journal(run) for run in again] == [_journal(run) for run in fortnight[:4]]
    assert len({_journal(run) for run in fortnight}) == 10
    assert _journal(next(days(demo_center(), MONDAY, 1, seed=2))) != _journal(fortnight[0])


def test_only_open_days_are_played_and_a_monday_has_a_quarter_more(
    fortnight: list[DayRun],
) -> None:
    dates = [date.fromisoformat(run.day.last_date) for run in fortnight]
    assert [one.weekday() for one in dates] == [0, 1, 2, 3, 4] * 2
    steady = replace(demo_center(), week=Week(people_cv=0.0))
    expected = [
        (date.fromisoformat(one.date).weekday(), sum(p.people for p in one.arrivals))
        for one, _ in open_days(steady, MONDAY, 5, seed=1)
    ]
    mean = statistics.mean(people for _, people in expected)
    assert expected[0][1] / mean == pytest.approx(1.25)


def test_the_demo_center_has_real_waits_about_440_tickets_and_an_end(
    fortnight: list[DayRun],
) -> None:
    waits = [wait for run in fortnight for wait in run.waits]
    assert 400 < statistics.mean(len(run.visits) for run in fortnight) < 480
    assert 8 < statistics.median(waits) < 24
    for run in fortnight:
        assert len(run.description.desks) == 7
        lost = run.day.tally[TicketState.EXPIRED] - sum(
            visit.missed and visit.finished is None for visit in run.visits
        )
        assert lost <= 3, "everybody who stays is served"
    morning = [w for run in fortnight for v in run.visits[60:200] if (w := v.wait) is not None]
    assert statistics.mean(morning) > statistics.mean(waits)


@pytest.mark.parametrize(
    ("size", "people", "counters"), [("S", 30, 3), ("M", 120, 6), ("L", 300, 12)]
)
def test_the_usual_sizes_have_their_people_and_counters(
    size: str, people: int, counters: int
) -> None:
    center = sized_center(Size(size))
    assert sum(period.people for period in center.arrivals) == pytest.approx(people)
    assert len(center.desks) == counters
    run = simulate(center, 1)
    assert len(run.visits) == pytest.approx(people, rel=0.5)
    assert run.day.tally[TicketState.SERVED] > 0.7 * len(run.visits)


def test_the_largest_center_is_described() -> None:
    assert len(sized_center(Size.XL).desks) == 24
    assert sum(one.people for one in sized_center(Size.XL).arrivals) == pytest.approx(1000)


def _means(head_start: int) -> tuple[float, float]:
    claims, others = [], []
    for run in days(with_head_start(demo_center(), head_start), MONDAY, 3, seed=4):
        for visit in run.visits:
            if visit.wait is not None and visit.booking is None:
                (others if visit.priority is Priority.NONE else claims).append(visit.wait)
    return statistics.mean(claims), statistics.mean(others)


def test_a_longer_head_start_helps_those_with_a_claim_at_others_cost() -> None:
    none, usual, strict = _means(0), _means(240), _means(STRICT)
    assert none[0] > 2 * usual[0]
    assert usual[0] >= strict[0]
    assert none[1] < usual[1]
    assert usual[1] <= strict[1] + 1.0


def test_a_counter_less_takes_over_its_services_and_one_more_doubles_one() -> None:
    center = demo_center()
    codes = {one.code for one in center.services}
    for counters in (1, 3, 5, 9):
        changed = with_counters(center, counters)
        assert len(changed.desks) == counters
        assert {code for desk in changed.desks for code in desk.services} == codes
    assert [desk.number for desk in with_counters(center, 9).desks] == list(range(1, 10))
    few, many = (statistics.mean(simulate(with_counters(center, n), 3).waits) for n in (6, 8))
    assert few > 1.5 * many
    for impossible in (0, 100):
        with pytest.raises(ValueError, match="number of counters"):
            with_counters(center, impossible)


def test_an_earlier_opening_shortens_the_first_waits() -> None:
    center = demo_center()
    for number in (1, 2, 3):
        center = with_opening(center, number, 435.0)
    runs = [simulate(one, 3) for one in (demo_center(), center)]
    assert [v.arrived for v in runs[0].visits] == [v.arrived for v in runs[1].visits]
    first = [statistics.mean(run.waits[:60]) for run in runs]
    assert first[1] < first[0] - 5


def test_an_opening_after_the_morning_leaves_the_afternoon() -> None:
    changed = with_opening(demo_center(), 4, 700.0)
    assert next(one.hours for one in changed.desks if one.number == 4) == ((700.0, 1020.0),)
    with pytest.raises(ValueError, match="never opens"):
        with_opening(demo_center(), 4, 1100.0)
    with pytest.raises(ValueError, match=r"no counter .*44"):
        with_opening(demo_center(), 44, 480.0)


def test_a_counter_can_serve_other_services() -> None:
    run = simulate(with_services(demo_center(), 7, ("A", "L", "K")), 1)
    assert {v.service for v in run.visits if v.counter == 7 and v.finished} <= {"A", "L", "K", "H"}
    assert any(v.service == "A" for v in run.visits if v.counter == 7)


def test_dates_may_be_closed_or_opened_whatever_their_weekday() -> None:
    week = Week(closed=frozenset({"2026-11-24"}), open=frozenset({"2026-11-28"}))
    dates = [one.date for one, _ in open_days(replace(demo_center(), week=week), MONDAY, 6, seed=1)]
    assert [one[-2:] for one in dates] == ["23", "25", "26", "27", "28", "30"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"factors": (0.0,) * 7},
        {"factors": (1.0,) * 5},
        {"factors": (-1.0,) + (1.0,) * 6},
        {"people_cv": -0.1},
    ],
)
def test_a_week_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"a week has seven|a deviation"):
        Week(**wrong)
