"""Keys registered with Windows: they come as messages of the thread that asked for them."""

import ctypes
import sys
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

from layso_kiosk.counter.hotkey.chord import Chord, ChordUnknown

WM_HOTKEY = 0x0312
NO_REPEAT = 0x4000
"""MOD_NOREPEAT: a key held down calls once."""


class Message(ctypes.Structure):
    """The head of Windows' MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("word", ctypes.c_size_t),
    )


class WindowsHotKeys(QObject):
    """Emits `pressed` with the act's name; `taken` names acts whose key another program has."""

    pressed = Signal(str)

    def __init__(self, wanted: Mapping[str, Chord], user32: Any = None) -> None:
        """Register the keys with `user32`, the system's own library if none is given."""
        super().__init__()
        self._user32 = user32 or _user32()
        self._acts: dict[int, str] = {}
        self.taken: list[str] = []
        for place, (act, chord) in enumerate(wanted.items(), start=1):
            if self._register(place, chord):
                self._acts[place] = act
            else:
                self.taken.append(act)
        self._filter = _Filter(self)
        QCoreApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr]

    def heard(self, message: Message) -> bool:
        """Take one message of the thread; True if it was one of our keys."""
        act = self._acts.get(message.word) if message.message == WM_HOTKEY else None
        if act is not None:
            self.pressed.emit(act)
        return act is not None

    def close(self) -> None:
        """Give the keys back."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._filter)
        for place in self._acts:
            self._user32.UnregisterHotKey(None, place)
        self._acts = {}

    def _register(self, place: int, chord: Chord) -> bool:
        try:
            key, modifiers = chord.windows
        except ChordUnknown:
            return False
        return bool(self._user32.RegisterHotKey(None, place, modifiers | NO_REPEAT, key))


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, keys: WindowsHotKeys) -> None:
        super().__init__()
        self._keys = keys

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Look at each message before Qt does."""
        if bytes(kind.data() if isinstance(kind, QByteArray) else kind) not in (
            b"windows_generic_MSG",
            b"windows_dispatcher_MSG",
        ):
            return False, 0
        return self._keys.heard(Message.from_address(int(message))), 0


def _user32() -> Any:
    if sys.platform == "win32":
        return ctypes.WinDLL("user32", use_last_error=True)
    raise OSError("no user32 here")
