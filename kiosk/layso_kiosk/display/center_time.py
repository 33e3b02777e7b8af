"""The center's time on a PC whose own clock may be wrong."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from layso_kiosk.look.clock import VIETNAM, local_now

_ORIGIN = datetime(2000, 1, 1, tzinfo=VIETNAM)


class CenterTime:
    """Goes on from what the center said last, by a steady clock in seconds."""

    def __init__(self, steady: Callable[[], float]) -> None:
        self._steady = steady
        self._ahead: timedelta | None = None  # the center's time minus the steady clock's
        self._epoch = ""

    def hear(self, day: Mapping[str, Any]) -> None:
        """Take the `now` of a day that came from the center.

        What comes late (deltas kept while the connection was away) says an older time than the
        one we know: within one epoch only a later one is news.
        """
        said = datetime.fromisoformat(str(day["now"]))
        ahead = said - _ORIGIN - timedelta(seconds=self._steady())
        epoch = str(day["epoch"])
        if self._ahead is None or ahead > self._ahead or epoch != self._epoch:
            self._ahead, self._epoch = ahead, epoch

    def now(self) -> datetime:
        """Return the center's time, the PC's own before the center was heard."""
        if self._ahead is None:
            return local_now()
        return _ORIGIN + timedelta(seconds=self._steady()) + self._ahead

    def age_s(self, moment: str) -> float:
        """Return how many seconds ago an RFC 3339 moment was."""
        return (self.now() - datetime.fromisoformat(moment)).total_seconds()
