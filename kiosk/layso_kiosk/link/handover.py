"""Give the center what happened without it: emergency numbers, and tickets that nobody holds."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from layso_kiosk.link.answers import Answer
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.center import FRESH, CenterLink
from layso_kiosk.link.ids import new_id
from layso_kiosk.link.journal import JournalUnwritable

_AGAIN_MS = 10_000
_REFUSALS = range(400, 500)
_NOT_FOR_GOOD = frozenset({401, 403, 408, 429})


def wall_ms() -> int:
    """Return milliseconds since the epoch by this machine's clock."""
    return time.time_ns() // 1_000_000


class HandOver(QObject):
    """Works whenever the link is fresh; everything is kept until the center has acknowledged it.

    A ticket keeps the id that it was asked for with, so if the first request did reach the
    center, the two are one. `refused` carries a number that the center will never take, and the
    code: staff must see it. `in_flight` are ids that are just being asked for.
    """

    refused = Signal(str, str)
    done = Signal()

    def __init__(
        self, link: CenterLink, book: KioskBook, now_ms: Callable[[], int] = wall_ms
    ) -> None:
        super().__init__()
        self._link, self._book, self._now_ms = link, book, now_ms
        self.in_flight: set[str] = set()
        self._busy = False
        self._one_by_one = False
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.work)
        link.stateChanged.connect(self.work)

    @Slot()
    def work(self) -> None:
        """Send what waits, if the center is there and nothing is under way."""
        if self._busy or self._link.state != FRESH:
            return
        waiting = list(self._book.to_hand_over.values())
        ghosts = [ticket for ticket in self._book.unanswered if ticket not in self.in_flight]
        if waiting:
            self._hand_over(waiting[:1] if self._one_by_one else waiting)
        elif ghosts:
            self._void(ghosts[0])
        else:
            self._one_by_one = False

    def wait_a_little(self) -> None:
        """There is something new to hand over: try soon, also if the feed never noticed."""
        if not self._again.isActive():
            self._again.start()

    def stop(self) -> None:
        """Do nothing more."""
        self._again.stop()
        self._link.stateChanged.disconnect(self.work)
        self._busy = True

    def _hand_over(self, tickets: list[dict[str, object]]) -> None:
        self._busy = True
        body = {"id": new_id(), "kiosk": self._book.letter, "tickets": tickets}
        ids = [str(ticket["id"]) for ticket in tickets]
        self._link.post("/v1/hand-overs", body, lambda answer: self._handed(ids, answer))

    def _handed(self, ids: list[str], answer: Answer) -> None:
        self._busy = False
        accepted = answer.body.get("accepted", [])
        taken = [one for one in ids if one in accepted] if isinstance(accepted, list) else []
        told = answer.body.get("tickets")
        told = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
        refused = answer.reached and (answer.ok or for_good(answer))
        try:
            if taken:
                self._book.handed_over(taken, told, self._now_ms())
            elif refused and len(ids) > 1:
                self._one_by_one = True
            elif refused:
                code, ticket = answer.code or "NOT_ACCEPTED", self._book.to_hand_over[ids[0]]
                self._book.set_aside(ids[0], code, self._now_ms())
                self.refused.emit(str(ticket["number"]), code)
            else:
                self._again.start()
                return
        except JournalUnwritable:
            self._again.start()  # acknowledged but not noted: sent again, and answered again
            return
        if not self._book.to_hand_over:
            self.done.emit()
        self.work()

    def _void(self, ticket: str) -> None:
        """Take back a ticket whose number was never shown: it would be called for nobody."""
        self._busy = True
        body = {"id": new_id(), "reason": "never_shown"}
        path = f"/v1/tickets/{ticket}/cancel"
        self._link.post(path, body, lambda answer: self._voided(ticket, answer))

    def _voided(self, ticket: str, answer: Answer) -> None:
        self._busy = False
        if answer.ok or (answer.reached and for_good(answer)):
            try:
                self._book.answered(ticket, "void", self._now_ms())
            except JournalUnwritable:
                self._again.start()
                return
            self.work()
        else:
            self._again.start()


def for_good(answer: Answer) -> bool:
    """Say whether asking again would be answered the same."""
    return answer.status in _REFUSALS and answer.status not in _NOT_FOR_GOOD
