"""All alerts at once: listed with what can be done about each, walked by keys or mouse."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counter_officer import raise_alerts
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.parts import Parts
from layso_kiosk.link.answers import Answer
from layso_kiosk.look.touch import find, names, press_key, touch

SINCE = 1_795_395_600_000
THREE = (("DISK_LOW", "center"), ("HELP", "K1"), ("HELP", "K2"))


def rows(parts: Parts) -> list[tuple[str, str, bool]]:
    return [(row["id"], row["label"], row["chosen"]) for row in parts.alerts.rows.all()]


def act(parts: Parts, clock: Any, name: str) -> None:
    clock.now += 1_000
    parts.act(name)


def test_the_most_urgent_stands_on_top_and_the_first_way_is_chosen(
    parts: Parts, busy: Any, clock: Any
) -> None:
    raise_alerts(parts, busy, *THREE)
    assert parts.strip.property("all") == "3 việc cần xem"
    act(parts, clock, "alerts")
    assert rows(parts) == [
        ("HELP-K1", "Tôi đến ngay", True),
        ("HELP-K2", "Tôi đến ngay", False),
        ("DISK_LOW-center", "", False),
    ]
    assert parts.strip.property("text").startswith("3 việc cần xem")


def test_any_of_them_is_answered(parts: Parts, busy: Any, clock: Any) -> None:
    raise_alerts(parts, busy, *THREE)
    act(parts, clock, "alerts")
    parts.alerts.step(1)
    act(parts, clock, "answer")
    assert busy.deleted == ["/v1/help/HELP-K2"]
    raise_alerts(parts, busy, *THREE[:2])
    assert rows(parts)[0] == ("HELP-K1", "Tôi đến ngay", True), "what is chosen may be gone"
    parts.alerts.press("HELP-K1")  # the same press bounces
    assert len(busy.deleted) == 1


@pytest.mark.parametrize(
    ("code", "told"),
    [("HUB_SUPERSEDED", "Người phụ trách"), ("PAPER_LOW", "Ai ở gần"), ("BACKUP_OLD", "Bạn hãy")],
)
def test_without_a_button_it_says_who_sees_to_it(
    parts: Parts, busy: Any, clock: Any, code: str, told: str
) -> None:
    raise_alerts(parts, busy, (code, "K1"))
    act(parts, clock, "alerts")
    (row,) = parts.alerts.rows.all()
    assert row["note"].startswith(told)
    assert row["note"] in row["spoken"]


def test_what_stands_on_the_bar_has_no_button_of_another(
    parts: Parts, busy: Any, clock: Any
) -> None:
    parts.station.sign(None)
    busy.role = "admin"
    parts.sign_in.submit("truong", "260411")
    raise_alerts(parts, busy, ("DISK_FULL", "center"), ("HUB_SET_ASIDE", "center"))
    assert parts.strip.property("remedy") == ""
    act(parts, clock, "answer")
    assert rows(parts)[1] == ("HUB_SET_ASIDE-center", "Thử lại việc để riêng", True)
    assert not any("set-aside" in path for path, *_ in busy.posts), "it was only shown"


@pytest.mark.parametrize("end", ["nothing left", "signed out", "away", "a question", "again"])
def test_the_list_folds_with_what_it_is_about(
    parts: Parts, busy: Any, clock: Any, end: str
) -> None:
    raise_alerts(parts, busy, *THREE)
    act(parts, clock, "alerts")
    if end == "nothing left":
        raise_alerts(parts, busy)
    elif end == "signed out":
        parts.station.sign(None)
    elif end == "away":
        busy.become("away")
    elif end == "a question":
        act(parts, clock, "pause")
    else:
        act(parts, clock, "alerts")
    assert not parts.alerts.is_open


def test_with_nothing_to_see_the_key_says_so(parts: Parts, clock: Any) -> None:
    act(parts, clock, "alerts")
    assert parts.strip.property("text") == "Không có việc nào cần xem."
    assert not parts.alerts.is_open


def test_by_keys_and_mouse(
    open_counter: Callable[..., Counter],
    busy: Any,
    clock: Any,
    qtbot: QtBot,
    take_picture: Callable[[Counter, str], Path],
) -> None:
    path = "/v1/restore/go-on"
    busy.others = lambda asked, _: Answer(200, {}) if asked == path else None
    busy.role = "supervisor"
    counter = open_counter(busy)
    window = counter.program.window

    def press(*keys: str) -> None:
        for key in keys:
            clock.now += 1_000
            press_key(window, key)

    raise_alerts(
        counter, busy, ("BACKUP_OLD", "center"), ("RESTORE_WAITS", "center"), ("HELP", "K1")
    )
    touch(window, find(window, "alerts"))
    qtbot.waitUntil(lambda: find(window, "alert-list").isVisible(), timeout=20_000)
    assert find(window, "alert-0").hasActiveFocus()
    press("Down", "Down", "Down", "Up")
    assert find(window, "alert-1").hasActiveFocus()
    press("Return")
    take_picture(counter, "alerts-asked")
    assert counter.remedies.question
    press("Escape")
    assert not counter.remedies.question
    assert counter.alerts.is_open
    press("Return", "Return")
    assert [one for one, *_ in busy.posts].count(path) == 1
    qtbot.waitUntil(lambda: "alert-0-remedy" in names(window), timeout=20_000)
    clock.now += 1_000
    touch(window, find(window, "alert-0-remedy"))
    assert busy.deleted == ["/v1/help/HELP-K1"]
    press("F9", "Escape")
    assert not counter.alerts.is_open
    assert counter.station.desk.ticket is not None, "the keys of the bar work beside the list"
