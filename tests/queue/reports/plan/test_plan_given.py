"""The plan's web places as leases by hand: dealt out by half hours, shown first, set when told."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from layso_assets.languages import Texts
from layso_queue.center.folder import Folder
from layso_queue.center.settings import Settings, read_settings
from layso_queue.center.stamps import local_date, midnight
from layso_queue.center.storage import Exchange, bring_up_to_date
from layso_queue.center.sync.by_hand import set_by_hand, set_so_far
from layso_queue.center.sync.places import Place
from layso_queue.command import main
from layso_queue.forecast.capacity import Offer
from layso_queue.reports.plan_given import differences, halves, lines
from layso_queue.reports.plan_made import Plan
from layso_queue.reports.plan_places import Offered

HOUR = 3_600_000
Command = Callable[..., tuple[int, str]]


def _offered(service: str, start: float, span: float, n: int) -> Offered:
    offer = Offer(n, 5.0, n + 1, 9.0, 15.0)
    return Offered(service=service, start=start, span=span, offer=offer, places=n)


@pytest.fixture
def offering(plan: Plan) -> Plan:
    """A plan with 13 places at 07:30, 3 in the last half hour, and none of H."""
    rows = (_offered("A", 450, 60, 13), _offered("A", 990, 30, 3), _offered("H", 450, 60, 0))
    return replace(plan, places=rows)


def test_an_hours_places_are_dealt_out_to_its_half_hours(
    offering: Plan, settings: Settings
) -> None:
    begin = midnight(offering.day)
    found = {(one.service, one.slot - begin): n for one, n in halves(offering, settings).items()}
    assert found == {
        ("A", 15 * HOUR // 2): 7,
        ("A", 8 * HOUR): 6,
        ("A", 33 * HOUR // 2): 3,
        ("H", 15 * HOUR // 2): 0,
        ("H", 8 * HOUR): 0,
    }


def test_only_what_differs_and_is_to_come_is_shown(offering: Plan, settings: Settings) -> None:
    begin = midnight(offering.day)
    first = Place("A", begin + 15 * HOUR // 2, False)
    rule = settings.model_copy(
        update={"web": settings.web.model_copy(update={"places": {"A": 6, "H": 1}})}
    )
    found = differences(offering, rule, {first.key: 7}, begin)
    at = [(one.place.service, one.place.slot - begin, one.before, one.after) for one in found]
    assert at == [
        ("H", 15 * HOUR // 2, 1, 0),
        ("H", 8 * HOUR, 1, 0),
        ("A", 33 * HOUR // 2, 6, 3),
    ]
    assert [one.place.service for one in differences(offering, rule, {}, begin + 9 * HOUR)] == ["A"]
    said = list(lines(found, {"A": "Chứng thực", "H": "Hộ tịch"}, Texts("vi")))
    assert "16:30  Chứng thực        6              3" in said[0]
    assert said[-1] == "3 nửa giờ thay đổi: từ 8 thành 3 chỗ trên mạng."
    assert list(lines([], {}, Texts("en"))) == [
        "The places on the web are those of the plan already."
    ]


@pytest.fixture
def center(file: Path, tmp_path: Path) -> Path:
    """A center's folder with a hub, and no day behind it."""
    folder = Folder(tmp_path / "center")
    folder.prepare()
    hub = '[hub]\nurl = "http://127.0.0.1:1"\nkey = "k"\n[[services]]'
    text = file.read_text("utf-8").replace("[[services]]", hub, 1)
    folder.settings.write_text(text, "utf-8")
    bring_up_to_date(folder.database, folder.backups)
    return folder.path


@pytest.fixture
def command(center: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `layso plan` for a day; returns its code and what it said."""

    def run(day: date, *words: str) -> tuple[int, str]:
        asked = ["plan", "--data", str(center), "--day", day.isoformat(), "--runs", "1"]
        out = ["--people", "40", "--language", "en", "--out", str(tmp_path / "out")]
        code = main([*asked, *out, *words])
        said = capsys.readouterr()
        return code, said.err if code else said.out

    return run


def test_nothing_is_written_before_yes_and_leases_are_given_after_it(
    command: Command, center: Path
) -> None:
    now = time.time_ns() // 1_000_000
    folder, settings = Folder(center), read_settings(center / "settings.toml", Texts("en"))
    day = local_date(now) + timedelta(days=3)
    while day.weekday() > 4 or day in settings.hours.closures:
        day += timedelta(days=1)
    code, said = command(day, "--give")
    assert code == 0
    assert "Nothing is written. Add --yes" in said
    assert "places on the web." in said
    assert said.count("\nCopies: ") == said.count("\nCivil status: ") == 8, (
        "an hour has no sentence"
    )
    assert set_so_far(folder, settings, now) == {}
    assert "These places are set by hand." in command(day, "--give", "--yes")[1]
    kept = set_so_far(folder, settings, now)
    assert sum(kept.values()) > 0
    exchange = Exchange(folder.database, "26041")
    with exchange.begin(now, "x") as side:
        asked = {one.key: one.asked for one in side.web.grants_from(midnight(day))}
    exchange.close()
    assert {key: n for key, n in kept.items() if n} == {key: n for key, n in asked.items() if n}


def test_what_is_set_by_hand_goes_back_to_the_rule(center: Path) -> None:
    now = midnight(date(2026, 11, 30))
    settings = read_settings(center / "settings.toml", Texts("en"))
    places = [Place("A", now + 8 * HOUR + i * HOUR // 2, False) for i in range(4)]
    set_by_hand(Folder(center), settings, dict.fromkeys(places, 5), now)
    assert set_so_far(Folder(center), settings, now) == dict.fromkeys([p.key for p in places], 5)
    set_by_hand(Folder(center), settings, dict.fromkeys(places[1:], None), now)
    assert set_so_far(Folder(center), settings, now) == {places[0].key: 5}
