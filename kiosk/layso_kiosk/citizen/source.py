"""Where the kiosk reads the day: live from the link, else as it was last heard."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from layso_kiosk.citizen.hours import guessed_closed, told_closed
from layso_kiosk.citizen.moments import CenterTime
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.center import AWAY, CONNECTING, FRESH, CenterLink
from layso_kiosk.link.handover import wall_ms
from layso_kiosk.link.journal import JournalUnwritable
from layso_kiosk.link.kept import keep_day, kept_day
from layso_kiosk.link.mirror import DayMirror

Json = dict[str, Any]

_KEEP_EVERY_S = 60.0
_LOOK_AGAIN_MS = 5_000


class DaySource(QObject):
    """The day's facts for all pages; `changed` when any of them may have.

    While the center is away the last day stands in, and the hours are judged by our clock.
    """

    changed = Signal()

    def __init__(
        self,
        link: CenterLink,
        book: KioskBook,
        folder: Path,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.link, self.time = link, CenterTime()
        self._book, self._folder, self._monotonic = book, folder, monotonic
        self._kept = kept_day(folder)
        self._kept_at = float("-inf")
        self._lost_at: float | None = monotonic()
        link.changed.connect(self._heard)
        link.stateChanged.connect(self._turned)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.changed)
        self._clock.start(_LOOK_AGAIN_MS)

    @property
    def mirror(self) -> DayMirror:
        """The day to show."""
        return self.link.mirror if self.link.mirror.filled else self._kept

    @property
    def live(self) -> bool:
        """Whether what is shown is what the center says now."""
        return self.link.state == FRESH

    @property
    def away(self) -> bool:
        """Whether numbers are our own now; a center that is only just lost is not away."""
        return self.link.state == AWAY

    @property
    def starting(self) -> bool:
        """Whether nothing is known yet, and the first try is still under way."""
        return not self.mirror.filled and self.link.state == CONNECTING

    @property
    def silent_ms(self) -> int:
        """How long nothing has come from the center, 0 while the feed lives."""
        return 0 if self._lost_at is None else int((self._monotonic() - self._lost_at) * 1000)

    @property
    def closed(self) -> str:
        """Why no numbers are given now, empty while they are."""
        day = self.mirror.day
        if self.live or not self.mirror.filled:
            return told_closed(day) if self.mirror.filled else ""
        return guessed_closed(day, self.time.now())

    def stop(self) -> None:
        """Keep the day a last time and listen no more."""
        self._clock.stop()
        self._keep()

    @Slot(object)
    def _heard(self, _parts: object) -> None:
        self.time.hear(self.link.mirror.now)
        if self._monotonic() - self._kept_at >= _KEEP_EVERY_S:
            self._keep()
        self.changed.emit()

    def _keep(self) -> None:
        mirror = self.link.mirror
        if not mirror.filled:
            return
        self._kept_at = self._monotonic()
        keep_day(self._folder, mirror)
        try:
            self._book.heard_day(date.fromisoformat(str(mirror.day.get("date"))), wall_ms())
        except (ValueError, JournalUnwritable):
            return  # said where it matters: when a number is asked for

    @Slot()
    def _turned(self) -> None:
        if self.live:
            self._lost_at = None
        elif self._lost_at is None:
            self._lost_at = self._monotonic()
        self.changed.emit()
