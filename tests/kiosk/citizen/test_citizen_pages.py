"""The pages around the number: closed hours, refusals, languages, idle, locks."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest

from layso_kiosk.citizen.moments import CenterTime
from layso_kiosk.citizen.notices import service_page
from layso_kiosk.link.mirror import DayMirror
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.look.touch import find

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
    assert person.reads("notice-title") == "Dịch vụ này đã hết số hôm nay"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "reason", ["series_full", "lunch", "before_opening", "after_closing", "day_off", "flood"]
)
def test_every_closed_service_has_a_next_step(reason: str, language: str) -> None:
    texts = ScreenTexts(language)
    source = SimpleNamespace(mirror=DayMirror(), time=CenterTime())
    home = SimpleNamespace(why_closed=lambda _: "It is so.", name_of=lambda _: "Land")
    page = service_page(home, {"closed_reason": reason}, source, texts)  # type: ignore[arg-type]
    assert (page["title"], page["text"]) == ("It is so", "Land")
    assert page["next"]
    soon = (source.time.now() + timedelta(hours=2)).isoformat()
    source.mirror.day = {"next_opening": soon}
    page = service_page(home, {"closed_reason": reason}, source, texts)  # type: ignore[arg-type]
    by_the_clock = reason not in ("series_full", "flood")
    assert (soon[11:16] in page["next"]) is by_the_clock


def test_a_booking_held_before_a_closed_kiosk_is_told_why(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    center.change(day={"state": "closed", "closed_reason": "lunch", "next_opening": OPENING})
    person.until(lambda: person.sees("notice-title"))
    person.kiosk.read_code("K7M2-Q9XD")
    assert person.kiosk.toast == "Trung tâm đang nghỉ trưa"
    assert center.sent("/v1/check-ins") == []


def test_language_size_and_contrast_are_for_one_person(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.touch("language-en")
    assert person.reads("question") == "What do you need?"
    before = find(person.window, "help").property("letters")
    person.touch("text-size")
    assert find(person.window, "help").property("letters") >= before * 1.2
    assert find(person.window, "text-size").property("label") == "Text size"
    person.touch("contrast")
    look = person.open.reader.look
    assert (look.property("textSize"), look.property("theme")) == (125, "contrast")
    person.take()
    assert center.sent("/v1/tickets")[0]["language"] == "en"
    assert center.languages[-1] == "en"
    person.until(lambda: person.kiosk.armed)
    person.kiosk.guide._on = True
    person.touch("done")
    assert person.reads("question") == "Bạn cần làm thủ tục gì?"
    assert not person.kiosk.guide.property("on")
    assert person.open.link.language == "vi"
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
    center.day["services"][0] |= {"counters": [], "wait": None}
    person = open_kiosk()
    assert person.reads("tile-A-facts").endswith("\nChờ mở quầy")
    person.take()
    person.kiosk.shown.ticket["wait"] = None
    person.kiosk.shown.changed.emit()
    assert person.reads("ahead").endswith(" · Chờ mở quầy"), "a number without minutes says why"
    assert person.kiosk.shown.slip().wait == "no_counter"
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
