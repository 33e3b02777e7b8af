"""A day's plan: counters tried in the simulator, what if, too few and too many."""

from datetime import date

import pytest

from layso_queue.center.settings import Settings
from layso_queue.reports.plan_day import history_of
from layso_queue.reports.plan_made import NoSuchCounter, Plan, make
from layso_queue.reports.plan_roster import steps_of

MONDAY = date(2026, 11, 30)


def test_opening_a_counter_earlier_is_answered_by_the_simulator(plan: Plan) -> None:
    assert plan.changed is not None
    assert plan.changed.mean < plan.usual.mean
    early = [step for step in steps_of(plan.spans) if step < 600]
    before = [plan.usual.of_step(step) for step in early]
    after = [plan.changed.of_step(step) for step in early]
    assert sum(filter(None, after)) < sum(filter(None, before)), "the morning gains most"


def test_the_plan_covers_every_service_and_opens_no_more_than_there_are(plan: Plan) -> None:
    assert set(plan.roster.open) == set(steps_of(plan.spans))
    for step, numbers in plan.roster.open.items():
        assert {code for n in numbers for code in plan.desks[n].services} == {"A", "H"}, step
    assert plan.roster.waited is not None
    assert plan.roster.holds == (not plan.roster.failing)
    hours = plan.roster.desks(plan.desks, plan.spans)
    assert sum(b - a for one in hours for a, b in one.hours) == 30 * sum(
        len(numbers) for numbers in plan.roster.open.values()
    )


def test_a_quiet_day_needs_few_counters_and_holds(settings: Settings) -> None:
    targets = {"A": 15.0, "H": 25.0}
    history = history_of(settings, None, MONDAY, 30)
    quiet = make(settings, history, MONDAY, (), targets, (), 6)
    assert quiet.roster.holds
    assert sum(len(one) for one in quiet.roster.open.values()) < 4 * len(quiet.roster.open)
    assert quiet.changed is None
    assert sum(one.places for one in quiet.places) > 0
    walked = quiet.with_places.walk_ins
    assert sum(walked) / len(walked) < 25


def test_too_many_people_are_said_and_get_no_places(settings: Settings) -> None:
    history = history_of(settings, None, MONDAY, 500)
    flood = make(settings, history, MONDAY, (), {"A": 15.0, "H": 25.0}, (), 3)
    assert not flood.roster.holds
    assert set(flood.roster.failing) == {"A", "H"}
    assert sum(one.places for one in flood.places) == 0
    said = {one.sentence[0] for one in flood.places}
    assert said <= {"full", "never", "cut_all", "none", "none_edge"}


@pytest.mark.parametrize("change", [(9, 480.0, 1440.0), (1, 1100.0, 1440.0)])
def test_a_change_that_cannot_be_is_refused(
    settings: Settings, change: tuple[int, float, float]
) -> None:
    history = history_of(settings, None, MONDAY, 30)
    with pytest.raises(NoSuchCounter):
        make(settings, history, MONDAY, (), {"A": 15.0, "H": 25.0}, [change], 1)
