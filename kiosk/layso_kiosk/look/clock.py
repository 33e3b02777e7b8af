"""The time that a window shows: the center's, not the one of a PC that may be wrong."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot

from layso_kiosk.look.texts import ScreenTexts

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""No summer time, so a fixed offset is the whole truth."""


def local_now() -> datetime:
    """Return the PC's time in Vietnam."""
    return datetime.now(VIETNAM)


class WallClock(QObject):
    """``time`` as "07:45" and ``date`` as "Thứ Hai, 23/11/2026", renewed as each second begins.

    `now` is asked for the time; a program that hears the center's time passes its own.
    """

    changed = Signal()

    def __init__(self, texts: ScreenTexts, now: Callable[[], datetime] = local_now) -> None:
        super().__init__()
        self._texts, self._now = texts, now
        self._shown = ("", "")
        texts.changed.connect(self.renew)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.renew)
        self.renew()

    @Slot()
    def renew(self) -> None:
        """Look at the time again, and once more when the next second begins."""
        at = self._now().astimezone(VIETNAM)
        # not each 1,000 ms from when it was opened: the minute then came up to a second late
        self._timer.start(1000 - at.microsecond // 1000)
        day = self._texts.say(f"look.weekday.d{at.isoweekday()}")
        shown = (at.strftime("%H:%M"), f"{day}, {at.strftime('%d/%m/%Y')}")
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _get_time(self) -> str:
        return self._shown[0]

    def _get_date(self) -> str:
        return self._shown[1]

    time = Property(str, _get_time, notify=changed)
    date = Property(str, _get_date, notify=changed)
