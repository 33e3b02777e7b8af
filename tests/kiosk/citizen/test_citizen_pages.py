"""The pages around the number: closed hours, refusals, entries, languages, idle, locks."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest

OPENING = "2026-11-23T13:30:00.000+07:00"


@pytest.mark.parametrize(
    ("reason", "title"),
    [
        ("before_opening", "Trung tâm chưa mở cửa"),
        ("lunch", "Trung tâm đang nghỉ trưa"),
        ("after_closing", "Trung tâm đã hết giờ làm việc"),
        ("day_off", "Hôm nay trung tâm nghỉ"),
        ("something_new", "Trung tâm tạm ngừng lấy số"),
    ],
)
def test_closed_hours_say_so_and_when_to_come_again(
    center: Any, open_kiosk: Any, reason: str, title: str
) -> None:
    person = open_kiosk()
    center.change(day={"state": "closed", "closed_reason": reason, "next_opening": OPENING})
    person.until(lambda: person.sees("notice-title"))
    assert person.reads("notice-title") == title
    assert person.reads("notice-next") == "Mở lại lúc 13:30 hôm nay."
    assert not person.sees("tile-A")
    center.change(day={"state": "open", "closed_reason": None})
    person.until(lambda: person.sees("tile-A"))


@pytest.mark.parametrize("code", ["SERIES_FULL", "SERVICE_CLOSED", "DAY_CLOSED", "NOT_ENROLLED"])
def test_a_refusal_is_a_page_with_a_sentence(center: Any, open_kiosk: Any, code: str) -> None:
    center.refuse("/v1/tickets", 409, code)
    person = open_kiosk()
    person.touch("tile-A")
    person.touch("take-number")
    person.page("notice")
    said = person.reads("notice-text")
    assert said
    assert code not in said
    person.touch("back")
    person.page("home")
    assert person.events == []


def test_a_closed_service_says_why(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    center.change(services=[{"code": "A", "open": False, "closed_reason": "series_full"}])
    person.until(lambda: not person.kiosk.home.tiles[0]["open"])
    person.touch("tile-A")
    person.page("notice")
    assert person.reads("notice-text") == "Nhóm thủ tục này đã hết số hôm nay."


def test_a_booking_is_checked_in_and_printed(center: Any, open_kiosk: Any, paper: Any) -> None:
    center.answers["POST", "/v1/check-ins"] = lambda body: (
        201,
        center.issue({"id": body["id"], "service": "A", "channel": "web"}),
    )
    person = open_kiosk(printer=paper.uri)
    person.touch("booking")
    for key in "K7M2":
        person.touch(f"key-{key}")
    person.touch("key-9")
    person.touch("delete")
    assert person.reads("typed") == "K7M2"
    person.touch("entry-go")
    person.page("number")
    assert center.sent("/v1/check-ins")[0]["code"] == "K7M2"
    person.until(lambda: person.kiosk.shown.paper_state == "take")


@pytest.mark.parametrize(
    "code",
    ["BOOKING_UNKNOWN", "BOOKING_USED", "BOOKING_CANCELLED", "BOOKING_WRONG_DAY", "BOOKING_MISSED"],
)
def test_each_refusal_of_a_booking_has_its_sentence(
    center: Any, open_kiosk: Any, code: str
) -> None:
    center.refuse("/v1/check-ins", 409, code)
    person = open_kiosk()
    person.touch("booking")
    person.touch("key-A")
    person.touch("entry-go")
    person.until(lambda: person.reads("entry-problem") != "")
    assert code not in person.reads("entry-problem")
    assert person.kiosk.page == "booking"
    person.touch("key-B")
    assert person.reads("entry-problem") == ""


def test_a_scanned_token_is_sent_as_it_is(center: Any, open_kiosk: Any) -> None:
    center.refuse("/v1/check-ins", 409, "BOOKING_USED")
    person = open_kiosk()
    token = "eyJib29raW5nIjoi.c2lnbmF0dXJl-" + "x" * 60
    for sign in token + "\r":
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key.Key_A
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, sign)
        person.open.guard.eventFilter(person.window, event)
    person.until(lambda: bool(center.sent("/v1/check-ins")))
    assert center.sent("/v1/check-ins")[0]["token"] == token


def test_an_old_number_returns_to_the_line(center: Any, open_kiosk: Any) -> None:
    ticket = center.issue({"id": "0193-old", "service": "A"})
    center.change(tickets=[{**ticket, "state": "no_show"}])
    person = open_kiosk()
    person.touch("return")
    for key in "A012":
        person.touch(f"key-{key}")
    person.touch("entry-go")
    person.page("number")
    assert len(center.sent("/v1/tickets/0193-old/return")) == 1
    assert person.reads("number") == "A012"
    assert "hàng chờ" in person.reads("remark")
    assert center.sent("/v1/tickets") == []


def test_an_old_number_still_waiting_shows_how_it_stands(center: Any, open_kiosk: Any) -> None:
    ticket = center.issue({"id": "0193-waits", "service": "A"})
    center.change(tickets=[{name: ticket[name] for name in ("id", "number", "service", "state")}])
    person = open_kiosk()
    person.touch("return")
    for key in "A012":
        person.touch(f"key-{key}")
    person.touch("entry-go")
    person.page("number")
    assert "11 người" in person.reads("ahead")
    assert center.sent("/v1/tickets/0193-waits/return") == []


def test_an_unknown_old_number_is_told(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.touch("return")
    person.touch("key-A")
    person.touch("entry-go")
    person.until(lambda: "Không tìm thấy số này" in person.reads("entry-problem"))


def test_language_size_and_contrast_are_for_one_person(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.touch("language-en")
    assert person.reads("question") == "What do you need?"
    person.touch("text-size")
    person.touch("contrast")
    look = person.open.reader.look
    assert (look.property("textSize"), look.property("theme")) == (125, "contrast")
    person.take()
    assert center.sent("/v1/tickets")[0]["language"] == "en"
    assert center.languages[-1] == "en"
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    person.kiosk.idle.over.emit()
    assert person.reads("question") == "Bạn cần làm thủ tục gì?"
    assert (look.property("textSize"), look.property("theme")) == (100, "light")


def test_nobody_there_counts_down_and_goes_home(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    now = [0.0]
    idle = person.kiosk.idle
    idle._monotonic = lambda: now[0]
    idle.watch(True)
    person.touch("tile-A")
    now[0] = 21.0
    idle.tick()
    assert person.sees("countdown")
    QTest.mouseClick(person.window, Qt.MouseButton.LeftButton)
    assert not person.sees("countdown")
    assert person.kiosk.page == "service"
    now[0] = 51.1
    idle.tick()
    assert person.kiosk.page == "home"
    assert center.sent("/v1/tickets") == []


def test_the_number_goes_by_itself_after_its_time(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.take()
    person.until(lambda: person.kiosk.armed)
    seconds = 0
    while person.kiosk.page == "number":
        person.kiosk.shown._tick()
        seconds += 1
    # some real seconds have gone before
    assert 16 <= seconds <= 20
    assert person.kiosk.page == "home"


def test_help_is_called_once_and_said(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.touch("help")
    person.until(lambda: bool(center.sent("/v1/help")))
    assert center.sent("/v1/help")[0]["where"] == "K1"
    assert person.kiosk.toast == "Đã gọi nhân viên. Vui lòng chờ tại đây."


def test_a_locked_window_swallows_every_way_out(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    guard = person.open.guard
    guard._locked = True
    for key, held in (
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    ):
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            assert guard.eventFilter(QObject(), QKeyEvent(kind, key, held, "\x11"))
    close = QCloseEvent()
    assert guard.eventFilter(person.window, close)
    assert not close.isAccepted()
    assert person.kiosk.page == "home"
    guard.let_go()
    assert not guard.eventFilter(person.window, QCloseEvent())
