"""Parts of the board that take turns, pass by or must be clean."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from layso_kiosk.display.hall import QML
from layso_kiosk.look.program import QML_ROOT
from layso_kiosk.look.touch import find

Hang = Callable[..., Any]


def test_the_flash_runs_for_a_new_call_and_not_when_motion_is_reduced(
    hall: Hang, day: Any, qtbot: QtBot
) -> None:
    program, board = hall()
    board.take(day.told())
    day.call("A029", 1)
    board.take(day.told())
    flash = program.root.findChild(object, "flash")
    assert flash.property("running") is True
    program.look.choose_reduced_motion(True)
    qtbot.waitUntil(lambda: flash.property("running") is False)
    day.call("A030", 1)
    board.take(day.told())
    assert flash.property("running") is False


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_few_counters_have_numbers_as_large_as_their_plates_let_them_be(
    hall: Hang, day: Any, size: tuple[int, int]
) -> None:
    program, board = hall(size)
    day.data["counters"] = []
    for count in (1, 2, 4):
        for counter in range(1, count + 1):
            day.call(f"H{counter:03d}", counter)
        board.take(day.told())
        cell, number, plate = (
            find(program.window, f"counter_1{part}") for part in ("", "_number", "_plate")
        )
        high = number.property("paintedHeight") / cell.height()
        wide = number.property("paintedWidth") / number.width()
        assert high >= 0.58 or wide >= 0.8, (count, high, wide)
        assert number.property("font").pixelSize() > plate.property("font").pixelSize()
        assert plate.property("paintedHeight") >= 0.6 * number.property("paintedHeight")


def test_lines_take_turns_when_they_do_not_fit(hall: Hang, day: Any) -> None:
    program, board = hall()
    board.take(day.told())
    lines = find(program.window, "lines")
    shown = [series for series in "AHLKXNESM" if find(program.window, f"line_{series}").isVisible()]
    assert shown == list("AHLKX")
    lines.setProperty("turn", 1)
    shown = [series for series in "AHLKXNESM" if find(program.window, f"line_{series}").isVisible()]
    assert shown == list("NESM")


def test_long_notices_pass_by_and_short_ones_stand_still(
    hall: Hang, day: Any, qtbot: QtBot
) -> None:
    program, board = hall()
    board.take(day.told())
    words = find(program.window, "ticker_words")
    assert words.property("x") == 0
    long = {"vi": "Quầy 6 tạm dừng đến 10 giờ, vui lòng chờ. " * 6, "en": "Counter 6 rests."}
    day.data["notices"] = [{"id": "1", "text": long}]
    board.take(day.told())
    qtbot.waitUntil(lambda: words.property("x") > 100)
    program.look.choose_reduced_motion(True)
    assert not words.isVisible()


def test_the_boards_qml_is_clean_for_qmllint() -> None:
    lint = Path(sys.executable).with_name("pyside6-qmllint")
    files = sorted(str(file) for file in QML.parent.glob("*.qml"))
    done = subprocess.run(
        [str(lint), "-I", str(QML_ROOT), "-W", "0", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
