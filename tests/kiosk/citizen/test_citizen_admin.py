"""The hidden page: found by nobody, opened by a PIN, harmless to the line."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from layso_kiosk.citizen.admin.pin import PinDoor, PinUnreadable, read_pin
from layso_kiosk.look.touch import centre, find


def _enter(person: Any, pin: str) -> None:
    for digit in pin:
        person.touch(f"key-{digit}")
    person.touch("admin-open")


def test_five_wrong_pins_shut_the_door_for_a_minute() -> None:
    now = [0.0]
    door = PinDoor("260411", lambda: now[0])
    assert not any(door.opens(wrong) for wrong in ("1", "", "26041", "2604111", "260412"))
    assert door.shut_s == 60
    assert not door.opens("260411")
    now[0] = 60.0
    assert door.opens("260411")
    assert not PinDoor("").opens("")


@pytest.mark.parametrize("text", ["", "123", "1234567890123", "12a4", "١٢٣٤"])
def test_a_file_without_a_pin_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "pin"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PinUnreadable):
        read_pin(file)
    with pytest.raises(PinUnreadable):
        read_pin(tmp_path / "none")
    file.write_text("260411\n")
    assert read_pin(file) == "260411"


def test_without_a_pin_there_is_no_hidden_page(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk()
    person.kiosk.knock()
    assert person.kiosk.page == "home"


def test_a_long_touch_on_the_clock_and_the_pin_open_it(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk(pin="260411")
    find(person.window, "top-bar").setProperty("holdMs", 50)
    at = centre(find(person.window, "clock-corner")).toPoint()
    QTest.mousePress(person.window, Qt.MouseButton.LeftButton, pos=at)
    person.page("admin")
    QTest.mouseRelease(person.window, Qt.MouseButton.LeftButton, pos=at)
    _enter(person, "111111")
    assert person.reads("admin-said") == "Mã PIN chưa đúng."
    assert person.kiosk.admin.stage == "pin"
    person.kiosk.admin.do("end")  # nothing of the menu without the PIN
    person.kiosk.admin.do("rehearse")
    assert not person.kiosk.taking.rehearsing
    _enter(person, "260411")
    assert person.kiosk.admin.stage == "menu"
    person.picture("kiosk-admin-menu")
    person.touch("admin-close")
    assert person.kiosk.page == "home"


def test_the_paper_is_changed_tested_and_never_told_to_the_center(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = open_kiosk(printer=paper.uri, pin="260411")
    person.kiosk.knock()
    person.picture("kiosk-admin-pin")
    _enter(person, "260411")
    person.touch("admin-paper")
    person.picture("kiosk-admin-paper")
    person.kiosk.idle.over.emit()
    assert person.kiosk.page == "admin", "changing the paper takes its time"
    person.touch("admin-paper-done")
    person.until(lambda: "Máy in hoạt động tốt" in person.kiosk.admin.property("said"), 20_000)
    assert len(paper.wait_for(1)) == 1
    paper.tell("paper_out")
    person.touch("admin-test")
    person.until(lambda: "giấy" in person.kiosk.admin.property("said"), 20_000)
    person.kiosk.idle.over.emit()
    assert person.kiosk.page == "home"
    assert not any("/paper" in path for path, _ in center.commands)


def test_a_rehearsal_is_shown_printed_and_never_counted(
    center: Any, open_kiosk: Any, paper: Any
) -> None:
    person = open_kiosk(printer=paper.uri, pin="260411")
    person.kiosk.knock()
    _enter(person, "260411")
    person.touch("admin-rehearse")
    person.touch("admin-close")
    assert "tập dượt" in person.reads("banner")
    assert person.take() == "?A001"
    assert "không được tính" in person.reads("remark")
    person.picture("kiosk-rehearsal")
    assert len(paper.wait_for(1)) == 1
    person.until(lambda: person.kiosk.shown.paper_state == "take", timeout=20_000)
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    assert center.tickets == {}
    assert [path for path, _ in center.commands if path.startswith("/v1/tickets")] == []
    assert person.open.book.unanswered == {}
    person.kiosk.knock()
    _enter(person, "260411")
    person.touch("admin-rehearse")
    person.touch("admin-close")
    assert person.take() == "A012"


def test_screen_and_sound_are_tested_and_the_program_ends(center: Any, open_kiosk: Any) -> None:
    person = open_kiosk(pin="260411", size=(1366, 768))
    person.kiosk.knock()
    _enter(person, "260411")
    voice = type("Voice", (), {"audible": False, "chime": lambda _: None, "stop": lambda _: None})
    person.kiosk.guide._voice = voice()
    person.touch("admin-sound")
    assert "không có loa" in person.reads("admin-said")
    person.touch("admin-screen")
    for _ in range(5):
        person.touch("screen-test")
    person.until(lambda: person.sees("cell-59"))
    for cell in range(60):
        person.touch(f"cell-{cell}")
    assert person.reads("screen-said") == "Màn hình nhận đủ mọi ô."
    person.touch("screen-end")
    assert person.kiosk.admin.stage == "menu"
    ended = QSignalSpy(person.kiosk.admin.ending)
    person.kiosk.admin.ending.disconnect(person.open._end)
    person.touch("admin-end")
    assert ended.count() == 1
