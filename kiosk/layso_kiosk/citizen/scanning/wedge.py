"""A scanner that types like a keyboard, told from fingers by its haste and its last key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

HASTE_MS = 60
"""No finger strikes keys so close together; slow scanners leave 30 ms."""

QUIET_MS = 150
LEAST = 6
"""Signs of a code; fewer, however hasty, are typed."""

_ENDS = frozenset("\r\n\t")


class Wedge(QObject):
    """`scanned` carries a whole code, `typed` one sign that a person struck.

    A sign waits QUIET_MS to see whether more follow. Times are the keys' own, in milliseconds,
    so that a busy screen cannot make a scanner look slow.
    """

    scanned = Signal(str)
    typed = Signal(str)

    def __init__(self, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._now_ms = now_ms
        self._signs: list[str] = []
        self._hasty, self._was_scan = True, False
        self._last = 0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._settle)

    def key(self, sign: str, at_ms: int = 0) -> None:
        """Take one sign; `at_ms` is the key's own time, 0 where it has none."""
        at = at_ms or self._now_ms()
        if self._signs and at - self._last > HASTE_MS:
            self._hasty = False
        self._last = at
        if sign in _ENDS:
            self._settle()
            if not self._was_scan:
                self.typed.emit("\r")
            return
        self._signs.append(sign)
        self._quiet.start()

    def stop(self) -> None:
        """Forget what waits."""
        self._quiet.stop()
        self._signs.clear()

    @Slot()
    def _settle(self) -> None:
        self._quiet.stop()
        signs, self._signs = self._signs, []
        self._was_scan = self._hasty and len(signs) >= LEAST
        self._hasty = True
        if self._was_scan:
            self.scanned.emit("".join(signs))
            return
        for sign in signs:
            self.typed.emit(sign)
