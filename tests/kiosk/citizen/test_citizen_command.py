"""The real program: options, the pilot, a number through the window, the terminate signal."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from layso_kiosk.citizen.command import main

SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


class Pilot:
    """Speaks to the program's standard input, as the demo does."""

    def __init__(self, arguments: list[str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "layso_kiosk.citizen.command", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | SCREEN,
        )
        self.events: list[dict[str, Any]] = []

    def line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        text = self.process.stdout.readline()
        assert text, self.process.stderr.read() if self.process.stderr else ""
        return dict(json.loads(text))

    def until(self, event: str) -> dict[str, Any]:
        while not any(one["event"] == event for one in self.events):
            self.events.append(self.line())
        return next(one for one in self.events if one["event"] == event)

    def do(self, **order: Any) -> Any:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        while "ok" not in (line := self.line()):
            self.events.append(line)
        assert line["ok"], line
        return line["answer"]

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture
def arguments(center: Any, tmp_path: Path) -> list[str]:
    (tmp_path / "token").write_text("right-token\n")
    plain = ["--center", center.url, "--token-file", str(tmp_path / "token"), "--name", "K1"]
    plain += ["--emergency", "Z1", "--data", str(tmp_path / "data"), "--size", "1366x768"]
    return [*plain, "--printer", "none:"]


@pytest.fixture
def pilot(arguments: list[str]) -> Iterator[Pilot]:
    pilot = Pilot([*arguments, "--pilot"])
    yield pilot
    pilot.end()


def test_a_number_through_the_pilot(center: Any, pilot: Pilot, tmp_path: Path) -> None:
    pilot.until("ready")
    pilot.do(do="wait", name="tile-A", property="visible", value=True)
    pilot.do(do="touch", name="tile-A")
    pilot.do(do="wait", name="take-number", property="enabled", value=True)
    pilot.do(do="touch", name="take-number")
    pilot.do(do="wait", name="number", property="text", value="A012")
    shown = pilot.until("number_shown")
    touched = [one for one in pilot.events if one["event"] == "touched"][-1]
    assert (shown["number"], touched["name"]) == ("A012", "take-number")
    assert 0 < shown["t"] - touched["t"] < 2
    assert shown["id"] in center.tickets
    file = tmp_path / "number.png"
    pilot.do(do="picture", file=str(file))
    assert file.read_bytes()[1:4] == b"PNG"
    assert [one for one in pilot.events if one["event"] == "fault"] == []
    pilot.do(do="quit")
    assert pilot.process.wait(10) == 0


def test_the_terminate_signal_closes_cleanly(center: Any, pilot: Pilot) -> None:
    pilot.until("ready")
    pilot.process.send_signal(signal.SIGTERM)
    assert pilot.process.wait(10) == 0
    assert pilot.process.stderr is not None
    assert pilot.process.stderr.read() == ""


def test_kill_9_in_emergency_never_repeats_a_number(center: Any, arguments: list[str]) -> None:
    center.stop()
    (Path(arguments[arguments.index("--data") + 1])).mkdir()
    center.start()
    numbers = []
    for _ in range(2):
        pilot = Pilot([*arguments, "--pilot"])
        try:
            pilot.until("ready")
            pilot.do(do="wait", name="tile-A", property="visible", value=True)
            center.silent = True
            pilot.do(do="touch", name="tile-A")
            pilot.do(do="wait", name="take-number", property="enabled", value=True)
            pilot.do(do="touch", name="take-number")
            numbers.append(pilot.until("number_shown")["number"])
        finally:
            pilot.end()
            center.silent = False
    assert numbers == ["Z1-01", "Z1-02"]


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--center", "nowhere", "Địa chỉ trung tâm “nowhere” chưa đúng"),
        ("--emergency", "A1", "Z1"),
        ("--size", "big", "1920x1080"),
        ("--token-file", "/nonexistent/token", "Không tìm thấy tệp mã thiết bị"),
        ("--printer", "carrier-pigeon://x", "máy in"),
        ("--data", "/proc/kiosk", "thư mục dữ liệu"),
    ],
)
def test_a_wrong_option_is_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str], option: str, value: str, said: str
) -> None:
    arguments[arguments.index(option) + 1] = value
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--scanner", "parrot://1", "Địa chỉ máy quét parrot://1 chưa đúng"),
        ("--elderly-from", "12", "từ 50 đến 100"),
        ("--pin-file", "/nonexistent/pin", "mã PIN"),
        ("--languages", "vi,tlh", "Danh sách ngôn ngữ"),
        ("--languages", "en", "Danh sách ngôn ngữ"),
    ],
)
def test_a_wrong_wish_is_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str], option: str, value: str, said: str
) -> None:
    assert main([*arguments, option, value]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1


def test_an_unknown_option_is_one_sentence_in_the_chosen_language(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--language", "en", "--fly"]) == 2
    assert capsys.readouterr().err.startswith("The program does not know: --fly")
