"""Keys that hold while another program has the focus: their names, Windows, Wayland, no desktop."""

from typing import Any

import pytest

from layso_kiosk.counter.acts import ACTS
from layso_kiosk.counter.hotkey.chord import Chord, ChordUnknown
from layso_kiosk.counter.hotkey.opening import NOT_ALLOWED, open_hot_keys
from layso_kiosk.counter.hotkey.windows import WM_HOTKEY, Message, WindowsHotKeys
from layso_kiosk.counter.hotkey.x11 import NoServer, X11HotKeys
from layso_kiosk.counter.keys import Keys, KeysWrong
from layso_kiosk.counter.parts import Parts

CHORDS = {"call-next": Chord("Ctrl+Shift+F9"), "recall": Chord("Ctrl+Alt+R")}


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
