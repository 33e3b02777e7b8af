"""What a day comes to in figures: waits, ends, and the counters' hours, counted by hand."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from layso_queue.line import commands as c
from layso_queue.line import from_record
from layso_queue.line.events import Event
from layso_queue.line.telling import tell
from layso_queue.reports.day_counters import counter_times
from layso_queue.reports.day_counts import NO_SHOW, DayCounts, ServiceCount, counts_of
from layso_queue.reports.loads import loads_of
from layso_queue.simulate import simulate
from layso_queue.simulate.centers import demo_center


@pytest.fixture
def counted(town: Any, a_counted_day: Callable[[Any], list[Event]]) -> DayCounts:
    events = a_counted_day(town)
    return counts_of(tell(events), counter_times(events))


def test_waits_run_from_coming_to_the_first_call_that_stood(counted: DayCounts) -> None:
    copies, land = counted.services["copies"], counted.services["land"]
    assert sorted(copies.waits) == [2, 5, 19, 32]
    assert (copies.mean, copies.nine_of_ten) == (14.5, 32)
    assert [copies.within(target) for target in (1, 2, 19, 31, 32)] == [0, 1, 3, 3, 4]
    assert land.waits == [38]
    assert counted.services["civil"].mean is None, "who left uncalled has no wait"


def test_every_number_has_one_end(counted: DayCounts) -> None:
    whole = counted.all
    assert whole.issued == 7
    assert whole.ends == {"served": 4, NO_SHOW: 1, "cancelled": 1, "expired": 1}
    assert counted.services["land"].ends == {NO_SHOW: 1}, "never came; that it expired is no news"
    assert counted.paper_failed == 2, "numbers, not tries"
    assert counted.hours == {7: 6, 8: 1}


def test_a_person_who_came_back_has_not_stayed_away(town: Any) -> None:
    town.at(1).issue("an")
    town.at(2).next()
    town.at(3).lose("an")
    town.at(4).ok(c.ReturnTicket, ticket="an")
    events = [from_record(orjson.loads(line)) for line in town.proof.journal]
    assert counts_of(tell(events), {}).all.ends == {"live": 1}
    town.at(5).ok(c.CloseDay)
    events = [from_record(orjson.loads(line)) for line in town.proof.journal]
    assert counts_of(tell(events), {}).all.ends == {"expired": 1}


def test_a_call_that_was_taken_back_ends_no_wait(town: Any) -> None:
    town.at(1).issue("an")
    town.at(3).next()
    town.ok(c.Undo, ticket="an")
    town.at(9).next()
    events = [from_record(orjson.loads(line)) for line in town.proof.journal]
    assert counts_of(tell(events), {}).all.waits == [8]


def test_the_counters_hours_are_parted_without_rest(counted: DayCounts) -> None:
    one, two, four = (counted.counters[number] for number in (1, 2, 4))
    assert (one.busy, one.paused, one.free, one.visits, one.load) == (30, 0, 90, 4, 0.25)
    assert (two.busy, two.paused, two.free, two.visits) == (0, 10, 110, 0)
    assert (four.busy, four.open, four.visits) == (2, 120, 0)


@pytest.mark.parametrize("started", [True, False])
def test_nobody_works_through_the_night_that_settles_the_day(town: Any, started: bool) -> None:
    town.at(0).issue("an")
    town.at(10).next(1)
    if started:
        town.ok(c.StartService, ticket="an")
    town.at(30).ok(c.CloseDay)
    town.at(900).ok(c.SettleDay)
    events = [from_record(orjson.loads(line)) for line in town.proof.journal]
    one = counter_times(events)[1]
    assert (one.busy, one.free, one.visits) == (20, 10, int(started))


def test_counters_are_as_busy_as_the_simulator_made_them() -> None:
    run = simulate(demo_center(), 7)
    times, loads = counter_times(run.events), loads_of([run])
    for desk in run.description.desks:
        planned = sum(end - start for start, end in desk.hours)
        expected = loads[desk.number].busy * planned
        assert times[desk.number].busy == pytest.approx(expected, abs=0.01)
        assert expected > 30


def test_days_add_up(counted: DayCounts) -> None:
    whole = DayCounts()
    whole.add(counted)
    whole.add(counted)
    assert whole.all.issued == 14
    assert whole.services["copies"].nine_of_ten == 32
    assert (whole.counters[1].busy, whole.counters[1].load) == (60, 0.25)
    assert counted.all.issued == 7, "the days themselves stay as they are"
    assert ServiceCount().nine_of_ten is None
