"""Cards, bookings and old slips held before the kiosk; nothing of a card stays anywhere."""

import base64
import os
import tty
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent

from layso_kiosk.citizen.qr import qr_picture
from layso_kiosk.citizen.scanning.camera import CameraScanner, open_decoder
from layso_kiosk.citizen.scanning.serial_scanner import (
    ScannerAddressWrong,
    SerialAddress,
    SerialScanner,
    serial_address,
)
from layso_kiosk.citizen.scanning.wedge import Wedge

TODAY = date(2026, 11, 23)
KEY = b"k" * 32
OLD = "075085123456|271234567|Nguyễn Văn Mẫu|05031941|Nam|Khu phố 3, Trấn Biên|15042021"
NEW = "075190000012||Trần Thị Thử|21111990|Nữ|Ấp 2, Đồng Nai|01082024||||"
TICKET = "01935000-0000-7000-8000-000000000001"


def _wedge() -> tuple[Wedge, list[str], list[str]]:
    wedge, scanned, typed = Wedge(lambda: 0), [], []
    wedge.scanned.connect(scanned.append)
    wedge.typed.connect(typed.append)
    return wedge, scanned, typed


def test_haste_and_a_last_key_make_a_scan(qtbot: Any) -> None:
    wedge, scanned, typed = _wedge()
    for at, sign in enumerate("K7M2Q9XD\r", start=1):
        wedge.key(sign, 1000 + at * 30)
    assert (scanned, typed) == (["K7M2Q9XD"], [])
    for at, sign in enumerate("K7M2Q9XD\r", start=1):
        wedge.key(sign, 9000 + at * 200)
    assert (scanned, typed) == (["K7M2Q9XD"], [*"K7M2Q9XD", "\r"])


def test_a_scan_without_an_ending_ends_by_itself_and_few_signs_are_typed(qtbot: Any) -> None:
    wedge, scanned, typed = _wedge()
    for sign in "K7M2Q9XD":
        wedge.key(sign, 5)
    qtbot.waitUntil(lambda: scanned == ["K7M2Q9XD"], timeout=10_000)
    wedge.key("a", 7)
    wedge.key("b", 8)
    qtbot.waitUntil(lambda: typed == ["a", "b"], timeout=10_000)


@pytest.mark.parametrize("wrong", ["usb://1", "serial://", "serial:///dev/x?baud=fast", "x"])
def test_a_wrong_scanner_address_is_refused(wrong: str) -> None:
    with pytest.raises(ScannerAddressWrong):
        serial_address(wrong)
    assert serial_address("serial:///dev/ttyACM0") == SerialAddress("/dev/ttyACM0", 9600)
    assert serial_address("serial://COM4?baud=115200") == SerialAddress("COM4", 115200)


@pytest.fixture
def line() -> Iterator[tuple[int, str]]:
    """A pseudo-terminal: what is written here, a scanner says there."""
    here, there = os.openpty()
    tty.setraw(there)
    yield here, os.ttyname(there)
    os.close(here)
    os.close(there)


def test_a_serial_scanner_is_heard_whole_however_it_speaks(qtbot: Any, line: Any) -> None:
    scanner, heard = SerialScanner(SerialAddress(line[1], 9600)), list[str]()
    scanner.scanned.connect(heard.append)
    there: list[bool] = []
    scanner.thereChanged.connect(there.append)
    scanner.start()
    try:
        qtbot.waitUntil(lambda: there == [True], timeout=10_000)
        os.write(line[0], NEW.encode() + b"\r\nK7M2-Q9XD\r")
        qtbot.waitUntil(lambda: heard == [NEW, "K7M2-Q9XD"], timeout=10_000)
        os.write(line[0], b"no ending")
        qtbot.waitUntil(lambda: "".join(heard[2:]) == "no ending", timeout=10_000)
    finally:
        scanner.stop()


def test_a_scanner_that_is_not_there_harms_nothing(qtbot: Any, tmp_path: Path) -> None:
    scanner = SerialScanner(SerialAddress(str(tmp_path / "none"), 9600))
    with qtbot.waitSignal(scanner.thereChanged, timeout=10_000) as told:
        scanner.start()
    scanner.stop()
    assert told.args == [False]


def test_a_card_gives_an_age_band_and_leaves_no_trace(
    full_center: Any,
    open_kiosk: Any,
    paper: Any,
    line: Any,
    tmp_path: Path,
    capfd: Any,
    caplog: Any,
) -> None:
    person = open_kiosk(printer=paper.uri, scanner=SerialAddress(line[1], 9600))
    canaries = ["075085987654", "Hoàng Canh Bạc", "05031941", "Ngõ Chim Yến", "271234567"]
    card = f"{canaries[0]}|{canaries[4]}|{canaries[1]}|{canaries[2]}|Nam|{canaries[3]}|15042021"
    person.touch("tile-A")
    person.touch("who")
    os.write(line[0], card.encode() + b"\r")
    person.until(lambda: person.kiosk.reception.visitor is not None, timeout=15_000)
    assert "gợi ý nhóm người cao tuổi" in person.reads("scan-text")
    assert person.kiosk.choice.priority == "elderly"
    person.touch("take-number")
    person.page("number")
    (asked,) = full_center.sent("/v1/tickets")
    assert asked["priority"] == "elderly"
    person.until(lambda: person.kiosk.shown.paper_state == "take", timeout=15_000)
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    assert person.kiosk.reception.visitor is None
    os.write(line[0], card.encode() + b"\r")
    person.until(lambda: "đã lấy số A012" in person.kiosk.toast, timeout=15_000)
    person.open.source._keep()
    written = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    seen = [repr(full_center.commands), capfd.readouterr().err, caplog.text, repr(person.events)]
    seen += [repr(vars(model)) for model in (person.kiosk.reception, person.kiosk.choice)]
    seen.append(repr(vars(person.kiosk)))
    for canary in canaries:
        assert not any(canary.encode() in data for data in written), canary
        assert not any(canary in text for text in seen), canary


def _typed(person: Any, code: str) -> None:
    for at, sign in enumerate(code + "\r", start=1):
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key.Key_A
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, sign)
        event.setTimestamp(1_000 + at * 20)
        person.open.guard.eventFilter(person.window, event)


def test_codes_find_their_page_wherever_they_are_held(full_center: Any, open_kiosk: Any) -> None:
    ticket = full_center.issue({"id": TICKET, "service": "A"})
    full_center.change(tickets=[{**ticket, "state": "no_show"}])
    full_center.refuse("/v1/check-ins", 409, "BOOKING_USED")
    person = open_kiosk(hid=True)
    person.until(lambda: TICKET in person.kiosk.source.mirror.tickets)
    person.kiosk.read_code("https://vneid.gov.vn/?q=00020101021138")
    assert "không đọc được mã VNeID" in person.kiosk.toast
    assert person.kiosk.page == "home"
    person.touch("tile-A")
    _typed(person, "K7M2-Q9XD")
    person.page("booking")
    person.until(lambda: person.sees("way-on"))
    assert full_center.sent("/v1/check-ins")[0]["code"] == "K7M2Q9XD"
    person.touch("way-on")
    person.page("return")
    person.touch("back")
    _typed(person, f"http://10.0.0.1:8026/t/{TICKET}")
    person.page("number")
    assert full_center.sent("/v1/come-backs")[0]["ticket"] == TICKET
    assert person.reads("number") == ticket["number"]


def test_a_camera_reads_what_is_held_still_once(qtbot: Any, tmp_path: Path) -> None:
    decode = open_decoder()
    assert decode is not None
    scanner, heard = CameraScanner(decode), list[str]()
    scanner.scanned.connect(heard.append)
    try:
        small = QImage.fromData(base64.b64decode(qr_picture(NEW)[0].partition(",")[2]))
        picture = small.scaled(small.width() * 5 + 3, small.height() * 5 + 3)
        assert decode(picture) == NEW
        assert decode(QImage(333, 77, QImage.Format.Format_RGB32)) == ""
        scanner.look(QImage())
        scanner.look(picture)
        qtbot.waitUntil(lambda: heard == [NEW], timeout=20_000)
        scanner._since.invalidate()
        scanner.look(picture)
        qtbot.waitUntil(lambda: not scanner._busy, timeout=20_000)
        assert heard == [NEW]
    finally:
        scanner.stop()


def test_a_picture_that_breaks_the_reader_harms_nothing(qtbot: Any) -> None:
    def broken(_: QImage) -> str:
        raise RuntimeError

    scanner = CameraScanner(broken)
    scanner.look(QImage(8, 8, QImage.Format.Format_RGB32))
    qtbot.waitUntil(lambda: not scanner._busy, timeout=20_000)
    scanner.stop()
