"""What somebody should see to: help calls, and troubles of the center itself."""

from collections.abc import Callable
from dataclasses import dataclass

from layso_queue.center.clock import Clock

HELP = "HELP"
PAPER_FAILED = "PAPER_FAILED"
PAPER_LOW = "PAPER_LOW"
PRINTER_SUSPECT = "PRINTER_SUSPECT"
DISK_FULL = "DISK_FULL"
STORE_FAILED = "STORE_FAILED"
DATABASE_DAMAGED = "DATABASE_DAMAGED"
DATE_GOES_BACK = "DATE_GOES_BACK"
HAND_OVER_LATE = "HAND_OVER_LATE"
HUB_AWAY = "HUB_AWAY"
HUB_REFUSED = "HUB_REFUSED"
HUB_SUPERSEDED = "HUB_SUPERSEDED"
HUB_CLOCK = "HUB_CLOCK"
HUB_SET_ASIDE = "HUB_SET_ASIDE"
BACKUP_OLD = "BACKUP_OLD"
BACKUP_FAILED = "BACKUP_FAILED"
BACKUP_FOLDER_GONE = "BACKUP_FOLDER_GONE"
DATABASE_RESTORED = "DATABASE_RESTORED"
RESTORE_WAITS = "RESTORE_WAITS"
DISK_LOW = "DISK_LOW"
DISK_ALMOST_FULL = "DISK_ALMOST_FULL"
NUMBERS_AT_CLOSING = "NUMBERS_AT_CLOSING"
NUMBERS_END_SOON = "NUMBERS_END_SOON"
NUMBERS_EXPIRED = "NUMBERS_EXPIRED"

MOST = 50
"""More open alerts than anybody could answer; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to see to; `where` is a device, counter or "center", `since` in ms."""

    id: str
    code: str
    where: str
    since: int
    about: str = ""


class Alerts:
    """The open alerts; they live on the loop and do not outlive the process."""

    def __init__(self, clock: Clock, changed: Callable[[], None]) -> None:
        """Begin without any; `changed` is called after every change."""
        self._clock = clock
        self._changed = changed
        self._open: dict[str, Alert] = {}

    def raise_once(
        self, id: str, code: str, where: str, about: str = "", since: int | None = None
    ) -> None:
        """Open an alert, begun now or at `since` (ms); the same id again changes nothing."""
        if id in self._open:
            return
        while len(self._open) >= MOST:
            del self._open[next(iter(self._open))]
        self._open[id] = Alert(id, code, where, since or self._clock.now(), about)
        self._changed()

    def stand(
        self, id: str, code: str, where: str, so: bool, about: str = "", since: int | None = None
    ) -> None:
        """Hold an alert true: open while `so`, told again when `about` changes."""
        known = self._open.get(id)
        if known is not None and (not so or known.about != about):
            since = known.since
            self.settle(id)
        if so:
            self.raise_once(id, code, where, about, since)

    def settle(self, id: str) -> bool:
        """Close an alert; say whether it was open."""
        if self._open.pop(id, None) is None:
            return False
        self._changed()
        return True

    @property
    def any(self) -> bool:
        """Whether any alert is open."""
        return bool(self._open)

    def all(self) -> list[Alert]:
        """Return the open alerts, oldest first."""
        return list(self._open.values())
