"""The whole program against a center on loopback, as a person or the demo would run it."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PATIENCE_S = 20


class Running:
    """A board in a process of its own, driven by its pilot."""

    def __init__(self, *arguments: str) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "layso_kiosk.display.command", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        self._raw = b""
        self.lines: list[dict[str, Any]] = []

    def order(self, **order: Any) -> dict[str, Any]:
        assert self.process.stdin is not None
        before = sum("ok" in line for line in self.lines)
        self.process.stdin.write(json.dumps(order).encode() + b"\n")
        self.process.stdin.flush()
        return self.wait(lambda: [line for line in self.lines if "ok" in line][before:])

    def event(self, name: str, number: int = 0) -> dict[str, Any]:
        return self.wait(lambda: [it for it in self.lines if it.get("event") == name][number:])

    def wait(self, what: Callable[[], list[dict[str, Any]]]) -> dict[str, Any]:
        assert self.process.stdout is not None
        until = time.monotonic() + PATIENCE_S
        while not what():
            ready, _, _ = select.select([self.process.stdout], [], [], until - time.monotonic())
            assert ready, f"nothing came; so far {self.lines}"
            chunk = os.read(self.process.stdout.fileno(), 65536)
            assert chunk, f"the board ended: {self.process.stderr and self.process.stderr.read()!r}"
            *complete, self._raw = (self._raw + chunk).split(b"\n")
            self.lines += [json.loads(line) for line in complete]
        return what()[0]

    def end(self) -> int:
        try:
            return self.process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
                assert pipe is not None
                pipe.close()


@pytest.fixture
def token(tmp_path: Path, center: Any) -> Path:
    center.tokens = {"board-token": "display"}
    file = tmp_path / "token"
    file.write_text("board-token\n", encoding="ascii")
    return file


@pytest.fixture
def running(center: Any, token: Path) -> Iterator[Running]:
    board = Running(
        *("--center", center.url, "--token-file", str(token)),
        *("--voice", "off", "--size", "1366x768", "--pilot"),
    )
    yield board
    if board.process.poll() is None:
        board.order(do="quit")
    assert board.end() == 0


def _call(center: Any, number: str, counter: int, seq: int) -> None:
    entry = {"seq": seq, "ticket": f"id-{number}", "number": number, "service": number[0]}
    entry |= {"counter": counter, "at": center.day["now"], "calls": 1, "reason": "FIRST"}
    ticket = {"id": entry["ticket"], "number": number, "state": "called"}
    center.change(calls=[entry, *center.day["calls"]], counters=[{"number": 1, "ticket": ticket}])


def test_calls_are_shown_spoken_and_told_and_a_loss_is_survived(
    center: Any, running: Running, tmp_path: Path
) -> None:
    running.event("ready")
    assert running.order(do="wait", name="counter_1", property="visible", value=True)["ok"]
    begun = time.monotonic()
    _call(center, "A012", 1, 11)
    shown = running.event("call_shown")
    assert (shown["number"], shown["counter"], shown["seq"]) == ("A012", 1, 11)
    assert begun <= shown["t"] <= time.monotonic()
    assert running.order(do="read", name="hero_number", property="text")["answer"] == "A012"
    assert running.event("spoken") | {"t": 0} == {
        "event": "spoken",
        "t": 0,
        "seq": 11,
        "heard": False,
    }
    picture = tmp_path / "board.png"
    assert running.order(do="picture", file=str(picture))["answer"] == [1366, 768]

    center.stop()
    assert running.order(do="wait", name="lost", property="visible", value=True, timeout_ms=15_000)[
        "ok"
    ]
    assert running.order(do="read", name="hero_number", property="text")["answer"] == "A012"
    center.epoch = "epoch-2"
    center.start()
    assert running.order(
        do="wait", name="lost", property="visible", value=False, timeout_ms=15_000
    )["ok"]
    _call(center, "A013", 1, 12)
    assert running.event("call_shown", 1)["number"] == "A013"
    assert [line["seq"] for line in running.lines if line.get("event") == "call_shown"] == [11, 12]
    assert not [line for line in running.lines if line.get("event") == "fault"]


def test_a_board_terminated_while_it_draws_ends_in_order(center: Any, token: Path) -> None:
    for _ in range(4):
        board = Running(
            *("--center", center.url, "--token-file", str(token), "--voice", "off", "--pilot")
        )
        board.event("ready")
        board.process.send_signal(signal.SIGTERM)
        assert board.end() == 0


def test_the_end_of_the_input_ends_a_piloted_board(center: Any, token: Path) -> None:
    board = Running("--center", center.url, "--token-file", str(token), "--voice", "off", "--pilot")
    board.event("ready")
    assert board.process.stdin is not None
    board.process.stdin.close()
    assert board.end() == 0


def test_a_sign_and_its_led_panel_follow_their_counter(
    center: Any, token: Path, tmp_path: Path
) -> None:
    far, near = pty.openpty()
    sign = Running(
        *("--center", center.url, "--token-file", str(token), "--counter", "1"),
        *("--led", f"serial://{os.ttyname(near)}?protocol=ascii&counter=1"),
        *("--size", "800x480", "--pilot"),
    )
    try:
        sign.event("ready")
        assert sign.order(do="wait", name="desk_counter", property="text", value="1")["ok"]
        _call(center, "A012", 1, 11)
        assert sign.event("call_shown")["number"] == "A012"
        assert sign.order(do="read", name="desk_number", property="text")["answer"] == "A012"
        heard, until = b"", time.monotonic() + PATIENCE_S
        while b"\x0201A012\x03" not in heard:
            ready, _, _ = select.select([far], [], [], max(0, until - time.monotonic()))
            assert ready, heard
            heard += os.read(far, 256)
        sign.order(do="quit")
    finally:
        assert sign.end() == 0
        os.close(far)
        os.close(near)
