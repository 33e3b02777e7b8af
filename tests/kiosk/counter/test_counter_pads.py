"""Physical keypads: on a serial line, as a device of their own, or the PC's number pad."""

import os
import pty
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from pytestqt.qtbot import QtBot

from counter_officer import number
from layso_kiosk.counter.keys import KeysWrong
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.pads.lines import PadAddress, PadWrong, parse_pad
from layso_kiosk.counter.pads.listening import PadListener
from layso_kiosk.counter.pads.pad import Pad, read_pad
from layso_kiosk.counter.parts import Parts

PATIENCE = 20_000


def test_a_serial_keypad_calls_and_answers_questions(parts: Parts, busy: Any, qtbot: QtBot) -> None:
    ours, theirs = pty.openpty()
    address = parse_pad(f"serial://{os.ttyname(theirs)}?baud=19200")
    assert address == PadAddress("serial", os.ttyname(theirs), 19200)
    pad = PadListener(address, parts.pad, again_s=0.05)
    try:
        qtbot.waitUntil(pad.there.is_set, timeout=PATIENCE)
        os.write(ours, b"1")
        qtbot.waitUntil(lambda: number(parts) == "H003", timeout=PATIENCE)
        parts.station.monotonic.now += 1_000  # type: ignore[attr-defined]
        os.write(ours, b"3")
        qtbot.waitUntil(
            lambda: (parts.station.desk.ticket or {}).get("state") == "serving", timeout=PATIENCE
        )
        os.write(ours, b"52\r\n")
        qtbot.waitUntil(lambda: number(parts) == "", timeout=PATIENCE)
        assert busy.posts[-1][1]["reason"] == "Điền tờ khai"
    finally:
        pad.close()
        os.close(ours)
        os.close(theirs)


def test_a_keypad_that_is_plugged_in_later_is_found(
    parts: Parts, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "event5"
    pad = PadListener(parse_pad(f"hid://{file}"), parts.pad, again_s=0.05)
    try:
        os.mkfifo(file)
        device = os.open(file, os.O_RDWR)
        for kind, code, value in ((4, 4, 0), (1, 79, 0), (1, 79, 1), (0, 0, 0)):
            os.write(device, struct.pack("llHHi", 0, 0, kind, code, value))
        qtbot.waitUntil(lambda: number(parts) == "H003", timeout=PATIENCE)
        os.close(device)
    finally:
        pad.close()


def test_a_number_pad_works_in_the_window_where_it_is_set_up(
    open_counter: Callable[..., Counter], busy: Any
) -> None:
    counter = open_counter(busy, pad_address=PadAddress("keys"))

    def press(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(counter.program.window, QKeyEvent(kind, key, held, "1"))

    press(Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier)
    assert number(counter) == ""
    press(Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert number(counter) == "H003"


def test_a_wrong_keypad_is_said_before_it_is_used(parts: Parts, tmp_path: Path) -> None:
    for text in ("serial:", "usb:///dev/x", "serial:///dev/x?baud=fast", ""):
        with pytest.raises(PadWrong):
            parse_pad(text)
    file = tmp_path / "pad.toml"
    for table in ('1 = "fly"', '"?" = "undo"', "1 ="):
        file.write_text(table)
        with pytest.raises(KeysWrong):
            read_pad(file)
    done: list[str] = []
    pad = Pad({"7": "undo"}, parts.ask, done.append)
    pad.key("7")
    pad.key("8")
    assert done == ["undo"]
