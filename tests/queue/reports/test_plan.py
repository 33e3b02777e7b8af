"""A day's plan: history learned, counters tried in the simulator, what if, web places."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from layso_assets.languages import Texts
from layso_queue.center.settings import Settings, read_settings
from layso_queue.line.events import Event
from layso_queue.reports.history import History
from layso_queue.reports.history_day import facts_of
from layso_queue.reports.past import open_past
from layso_queue.reports.plan_day import ClosedThatDay, day_of, history_of
from layso_queue.reports.plan_made import NoSuchCounter, Plan, hours_of, make
from layso_queue.reports.plan_places import places
from layso_queue.reports.plan_roster import steps_of
from layso_queue.simulate import Description, Length, simulate

Keep = Callable[[Path, Sequence[Sequence[Event]]], Path]
MONDAY = date(2026, 11, 30)

CENTER = """
[center]
code = "26041"
name = { vi = "Trung tâm thử", en = "A small center" }
province = { vi = "Đồng Nai", en = "Đồng Nai" }
[hours]
closures = ["2026-12-02"]
[[services]]
code = "A"
series = "A"
minutes = 6
target_wait_minutes = 15
name = { vi = "Chứng thực", en = "Copies" }
[[services]]
code = "H"
series = "H"
minutes = 12
target_wait_minutes = 25
name = { vi = "Hộ tịch", en = "Civil status" }
[[counters]]
number = 1
services = ["A"]
[[counters]]
number = 2
services = ["A", "H"]
[[counters]]
number = 3
services = ["H"]
[[counters]]
number = 4
services = ["A", "H"]
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("settings") / "settings.toml"
    made.write_text(CENTER, "utf-8")
    return made


@pytest.fixture(scope="module")
def settings(file: Path) -> Settings:
    return read_settings(file, Texts("en"))


def late_fourth(description: Description) -> Description:
    """Counter 4 opens at ten; visits take a third longer than the settings say."""
    desks = tuple(
        replace(one, hours=((600.0, 690.0), (810.0, 1020.0))) if one.number == 4 else one
        for one in description.desks
    )
    services = tuple(
        replace(one, length=Length(mean=one.length.mean * 4 / 3)) for one in description.services
    )
    return replace(description, desks=desks, services=services)


@pytest.fixture(scope="module")
def journals(settings: Settings) -> list[list[Event]]:
    """Ten working days of the center, as they really went."""
    history = history_of(settings, None, MONDAY, 130)
    days = []
    for n in range(10):
        day = date(2026, 11, 16 + n if n < 5 else 18 + n)
        described = late_fourth(day_of(settings, history, day))
        days.append(list(simulate(described, n).events))
    return days


@pytest.fixture(scope="module")
def learned(
    settings: Settings, journals: list[list[Event]], tmp_path_factory: pytest.TempPathFactory
) -> History:
    from layso_queue.reports.plan_day import works_on

    made = history_of(settings, None, MONDAY, 130)
    dates = [f"2026-11-{n}" for n in (16, 17, 18, 19, 20, 23, 24, 25, 26, 27)]
    facts = [facts_of(day, events) for day, events in zip(dates, journals, strict=True)]
    made.learn(facts, lambda day: works_on(settings, day))
    return made


@pytest.fixture(scope="module")
def plan(settings: Settings, learned: History) -> Plan:
    targets = {one.code: float(one.target_wait_minutes) for one in settings.services}
    return make(settings, learned, MONDAY, (), targets, [(4, 450.0, 1440.0)], 8)


def test_the_history_knows_lengths_hours_and_how_many_come(learned: History) -> None:
    assert learned.days == 10
    assert learned.length("A").mean == pytest.approx(8, rel=0.1)
    assert learned.length("H").mean == pytest.approx(16, rel=0.1)
    assert learned.hours[4][0] == pytest.approx(600, abs=1)
    assert learned.hours[1][0] == pytest.approx(450, abs=1)
    assert sum(one.day("mon") for one in learned.demand.values()) == pytest.approx(160, rel=0.2)
    assert 0.02 < learned.no_show < 0.1
    assert sum(one.share for one in learned.priorities) < 0.5


def test_a_day_to_come_has_the_counters_as_they_usually_open(
    settings: Settings, learned: History
) -> None:
    day = day_of(settings, learned, MONDAY)
    hours = {desk.number: desk.hours for desk in day.desks}
    assert hours[1] == ((450, 690), (810, 1020))
    assert hours[4][0] == pytest.approx((600, 690))
    assert day.date == "2026-11-30"
    with pytest.raises(ClosedThatDay):
        day_of(settings, learned, date(2026, 12, 2))
    with pytest.raises(ClosedThatDay):
        day_of(settings, learned, date(2026, 12, 5))


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


def test_places_of_services_that_share_a_counter_are_given_together() -> None:
    lengths = {"A": Length(mean=6), "H": Length(mean=12)}
    desks = {1: ("A",), 2: ("A", "H"), 3: ("H",)}
    targets = {"A": 15.0, "H": 25.0}
    found = places(600, 60, {"A": 5.0, "H": 2.0}, lengths, desks, targets, 0.1, 0.85)
    offered = {one.service: one for one in found}
    assert all(one.places > 0 for one in found)
    for one in found:
        assert one.offer.wait <= targets[one.service]
    alone = places(600, 60, {"A": 5.0}, lengths, desks, targets, 0.1, 0.85)
    assert alone[0].places > offered["A"].places, "nobody else's places weigh on the counters"
    half = places(600, 30, {"A": 5.0, "H": 2.0}, lengths, desks, targets, 0.1, 0.85)
    assert sum(one.places for one in half) < sum(one.places for one in found)
    none = places(600, 60, {"A": 5.0}, lengths, {3: ("H",)}, targets, 0.1, 0.85)
    assert (none[0].places, none[0].sentence[0]) == (0, "never")


def test_hours_begin_with_the_doors_and_the_last_may_be_short() -> None:
    assert hours_of(((450, 690), (810, 1020))) == [
        (450, 60), (510, 60), (570, 60), (630, 60), (810, 60), (870, 60), (930, 60), (990, 30),
    ]  # fmt: skip
    assert steps_of(((450, 540),)) == [450, 480, 510]


def test_the_command_answers_from_the_centers_own_journal(
    file: Path,
    journals: list[list[Event]],
    tmp_path: Path,
    kept_days: Keep,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from layso_queue.command import main

    folder = kept_days(tmp_path / "center", journals[-3:])
    (folder / "settings.toml").write_bytes(file.read_bytes())
    out = tmp_path / "out"
    words = ["plan", "--data", folder, "--day", "2026-11-30", "--runs", "2", "--out", out]
    asked = [*map(str, words), "--what-if", "4=07:30", "--language", "en"]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "Learned from 3 service days" in said
    assert "If counter 4 opens at 07:30:" in said
    assert said.count("minutes on the mean") >= 1
    assert (out / "plan.png").read_bytes().startswith(b"\x89PNG")
    assert (out / "plan.svg").read_text("utf-8").startswith("<?xml")
    past = open_past(folder)
    assert past.center == "Trung tâm thử"
    past.close()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--day", "2026-12-02"], "không làm việc ngày 02/12/2026"),
        (["--day", "30/11/2026"], "30/11/2026"),
        (["--day", "2026-11-30", "--runs", "0"], "từ 1 đến"),
        (["--day", "2026-11-30", "--target", "-3"], "lớn hơn 0"),
        (["--day", "2026-11-30", "--what-if", "9=08:00"], "9"),
    ],
)
def test_what_cannot_be_planned_is_said_in_one_sentence(
    file: Path, words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from layso_queue.command import main

    assert main(["plan", "--center", str(file), *words]) == 2
    found = capsys.readouterr()
    assert found.out == ""
    assert found.err.count("\n") == 1
    assert sentence in found.err


@pytest.mark.parametrize("written", ["4", "4=8", "x=08:00", "4=25:00", "4=10:00-09:00", "4=08:75"])
def test_a_change_in_another_form_is_refused(
    written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from layso_queue.command import main

    with pytest.raises(SystemExit):
        main(["plan", "--day", "2026-11-30", "--what-if", written])
    assert "4=08:00" in capsys.readouterr().err
