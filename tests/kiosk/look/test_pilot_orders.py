"""The pilot does what a line orders, answers each, and waits without being busy."""

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from layso_kiosk.look.clock import WallClock
from layso_kiosk.look.pilot import Pilot
from layso_kiosk.look.program import Program
from layso_kiosk.look.texts import ScreenTexts

GALLERY = Path(__file__).parent / "Gallery.qml"


class Console:
    """The other end of a pilot's input and output."""

    def __init__(self, qtbot: QtBot, orders: int, answers: int) -> None:
        self._qtbot, self._orders, self._answers = qtbot, orders, answers
        os.set_blocking(answers, False)
        self._lines: list[dict[str, object]] = []

    def send(self, raw: str) -> None:
        os.write(self._orders, raw.encode() + b"\n")

    def lines(self) -> list[dict[str, object]]:
        try:
            raw = os.read(self._answers, 1 << 20)
        except BlockingIOError:
            raw = b""
        self._lines += [json.loads(line) for line in raw.splitlines()]
        return self._lines

    def events(self) -> list[str]:
        return [str(line["event"]) for line in self.lines() if "event" in line]

    def answers(self, count: int) -> list[dict[str, object]]:
        def got() -> list[dict[str, object]]:
            return [line for line in self.lines() if "ok" in line]

        self._qtbot.waitUntil(lambda: len(got()) >= count)
        return got()


@pytest.fixture
def piloted(open_window: Callable[..., Program], qtbot: QtBot) -> Iterator[tuple[Program, Console]]:
    texts = ScreenTexts()
    program = open_window(GALLERY, {"model": WallClock(texts)}, texts=texts, size=(1280, 720))
    source, orders = os.pipe()
    answers, sink = os.pipe()
    pilot = Pilot(program, source=source, sink=sink)
    yield program, Console(qtbot, orders, answers)
    pilot.deleteLater()
    for end in (source, orders, answers, sink):
        os.close(end)


def test_orders_are_answered_in_their_order(
    piloted: tuple[Program, Console], tmp_path: Path
) -> None:
    _, console = piloted
    file = tmp_path / "seen.png"
    console.send('{"do":"touch","name":"plain"}')
    console.send('{"do":"read","name":"gallery","property":"touches"}')
    console.send('{"do":"type","text":"số 12"}\n{"do":"key","key":"Backspace"}')
    console.send('{"do":"read","name":"field","property":"text"}')
    console.send(json.dumps({"do": "picture", "file": str(file)}))
    console.send('{"do":"names"}')
    answers = console.answers(7)
    assert all(answer["ok"] for answer in answers)
    assert [answer["answer"] for answer in answers[:6]] == [
        "plain",
        1,
        "số 12",
        "Backspace",
        "số 1",
        [1280, 720],
    ]
    assert "stacked" in str(answers[6]["answer"])
    assert file.stat().st_size > 1000


def test_the_first_frame_and_touches_are_told_with_their_time(
    piloted: tuple[Program, Console], qtbot: QtBot
) -> None:
    program, console = piloted
    program.window.update()
    qtbot.waitUntil(lambda: "ready" in console.events())
    before = time.monotonic()
    console.send('{"do":"touch","name":"plain"}')
    console.answers(1)
    told = [line for line in console.lines() if line.get("event") == "touched"]
    assert len(told) == 1
    assert before <= float(str(told[0]["t"])) <= time.monotonic()


def test_what_cannot_be_done_is_answered_with_why(piloted: tuple[Program, Console]) -> None:
    _, console = piloted
    orders = [
        '{"do":"touch","name":"no such"}',
        '{"do":"fly"}',
        "this is not JSON",
        '{"do":"key","key":"Hyper+Q"}',
        '{"do":"touch"}',
        '{"do":"wait","name":"toast","property":"visible","value":true,"timeout_ms":60}',
    ]
    for order in orders:
        console.send(order)
    answers = console.answers(len(orders))
    assert [answer["ok"] for answer in answers] == [False] * len(orders)
    assert all(answer["why"] for answer in answers)


def test_a_wait_ends_when_the_property_has_the_value(piloted: tuple[Program, Console]) -> None:
    program, console = piloted
    QTimer.singleShot(60, lambda: program.texts.choose("en"))
    console.send('{"do":"wait","name":"day","property":"text","value":"Monday"}')
    console.send('{"do":"read","name":"day","property":"text"}')
    answers = console.answers(2)
    assert [answer["answer"] for answer in answers] == [True, "Monday"]


def test_what_is_not_there_is_as_good_as_invisible(piloted: tuple[Program, Console]) -> None:
    _, console = piloted
    console.send('{"do":"wait","name":"gone","property":"visible","value":false}')
    assert console.answers(1)[0]["ok"] is True


def test_a_fault_on_the_screen_is_told(piloted: tuple[Program, Console], qtbot: QtBot) -> None:
    program, console = piloted
    program.on_fault("Main.qml:3: something")
    assert "fault" in console.events()
