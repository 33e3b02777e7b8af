"""Keys from everywhere on a real X server, pressed as a keyboard presses them."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.hotkey.chord import Chord
from layso_kiosk.counter.hotkey.x11 import X11HotKeys

PATIENCE = 20_000
CHORDS = {"call-next": Chord("Ctrl+Shift+F9"), "recall": Chord("Ctrl+Alt+R")}


@pytest.fixture(scope="module")
def x_server() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        pytest.skip("no X server to try it with")
    ready, told = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(told), "-nolisten", "tcp", "-screen", "0", "1366x768x24"],
        pass_fds=(told,),
        stderr=subprocess.DEVNULL,
    )
    os.close(told)
    try:
        with os.fdopen(ready) as answer:
            display = answer.readline().strip()
        assert display, "the X server did not start"
        yield f":{display}"
    finally:
        process.terminate()
        process.wait(20)


class Keyboard:
    """Presses keys on an X server as a real keyboard does, through its XTest extension."""

    def __init__(self, display: str) -> None:
        try:
            self._x11, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        except OSError:
            pytest.skip("no XTest library")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._at = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        assert self._at

    def press(self, *keysyms: int) -> None:
        codes = [self._x11.XKeysymToKeycode(self._at, ctypes.c_ulong(sym)) for sym in keysyms]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._at, code, 1, ctypes.c_ulong(0))
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._at, code, 0, ctypes.c_ulong(0))
        self._x11.XSync(self._at, 0)

    def close(self) -> None:
        self._x11.XCloseDisplay(self._at)


def test_under_x11_a_key_calls_whatever_program_has_the_focus(qtbot: QtBot, x_server: str) -> None:
    heard: list[str] = []
    keyboard = Keyboard(x_server)
    keys = X11HotKeys(CHORDS, x_server)
    try:
        assert keys.taken == []
        keys.pressed.connect(heard.append)
        control, shift, alt, caps = 0xFFE3, 0xFFE1, 0xFFE9, 0xFFE5
        keyboard.press(0xFFC6)  # F9 alone belongs to the other program
        keyboard.press(control, shift, 0xFFC6)
        qtbot.waitUntil(lambda: heard == ["call-next"], timeout=PATIENCE)
        keyboard.press(caps)
        keyboard.press(control, alt, 0x72)
        qtbot.waitUntil(lambda: heard == ["call-next", "recall"], timeout=PATIENCE)
        second = X11HotKeys(CHORDS, x_server)
        try:
            assert second.taken == ["call-next", "recall"]
        finally:
            second.close()
    finally:
        keys.close()
        keyboard.close()


@pytest.fixture
def on_x11(x_server: str, center: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Run the whole program on the X server; call it with a pilot's order."""
    center.tokens = {"desk": "counter"}
    token = tmp_path / "token"
    token.write_text("desk", "ascii")
    options = {"--center": center.url, "--token-file": token, "--counter": 1, "--data": tmp_path}
    process = subprocess.Popen(
        [sys.executable, "-m", "layso_kiosk.counter.command", "--pilot"]
        + [str(word) for pair in options.items() for word in pair],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "DISPLAY": x_server, "QT_QPA_PLATFORM": "xcb"},
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def ask(**order: Any) -> Any:
        process.stdin.write(json.dumps(order) + "\n")  # type: ignore[union-attr]
        process.stdin.flush()  # type: ignore[union-attr]
        while "ok" not in (said := json.loads(process.stdout.readline())):  # type: ignore[union-attr]
            pass
        assert said["ok"], (order, said)
        return said["answer"]

    if '"ready"' not in process.stdout.readline():
        why = process.communicate(timeout=20)[1]
        pytest.skip(f"Qt has no X11 here: {why[:200]}")
    yield ask
    process.stdin.write('{"do": "quit"}\n')
    _, faults = process.communicate(timeout=30)
    assert (process.returncode, faults) == (0, "")


def test_the_program_itself_calls_by_its_key_from_everywhere(
    on_x11: Callable[..., Any], x_server: str, center: Any
) -> None:
    ticket = center.day["tickets"][0]
    session = {"session": "s", "staff": "nv01", "role": "counter"}
    called = {**ticket, "state": "called", "counter": 1, "calls": 1}
    center.answers["POST", "/v1/sessions"] = lambda _: (201, session)
    center.answers["POST", "/v1/counters/1/call-next"] = lambda _: (200, called)
    on_x11(do="wait", name="strip", property="visible", value=False, timeout_ms=20_000)
    for name, text in (("sign-in-staff", "nv01"), ("sign-in-pin", "260411")):
        on_x11(do="touch", name=name)
        on_x11(do="type", text=text)
    on_x11(do="touch", name="sign-in")
    on_x11(do="wait", name="call-next", property="enabled", value=True, timeout_ms=20_000)
    keyboard = Keyboard(x_server)
    try:
        keyboard.press(0xFFE3, 0xFFE1, 0xFFC6)
        on_x11(do="wait", name="current-number", property="text", value="A001", timeout_ms=20_000)
    finally:
        keyboard.close()
