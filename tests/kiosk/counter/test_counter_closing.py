"""A service is closed from the counter, by who may, and opened again: every step by keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counter_officer import be_in_charge
from layso_kiosk.counter.closures import read_time
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.parts import Parts
from layso_kiosk.link.answers import Answer
from layso_kiosk.look.touch import find, press_key, touch, type_text

MORNING = "2026-11-23T11:30:00+07:00"
NIGHT = "2026-11-24T00:00:00+07:00"
NAME = "Hộ tịch: khai sinh, khai tử, kết hôn, trích lục"


@pytest.fixture
def chief(parts: Parts, busy: Any, clock: Any) -> Parts:
    """The same counter with somebody in charge."""
    be_in_charge(parts, busy)
    return parts


def ask(parts: Parts, clock: Any, *answers: str) -> None:
    clock.now += 1_000
    parts.act("close-service")
    for one in answers:
        parts.closing.choose(one)


def shown(parts: Parts) -> dict[str, Any]:
    return dict(parts.closing.property("shown"))


def test_a_plain_officer_is_told_who_may(parts: Parts, busy: Any, clock: Any) -> None:
    ask(parts, clock)
    assert shown(parts)["kind"] == ""
    assert str(parts.strip.property("text")).startswith("Chỉ người phụ trách")
    assert busy.posts == []


def test_what_becomes_of_those_who_wait_is_said_before(chief: Parts, busy: Any, clock: Any) -> None:
    ask(chief, clock, "H", "11:30")
    assert shown(chief)["title"] == f"Vì sao đóng “{NAME}” đến 11:30? Người dân sẽ đọc lý do này."
    assert shown(chief)["note"].startswith("3 người đang chờ vẫn được gọi và phục vụ")
    chief.closing.confirm()
    assert (shown(chief)["fault"], busy.posts) == ("Bạn hãy chọn một lý do.", [])
    chief.closing.choose("power")
    chief.closing.confirm()
    (path, body, session) = busy.posts[-1]
    assert (path, session, body["service"], body["to"]) == ("/v1/closures", "s1", "H", MORNING)
    assert body["reason"] == {"vi": "Mất điện hoặc mất mạng", "en": "No power or no network"}
    assert chief.strip.property("text").startswith(f"Đã ngừng phát số mới: {NAME}.")


def test_a_closing_is_taken_back_by_the_general_undo(chief: Parts, busy: Any, clock: Any) -> None:
    ask(chief, clock, "center", "day", "full")
    chief.closing.confirm()
    assert (busy.closures[0]["service"], busy.closures[0]["to"]) == (None, NIGHT)
    assert chief.strip.property("undo") == "Hoàn tác việc đóng"
    clock.now += 1_000
    chief.act("undo")
    assert busy.deleted == [f"/v1/closures/{busy.posts[-1][1]['id']}"]
    assert chief.strip.property("text") == "Đã hoàn tác: lại phát số như trước."
    clock.now += 1_000
    chief.act("undo")
    assert len(busy.deleted) == 1, "there is nothing of it left to take back"


def test_it_is_opened_again_and_that_is_taken_back_too(chief: Parts, busy: Any, clock: Any) -> None:
    ask(chief, clock, "H", "11:30", "staff")
    chief.closing.confirm()
    closed = busy.closures[0]
    ask(chief, clock)
    assert [one["detail"] for one in shown(chief)["reasons"] if one["detail"]] == [
        "đang đóng đến 11:30"
    ]
    chief.closing.choose("H")
    assert "Cán bộ vắng mặt đột xuất" in shown(chief)["note"]
    chief.closing.confirm()
    assert (busy.deleted, busy.closures) == ([f"/v1/closures/{closed['id']}"], [])
    clock.now += 1_000
    chief.act("undo")
    (anew,) = busy.closures
    assert {**anew, "id": 0, "from": 0} == {**closed, "id": 0, "from": 0}


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        *(("10:30", "10:30"), ("10h30", "10:30"), ("9 giờ 5", ""), ("1030", "10:30")),
        *(("9h", "09:00"), ("14", "14:00"), ("24:00", ""), ("10:75", ""), ("", ""), ("mai", "")),
    ],
)
def test_a_time_is_read_as_people_write_it(written: str, clock: str) -> None:
    assert read_time(written) == clock


def test_the_afternoon_has_no_morning_to_end(chief: Parts, clock: Any) -> None:
    clock.now += 4 * 3_600_000
    ask(chief, clock, "H")
    assert [one["value"] for one in shown(chief)["reasons"]] == ["day", "time"]


def test_a_refusal_is_said_in_words(chief: Parts, busy: Any, clock: Any) -> None:
    problem = {"code": "ROLE_NOT_ALLOWED", "detail": "x"}
    busy.others = lambda path, _: Answer(403, problem=problem) if "closures" in path else None
    ask(chief, clock)
    assert shown(chief)["kind"] == ""
    assert str(chief.strip.property("text")).startswith("Máy này không được")


def test_by_keys_alone_and_back_a_step(
    open_counter: Callable[..., Counter],
    busy: Any,
    clock: Any,
    qtbot: QtBot,
    take_picture: Callable[[Counter, str], Path],
) -> None:
    busy.role = "admin"
    counter = open_counter(busy)
    window = counter.program.window

    def press(*keys: str) -> None:
        for key in keys:
            clock.now += 1_000
            press_key(window, key)

    press("Shift+F3", "L", "Backspace", "H", "3")
    type_text(window, "7h\n")
    assert str(find(window, "ask-fault").property("text")).startswith("Giờ ấy đã qua")
    press("Backspace", "Backspace", "Backspace")
    assert shown(counter)["step"] == "until False", "letters go first, then the step"
    press("3")
    type_text(window, "10h30\n")
    press("5")
    type_text(window, "Máy chủ hỏng\n")
    assert busy.closures[0]["to"] == "2026-11-23T10:30:00+07:00"
    assert busy.closures[0]["reason"] == {"vi": "Máy chủ hỏng"}
    press("F10")
    qtbot.waitUntil(lambda: find(window, "panel-area").isVisible(), timeout=20_000)
    clock.now += 1_000
    touch(window, find(window, "close-service"))
    touch(window, find(window, "option-H"))
    take_picture(counter, "closing-reopen")
    touch(window, find(window, "ask-confirm"))
    assert busy.closures == []
