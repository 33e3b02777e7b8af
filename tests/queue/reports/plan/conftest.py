"""A small center, ten days of its journal, what they teach, and a plan made of that."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from layso_assets.languages import Texts
from layso_queue.center.settings import Settings, read_settings
from layso_queue.line.events import Event
from layso_queue.reports.history import History
from layso_queue.reports.history_day import facts_of
from layso_queue.reports.plan_day import day_of, history_of, works_on
from layso_queue.reports.plan_made import Plan, make
from layso_queue.simulate import Description, Length, simulate

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


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("settings") / "settings.toml"
    made.write_text(CENTER, "utf-8")
    return made


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def journals(settings: Settings) -> list[list[Event]]:
    """Ten working days of the center, as they really went."""
    history = history_of(settings, None, MONDAY, 130)
    days = []
    for n in range(10):
        day = date(2026, 11, 16 + n if n < 5 else 18 + n)
        described = late_fourth(day_of(settings, history, day))
        days.append(list(simulate(described, n).events))
    return days


@pytest.fixture(scope="session")
def learned(
    settings: Settings, journals: list[list[Event]], tmp_path_factory: pytest.TempPathFactory
) -> History:
    made = history_of(settings, None, MONDAY, 130)
    dates = [f"2026-11-{n}" for n in (16, 17, 18, 19, 20, 23, 24, 25, 26, 27)]
    facts = [facts_of(day, events) for day, events in zip(dates, journals, strict=True)]
    made.learn(facts, lambda day: works_on(settings, day))
    return made


@pytest.fixture(scope="session")
def plan(settings: Settings, learned: History) -> Plan:
    targets = {one.code: float(one.target_wait_minutes) for one in settings.services}
    return make(settings, learned, MONDAY, (), targets, [(4, 450.0, 1440.0)], 8)
