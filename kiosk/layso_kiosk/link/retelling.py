"""Tell a center that began anew which numbers we gave today: it may have lost some of them."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from layso_kiosk.link.answers import Answer
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.center import FRESH, CenterLink
from layso_kiosk.link.handover import for_good, wall_ms
from layso_kiosk.link.ids import new_id
from layso_kiosk.link.journal import JournalUnwritable

AT_ONCE = 100
"""Slips in one message; the center takes no more."""

CLASHES = frozenset({"NUMBER_TAKEN", "NUMBER_UNKNOWN", "SERVICE_UNKNOWN"})
"""Refusals about which staff must be told: somebody holds a slip that does not count."""

_AGAIN_MS = 5_000


class Retelling(QObject):
    """Says it once to each life of the center's program, known by the feed's epoch.

    A center that lost nothing finds that it knows them all. `refused` carries a number that clashes
    with somebody else's, and the code. `told` comes when all was said.
    """

    refused = Signal(str, str)
    told = Signal()

    def __init__(self, link: CenterLink, book: KioskBook) -> None:
        super().__init__()
        self._link, self._book = link, book
        self._epoch = ""
        self._busy = False
        self._seen: set[str] = set()
        """Our tickets that the center showed as live: one that then leaves has been seen to."""
        self._live: frozenset[str] | None = None
        """Tickets that were live when the center was last heard."""
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.work)
        link.stateChanged.connect(self._turned)
        link.changed.connect(self._heard)

    @Slot(object, bool)
    def took(self, ticket: object, returned: bool) -> None:
        """Keep a ticket that a booking became at this kiosk."""
        if returned or not isinstance(ticket, dict):
            return
        try:
            self._book.took(ticket, wall_ms())
        except JournalUnwritable:
            return  # the person has her number; only its copy here is missing

    @Slot()
    def work(self) -> None:
        """Tell all, unless this center was told or is not there."""
        epoch = self._link.mirror.epoch
        if self._busy or self._link.state != FRESH or not epoch:
            return
        if epoch == self._epoch:
            self._live = None
            return
        self._busy = True
        slips = [{**slip, "gone": self._is_gone(slip["id"])} for slip in self._book.slips]
        parts = [slips[at : at + AT_ONCE] for at in range(0, len(slips), AT_ONCE)] or [[]]
        self._send(epoch, parts)

    def stop(self) -> None:
        """Say nothing more."""
        self._again.stop()
        self._link.stateChanged.disconnect(self._turned)
        self._link.changed.disconnect(self._heard)
        self._busy = True

    def _send(self, epoch: str, parts: list[list[dict[str, object]]]) -> None:
        body = {"id": new_id(), "tickets": parts[0], "last": len(parts) == 1}
        numbers = {str(slip["id"]): str(slip["number"]) for slip in parts[0]}

        def answered(answer: Answer) -> None:
            if not answer.ok and not (answer.reached and for_good(answer)):
                self._busy = False
                self._again.start()
                return
            self._say_clashes(answer, numbers)
            if answer.ok and len(parts) > 1:
                self._send(epoch, parts[1:])
                return
            # A center that is older than this kiosk does not know the question: once is enough.
            self._busy, self._epoch = False, epoch
            self.told.emit()
            self.work()

        self._link.post("/v1/kiosk-journals", body, answered)

    def _say_clashes(self, answer: Answer, numbers: dict[str, str]) -> None:
        refused = answer.body.get("refused", [])
        for one in refused if isinstance(refused, list) else []:
            if isinstance(one, dict) and one.get("code") in CLASHES and one.get("id") in numbers:
                self.refused.emit(numbers[one["id"]], str(one["code"]))

    def _is_gone(self, ticket: str) -> bool:
        return self._live is not None and ticket in self._seen and ticket not in self._live

    @Slot()
    def _turned(self) -> None:
        if self._link.state == FRESH:
            self.work()
        elif self._live is None and self._link.mirror.filled:
            self._live = frozenset(self._link.mirror.tickets)

    @Slot(object)
    def _heard(self, parts: object) -> None:
        if isinstance(parts, frozenset) and "tickets" in parts:
            ours = self._seen.union(self._link.mirror.tickets)
            self._seen = {one for one in ours if one in self._book.slips}
