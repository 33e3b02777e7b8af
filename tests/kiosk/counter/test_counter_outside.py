"""Acts from outside the window: keys of the desktop, the one-shot command, physical keypads."""

import ctypes
import json
import os
import pty
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.acts import ACTS
from layso_kiosk.counter.hotkey.chord import Chord, ChordUnknown
from layso_kiosk.counter.hotkey.opening import NOT_ALLOWED, open_hot_keys
from layso_kiosk.counter.hotkey.windows import WM_HOTKEY, Message, WindowsHotKeys
from layso_kiosk.counter.hotkey.x11 import NoServer, X11HotKeys
from layso_kiosk.counter.keys import Keys, KeysWrong
from layso_kiosk.counter.oneshot import OneShots
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.pads.lines import PadAddress, PadWrong, parse_pad
from layso_kiosk.counter.pads.listening import PadListener
from layso_kiosk.counter.pads.pad import Pad, read_pad
from layso_kiosk.counter.parts import Parts

PATIENCE = 20_000
CHORDS = {"call-next": Chord("Ctrl+Shift+F9"), "recall": Chord("Ctrl+Alt+R")}


def number(parts: Parts) -> str:
    return str((parts.station.desk.ticket or {}).get("number", ""))


@pytest.mark.parametrize(
    ("text", "x11", "windows"),
    [
        ("Ctrl+Shift+F9", (0xFFC6, 1 | 4), (0x78, 2 | 4)),
        ("Ctrl+Alt+R", (0x72, 4 | 8), (0x52, 2 | 1)),
        ("Meta+Space", (0x20, 64), (0x20, 8)),
        ("Alt+Insert", (0xFF63, 8), (0x2D, 1)),
    ],
)
def test_a_key_has_its_name_in_each_window_system(text: str, x11: Any, windows: Any) -> None:
    assert (Chord(text).x11, Chord(text).windows) == (x11, windows)


def test_a_key_that_no_system_has_is_refused() -> None:
    with pytest.raises(ChordUnknown):
        _ = Chord("Ctrl+ế").x11
    table = {act.name: [f"Ctrl+F{place + 1}"] for place, act in enumerate(ACTS)}
    assert Keys(table, {"call-next": "Ctrl+F9"}).everywhere["call-next"].text == "Ctrl+F9"
    for key in ("F9", "Ctrl+"):
        with pytest.raises(KeysWrong):
            Keys(table, {"call-next": key})


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


def test_without_an_x_server_there_is_no_key(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    with pytest.raises(NoServer):
        X11HotKeys(CHORDS, ":999")
    assert open_hot_keys(CHORDS, "xcb").state == NOT_ALLOWED


class FakeUser32:
    """Windows' registry of keys, of ten lines."""

    def __init__(self) -> None:
        self.held: dict[int, tuple[int, int]] = {}

    def RegisterHotKey(self, _window: None, place: int, modifiers: int, key: int) -> int:
        if (modifiers, key) in self.held.values():
            return 0
        self.held[place] = (modifiers, key)
        return 1

    def UnregisterHotKey(self, _window: None, place: int) -> int:
        return 1 if self.held.pop(place, None) else 0


def test_under_windows_the_keys_are_registered_and_given_back(qapp: object) -> None:
    user32, heard = FakeUser32(), list[str]()
    keys = WindowsHotKeys({**CHORDS, "undo": CHORDS["recall"]}, user32)
    keys.pressed.connect(heard.append)
    assert keys.taken == ["undo"]
    assert user32.held[1] == (2 | 4 | 0x4000, 0x78)
    assert keys.heard(Message(None, WM_HOTKEY, 2))
    assert not keys.heard(Message(None, WM_HOTKEY, 9))
    assert not keys.heard(Message(None, 0x0100, 1))
    assert heard == ["recall"]
    keys.close()
    assert user32.held == {}


def test_under_wayland_the_bar_says_what_to_bind_instead(parts: Parts) -> None:
    assert open_hot_keys(CHORDS, "wayland").keys is None
    hint = parts.outside.property("hint")
    assert "layso-counter --send call-next --counter 3" in hint
    parts.texts.choose("en")
    assert parts.outside.property("hint").startswith("This desktop lets no program")


def _sent(qtbot: QtBot, counter: int, act: str) -> str:
    code = f"from layso_kiosk.counter.oneshot import send_act; print(send_act({counter}, {act!r}))"
    sender = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    qtbot.waitUntil(lambda: sender.poll() is not None, timeout=PATIENCE)
    return sender.communicate()[0].decode().strip()


def test_another_process_calls_by_one_command(
    open_counter: Callable[..., Counter], busy: Any, qtbot: QtBot
) -> None:
    counter = open_counter(busy)
    command = [sys.executable, "-m", "layso_kiosk.counter.command", "--send", "call-next"]
    sender = subprocess.Popen([*command, "--counter", "3"], stderr=subprocess.PIPE)
    qtbot.waitUntil(lambda: sender.poll() is not None, timeout=PATIENCE)
    assert (sender.returncode, sender.communicate()[1]) == (0, b"")
    assert number(counter) == "H003"
    assert _sent(qtbot, 3, "call-next") == counter.buttons.of("call-next").property("why")
    assert _sent(qtbot, 3, "no such act") == "?"
    nobody = subprocess.run([*command, "--counter", "4"], stderr=subprocess.PIPE, check=False)
    assert nobody.returncode == 1
    assert "quầy 4" in nobody.stderr.decode()


def test_a_killed_bars_socket_is_taken_over_and_a_living_ones_is_not(qtbot: QtBot) -> None:
    first = OneShots(8, lambda _: "first")
    second = OneShots(8, lambda _: "second")
    try:
        assert (first.listens, second.listens) == (True, False)
        assert _sent(qtbot, 8, "undo") == "first"
    finally:
        first.close()
        second.close()
    killed = "import os, sys; from PySide6.QtNetwork import QLocalServer as S; s = S()"
    killed += "; from layso_kiosk.counter.oneshot import socket_name as n"
    killed += "; assert s.listen(n(8)); os._exit(0)"
    subprocess.run([sys.executable, "-c", killed], check=True)
    third = OneShots(8, lambda _: "third")
    assert third.listens
    third.close()


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
