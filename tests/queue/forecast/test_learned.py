"""What is learned from days is right, is small, and is the same after it was kept and read."""

import json
import math

import pytest

from layso_queue.forecast.learned import Learned, LearnedUnreadable
from layso_queue.forecast.lengths import Lengths
from layso_queue.forecast.seen import Visit
from layso_queue.forecast.today import Today
from layso_queue.forecast.watch import Watch
from layso_queue.line.events import CounterOpened
from layso_queue.simulate import DayRun, days, demo_center


@pytest.fixture(scope="module")
def runs() -> list[DayRun]:
    return list(days(demo_center(), "2026-01-05", 12, seed=5))


@pytest.fixture(scope="module")
def learned(runs: list[DayRun]) -> Learned:
    known = Learned()
    for run in runs:
        known = known.after(Watch.of(run.events))
    return known


def visit(service: str, minutes: float, officer: str = "x", hour: int = 9) -> Visit:
    return Visit(service, officer, hour, minutes, 5.0, 1, True, 0.5)


def test_nothing_known_is_the_set_minutes() -> None:
    lengths = Lengths()
    mean = math.exp(lengths.mean("A", 6.0) + 0.55**2 / 2)
    assert mean == pytest.approx(6.0)
    assert lengths.hour("A", 9) == lengths.officer("A", "x") == 0


def test_a_day_of_visits_outweighs_wrong_set_minutes() -> None:
    lengths = Lengths()
    lengths.learn([visit("A", 10.0)] * 80, lambda _: 3.0, 0.97)
    assert math.exp(lengths.mean("A", 3.0)) == pytest.approx(10.0, rel=0.03)


def test_officers_are_told_apart_but_not_by_a_single_visit() -> None:
    lengths = Lengths()
    for _ in range(12):
        lengths.learn(
            [visit("A", 4.0, "quick"), visit("A", 8.0, "slow")] * 20 + [visit("A", 20.0, "once")],
            lambda _: 6.0,
            0.97,
        )
        lengths.groups["officer"].cells["once"] = [1.0, 1.2]
    ratio = math.exp(lengths.officer("A", "slow") - lengths.officer("A", "quick"))
    assert 1.6 < ratio < 2.1
    assert abs(lengths.groups["officer"].effect("once")) < 0.9


def test_the_simulated_officers_paces_are_found(learned: Learned, runs: list[DayRun]) -> None:
    paces = {desk.number: desk.pace for desk in demo_center().desks}
    opened = [event for event in runs[0].events if isinstance(event, CounterOpened)]
    officers = {event.counter: event.actor for event in opened}
    found = {n: learned.lengths.officer("A", officers[n]) for n in (1, 2, 3)}
    mean_pace = sum(math.log(paces[n]) for n in found) / 3
    mean_found = sum(found.values()) / 3
    for n, effect in found.items():
        assert effect - mean_found == pytest.approx(math.log(paces[n]) - mean_pace, abs=0.1)


def test_what_people_do_is_learned(learned: Learned, runs: list[DayRun]) -> None:
    habits = learned.habits
    assert 0.02 < habits.no_show < 0.08
    assert 0.78 < habits.show < 0.92
    assert 0.04 < habits.sent("H")["A"] < 0.13
    assert 0.03 < habits.parked("H") < 0.10
    assert 0.0 < sum(habits.leaving()) < 0.1
    claims = sum(n for some in habits.privileged() for _, _, n in some)
    assert 25 < claims < 75
    assert habits.crowd({}, 7 * 60) == pytest.approx(1.0, abs=0.05)
    assert habits.crowd({}, 12 * 60) < 0.3
    assert len(learned.programs) == 12


def test_what_is_kept_reads_back_the_same_and_is_small(learned: Learned) -> None:
    written = json.dumps(learned.to_record())
    assert len(written) < 200_000
    again = Learned.from_record(json.loads(written))
    assert json.dumps(again.to_record()) == written
    assert again.days == 12


@pytest.mark.parametrize(
    "record", [{}, {"version": 2}, {"version": 1, "days": 3}, {"version": 1, "days": "x"}]
)
def test_a_record_that_is_not_ours_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(LearnedUnreadable):
        Learned.from_record(record)


def test_a_day_without_visits_teaches_nothing(learned: Learned) -> None:
    assert learned.after(Watch()) is learned


def test_learning_leaves_what_is_in_use_as_it_was(learned: Learned, runs: list[DayRun]) -> None:
    before = json.dumps(learned.to_record())
    after = learned.after(Watch.of(runs[0].events))
    assert json.dumps(learned.to_record()) == before
    assert after.days == learned.days + 1


def test_a_slow_day_is_known_before_noon(learned: Learned, runs: list[DayRun]) -> None:
    usual, slow = Today(learned), Today(learned)
    events = [event for event in runs[3].events if event.at < runs[3].events[0].at + 4 * 3_600_000]
    for event in events:
        usual.take(event)
        slow.take(event)
    for i, one in enumerate(slow.watch.seen.visits):
        slow.watch.seen.visits[i] = Visit(
            one.service,
            one.officer,
            one.hour,
            one.minutes * 1.4,
            one.waited,
            one.dossiers,
            one.shown,
            one.walk,
        )
    now = events[-1].at

    def level(today: Today) -> float:
        common, own = today.levels(["A", "S"], now)
        return common.mean + own["A"].mean

    assert 0.15 < level(slow) - level(usual) < 0.4
