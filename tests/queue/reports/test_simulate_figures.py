"""What the simulator's answer is made of: the center's own hours, loads, and what was told."""

import math
from dataclasses import replace
from datetime import date

import pytest

from layso_assets import files
from layso_assets.languages import Texts
from layso_queue.center.settings import Settings, read_settings
from layso_queue.line.states import Priority
from layso_queue.reports.center_days import described
from layso_queue.reports.columns import columns
from layso_queue.reports.loads import loads_of
from layso_queue.reports.measured import measure
from layso_queue.reports.plots.waits import spells
from layso_queue.reports.promised import Promise, Promises, share
from layso_queue.reports.told import Teller, clock
from layso_queue.simulate import (
    Breaks,
    Description,
    Desk,
    Law,
    Length,
    Period,
    Service,
    simulate,
)


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings(files.path("demo", "center-26041.toml"), Texts("vi"))


@pytest.fixture
def steady() -> Description:
    """Somebody every ten minutes or so, served for exactly six, half a minute's walk away."""
    return Description(
        services=(Service(code="A", share=1.0, length=Length(mean=6, law=Law.FIXED)),),
        desks=(Desk(number=5, services=("A",), hours=((480.0, 680.0),)),),
        arrivals=(Period(start=480, end=640, people=14),),
        walk=0.5,
    )


def _edited(settings: Settings, **parts: object) -> Settings:
    return Settings.model_validate(settings.model_dump() | parts)


def test_a_center_is_described_by_its_own_settings(settings: Settings) -> None:
    day = described(settings)
    assert [desk.number for desk in day.desks] == [one.number for one in settings.counters]
    assert {one.code: one.length.mean for one in day.services} == {
        one.code: float(one.minutes) for one in settings.services
    }
    assert day.desks[0].hours == ((450.0, 690.0), (810.0, 1020.0))
    assert day.opens == 420.0
    assert day.rules.head_start(Priority.ELDERLY) == 240
    assert sum(period.people for period in described(settings, 200).arrivals) == pytest.approx(200)


def test_without_a_number_of_people_the_counters_are_busy_three_quarters(
    settings: Settings,
) -> None:
    day = described(settings)
    people = sum(period.people for period in day.arrivals)
    mean = sum(one.share * (one.length.mean + 0.5) for one in day.services)
    open_minutes = sum(b - a for desk in day.desks for a, b in desk.hours)
    assert people * mean / open_minutes == pytest.approx(0.75, abs=0.03)


def test_other_hours_stretch_the_usual_profile(settings: Settings) -> None:
    hours = settings.hours.model_dump()
    longer = hours | {"spans": [["07:00", "12:00"], ["13:00", "18:00"]], "doors_open_minutes": 15}
    day = described(_edited(settings, hours=longer), 100)
    assert day.arrivals[0].start == 405.0
    assert max(p.end for p in day.arrivals if p.start < 720) == pytest.approx(720.0)
    assert min(p.start for p in day.arrivals if p.end > 720.5) == pytest.approx(765.0)
    assert day.arrivals[-1].end == pytest.approx(1080.0)
    morning = described(_edited(settings, hours=hours | {"spans": [["07:30", "11:30"]]}), 100)
    assert sum(p.people for p in morning.arrivals) == pytest.approx(100)
    assert morning.last_end == 690.0


def test_closed_days_and_working_saturdays_are_the_centers(settings: Settings) -> None:
    hours = settings.hours.model_dump() | {"closures": ["2026-09-02"], "working": ["2026-08-22"]}
    week = described(_edited(settings, hours=hours)).week
    assert week.factor(date(2026, 9, 2)) == 0.0
    assert week.factor(date(2026, 8, 22)) == 1.0
    assert week.factor(date(2026, 8, 23)) == 0.0
    assert week.factor(date(2026, 8, 24)) == 1.25
    assert sum(week.factors) == pytest.approx(5.0)


def test_a_service_at_no_counter_is_left_out(settings: Settings) -> None:
    without = [one.model_dump() for one in settings.counters if "M" not in one.services]
    day = described(_edited(settings, counters=without))
    assert "M" not in {service.code for service in day.services}
    assert "L" not in {service.code for service in day.services}


def test_loads_are_parts_of_the_planned_hours(steady: Description) -> None:
    run = simulate(steady, 1)
    load = loads_of([run])[5]
    assert load.serving == pytest.approx(6 * len(run.visits) / 200, rel=1e-3)
    assert load.calling == pytest.approx(0.5 * len(run.visits) / 200, rel=1e-3)
    assert load.paused == 0.0
    assert load.free == pytest.approx(1 - load.busy)


def test_breaks_are_counted_from_the_end_of_the_visit_under_way(steady: Description) -> None:
    resting = replace(
        steady, breaks=Breaks(a_day=4, length=Length(mean=5, law=Law.FIXED)), arrivals=()
    )
    loads = [loads_of([simulate(resting, seed)])[5] for seed in range(8)]
    parts = [load.paused * 200 / 5 for load in loads]
    assert max(parts) >= 2
    busy = [
        loads_of([simulate(replace(resting, arrivals=steady.arrivals), s)])[5] for s in range(8)
    ]
    assert all(round(one.paused * 200, 6) % 5 == 0 for one in busy)
    assert max(one.paused for one in busy) > 0


def test_waits_are_measured_against_each_services_target(steady: Description) -> None:
    runs = [simulate(steady, seed) for seed in (1, 2)]
    waits = sorted(wait for run in runs for wait in run.waits)
    target = waits[len(waits) // 2]
    found = measure(runs, {"A": target})
    assert found.all == found.services["A"]
    assert found.all.mean == pytest.approx(sum(waits) / len(waits))
    assert found.all.over == sum(wait > target for wait in waits) / len(waits)
    assert found.all.people == len(waits) / 2
    assert found.ends <= found.latest
    assert found.overtakes == 0


def test_a_day_without_anybody_is_measured_and_drawn_as_nothing(steady: Description) -> None:
    found = measure([simulate(replace(steady, arrivals=()), 1)], {"A": 20.0})
    assert found.half_hours == ()
    assert found.all.people == 0
    teller = Teller(Texts("en"), {})
    assert teller.number(found.all.mean) == "–"
    assert teller.share(found.all.over) == "–"


def test_every_wait_that_was_foreseen_is_compared_with_what_came(steady: Description) -> None:
    watch = Promises(((480.0, 680.0),), every=1)
    run, promises = watch.play(steady, 1)
    assert run.events == simulate(steady, 1).events
    waited = [visit for visit in run.visits if visit.wait is not None and visit.wait > 1]
    assert len(promises) == len(waited) > 2
    assert [one.wait for one in promises] == [visit.wait for visit in waited]
    for one in promises:
        assert 480 <= one.minute <= 640
        assert one.told[0] <= one.low <= one.high <= one.told[1], "told in wider steps"
    assert watch.asked == len(run.visits)
    assert share(one.foreseen for one in promises) <= share(one.kept for one in promises)


def test_the_forecast_learns_the_center_from_day_to_day(steady: Description) -> None:
    slow = replace(steady, services=(replace(steady.services[0], length=Length(mean=11)),))
    odd = replace(slow, arrivals=(replace(steady.arrivals[0], people=16),))
    watch = Promises(((480.0, 680.0),), every=1)
    widths = []
    for seed in range(6):
        _, promises = watch.play(odd, seed)
        widths.append([(one.low, one.high) for one in promises])
    fresh = Promises(((480.0, 680.0),), every=1)
    assert [(one.low, one.high) for one in fresh.play(odd, 5)[1]] != widths[5]


def test_a_promise_is_kept_within_its_ends() -> None:
    right, wrong = Promise(480, 5, 10, (5, 15), 10), Promise(480, 5, 10, (5, 15), 12)
    assert (right.foreseen, right.kept) == (True, True)
    assert (wrong.foreseen, wrong.kept) == (False, True)
    assert share([True, False]) == 0.5
    assert math.isnan(share([]))


def test_lunch_parts_the_line_of_a_plot() -> None:
    steady = simulate(described(_demo(), 120), 1)
    parts = spells(measure([steady], dict.fromkeys("AHLKXNESM", 20.0)).half_hours)
    assert len(parts) == 2
    assert parts[0][-1].minute < 720 <= parts[1][0].minute


def _demo() -> Settings:
    return read_settings(files.path("demo", "center-26041.toml"), Texts("vi"))


def test_tables_line_up_and_numbers_are_written_as_in_the_language() -> None:
    table = columns(("name", "n"), [("Hộ tịch", "1,5"), ("A", "12,25")])
    assert table.splitlines() == [
        "name         n",
        "──────────────",
        "Hộ tịch    1,5",
        "A        12,25",
    ]
    assert Teller(Texts("vi"), {}).number(12.34) == "12,3"
    assert Teller(Texts("en"), {}).number(12.34) == "12.3"
    assert clock(1020.4) == "17:00"
    assert clock(450) == "07:30"
