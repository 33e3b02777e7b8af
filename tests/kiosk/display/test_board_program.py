"""The whole program against a center on loopback, as a person or the demo would run it."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from layso_kiosk.display.options import OptionWrong, read_options

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


GOOD = ("--center", "http://127.0.0.1:8026", "--token-file", "f")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "--center"),
        (("--center", "127.0.0.1", "--token-file", "f"), "http://"),
        ((*GOOD, "--size", "big"), "1920x1080"),
        ((*GOOD, "--theme", "pink"), "pink"),
        ((*GOOD, "--fly"), "--fly"),
    ],
)
def test_a_wrong_option_is_one_sentence(arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(OptionWrong) as wrong:
        read_options(list(arguments))
    assert says in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert str(wrong.value).endswith(".")


def test_options_become_the_boards_manner() -> None:
    plain = read_options(list(GOOD))
    assert (plain.size, plain.manner.languages, plain.voice_follows_center) == (None, ("vi",), True)
    more = "--voice-languages vi,en --voice-region south --voice-reading number --services A,H"
    more += " --size 1080x1920 --language en --theme dark"
    full = read_options([*GOOD, *more.split()])
    assert (full.manner.languages, full.manner.region, full.manner.reading) == (
        ("vi", "en"),
        "south",
        "number",
    )
    assert (full.services, full.size) == (frozenset({"A", "H"}), (1080, 1920))


@pytest.mark.parametrize("voice", ["off", "a folder without a voice"])
def test_what_cannot_begin_says_why_and_exits_with_two(tmp_path: Path, voice: str) -> None:
    token = tmp_path / "token"
    if voice != "off":
        token.write_text("t", encoding="ascii")
    arguments = ["--center", "http://127.0.0.1:9", "--token-file", str(token), "--voice", voice]
    done = subprocess.run(
        [sys.executable, "-m", "layso_kiosk.display.command", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert (str(token) if voice == "off" else voice) in done.stderr
