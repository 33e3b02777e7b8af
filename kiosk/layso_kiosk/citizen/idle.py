"""Nobody has touched the screen for a while: the next person finds a fresh first page."""

import time
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

IDLE_S = 30
COUNTDOWN_S = 10


class Idle(QObject):
    """`left` counts the last ten seconds down, 0 before; `over` at their end.

    It watches only while `watch(True)`; every touch begins anew. Seconds are counted on a
    monotonic clock, so that a time change neither ends nor prolongs anything.
    """

    changed = Signal()
    over = Signal()

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._monotonic = monotonic
        self._since = monotonic()
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self.tick)

    def watch(self, watch: bool) -> None:
        """Begin (anew) or stop."""
        self.touched()
        if watch:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        self._since = self._monotonic()
        self._set_left(0)

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        remains = IDLE_S - (self._monotonic() - self._since)
        if remains <= 0:
            self.touched()
            self.over.emit()
        elif remains <= COUNTDOWN_S:
            self._set_left(int(remains) + 1 if remains % 1 else int(remains))

    def _set_left(self, left: int) -> None:
        if left != self._left:
            self._left = left
            self.changed.emit()

    left = Property(int, lambda self: self._left, notify=changed)
