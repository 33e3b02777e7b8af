"""What reaches the window: touches wake the idle watch, scanner keys go on, escapes end here."""

import time

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from layso_kiosk.citizen.kiosk import Kiosk
from layso_kiosk.citizen.scanning.wedge import Wedge

_TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress})
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.ShiftModifier
_SIGNS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Backspace: "\b"}


class Guard(QObject):
    """An event filter for the kiosk's window.

    With `locked` the window cannot be closed by keys or by the window system: only by the
    program itself (the terminate signal, the pilot) after `let_go`. No key combination gets
    any further, whether locked or not: nothing in the pages needs one.
    """

    def __init__(self, kiosk: Kiosk, *, locked: bool) -> None:
        super().__init__()
        self._kiosk, self._locked = kiosk, locked
        self.wedge = Wedge(lambda: time.monotonic_ns() // 1_000_000)
        self.wedge.setParent(self)
        self.wedge.scanned.connect(kiosk.read_code)
        self.wedge.typed.connect(kiosk.scanned)

    def let_go(self) -> None:
        """The program ends now: let the window be closed."""
        self._locked = False
        self.wedge.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Return True for what must not reach the window."""
        kind = event.type()
        if kind == QEvent.Type.Close and self._locked:
            event.ignore()
            return True
        if kind in _TOUCHES:
            self._kiosk.idle.touched()
        if kind in _KEYS and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyPress:
                self._key(event)
            event.accept()
            return True
        return False

    def _key(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~_PLAIN:
            return
        sign = _SIGNS.get(Qt.Key(event.key())) or event.text()
        if sign == "\b":
            self._kiosk.scanned(sign)
        for one in "" if sign == "\b" else sign:
            self.wedge.key(one, event.timestamp())
