"""Choose how this desktop lets a key through from everywhere, and say plainly when it does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QGuiApplication

from layso_kiosk.counter.hotkey.chord import Chord

HELD, TAKEN, NOT_ALLOWED = "held", "taken", "not_allowed"
"""The desktop gives us the keys; another program has one of them; it gives keys to nobody."""


class HotKeys(Protocol):
    """What the window systems have in common."""

    pressed: SignalInstance
    taken: list[str]

    def close(self) -> None:
        """Give the keys back."""


@dataclass(frozen=True, slots=True)
class Everywhere:
    """The keys that hold in every program, and how that stands."""

    keys: HotKeys | None
    state: str

    def close(self) -> None:
        """Give the keys back."""
        if self.keys is not None:
            self.keys.close()


def open_hot_keys(wanted: Mapping[str, Chord], platform: str | None = None) -> Everywhere:
    """Ask the window system that Qt paints on ("xcb", "windows", "wayland") for the keys."""
    platform = platform or QGuiApplication.platformName()
    keys = _open(wanted, platform) if wanted else None
    if keys is None:
        return Everywhere(None, NOT_ALLOWED)
    return Everywhere(keys, TAKEN if keys.taken else HELD)


def _open(wanted: Mapping[str, Chord], platform: str) -> HotKeys | None:
    if platform == "windows":
        from layso_kiosk.counter.hotkey.windows import WindowsHotKeys

        return WindowsHotKeys(wanted)
    if platform == "xcb":
        from layso_kiosk.counter.hotkey.x11 import NoServer, X11HotKeys

        try:
            return X11HotKeys(wanted)
        except NoServer:
            return None
    return None
