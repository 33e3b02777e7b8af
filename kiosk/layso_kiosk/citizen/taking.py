"""Take one number: ask the center; if it is silent for three seconds, give one of our own."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from layso_kiosk.citizen.source import DaySource
from layso_kiosk.link.answers import UNREACHABLE, UNREADABLE, Answer
from layso_kiosk.link.book import KioskBook
from layso_kiosk.link.emergency import EmergencyLimit
from layso_kiosk.link.handover import HandOver, wall_ms
from layso_kiosk.link.journal import JournalUnwritable

Json = dict[str, Any]

PATIENCE_MS = 3_000
_LEAST_PATIENCE_MS = 500

JOURNAL_UNWRITABLE = "JOURNAL_UNWRITABLE"
EMERGENCY_LIMIT = "EMERGENCY_LIMIT"
DAY_CLOSED = "DAY_CLOSED"

REHEARSAL = "?"
"""Stands before a number that is nobody's."""


class Taking(QObject):
    """`numbered` carries a ticket whose number stands safely, `refused` a problem {"code"...}.

    Only one at a time: while `busy`, further asking is passed over. Nothing is shown that is
    not written: the question before it leaves, the answer or the own number before `numbered`.
    """

    numbered = Signal(object)
    refused = Signal(object)
    busyChanged = Signal()

    def __init__(
        self,
        source: DaySource,
        book: KioskBook,
        over: HandOver,
        now_ms: Callable[[], int] = wall_ms,
    ) -> None:
        super().__init__()
        self._source, self._book, self._over, self._now_ms = source, book, over, now_ms
        self.busy = False
        self.rehearsing = False
        """Numbers of a rehearsal are ours alone: never asked for, never counted."""
        self._rehearsed = 0

    def ask(self, body: Json, phone: str = "") -> None:
        """Ask for the ticket that `body` describes; `phone` goes to the center and no journal."""
        if self.busy:
            return
        if self.rehearsing:
            self._rehearse(body)
            return
        try:
            self._book.ask(body, self._now_ms())
        except JournalUnwritable:
            self.refused.emit({"code": JOURNAL_UNWRITABLE})
            return
        self._over.in_flight.add(body["id"])
        self._set_busy(True)
        # what has been silent already need not be waited for a second time
        patience = max(_LEAST_PATIENCE_MS, PATIENCE_MS - self._source.silent_ms)
        self._source.link.post(
            "/v1/tickets",
            body | ({"phone": phone} if phone else {}),
            lambda answer: self._answered(body, answer),
            patience_ms=patience,
        )

    def _answered(self, body: Json, answer: Answer) -> None:
        self._over.in_flight.discard(body["id"])
        self._set_busy(False)
        number = answer.body.get("number")
        if answer.ok and isinstance(number, str) and number:
            told = {**body, **answer.body}
            self._settle(body["id"], number, lambda: self.numbered.emit(answer.body), told)
        elif answer.ok or answer.code in (UNREACHABLE, UNREADABLE):
            self._own_number(body)
        else:
            problem = answer.problem or {}
            self._settle(body["id"], answer.code, lambda: self.refused.emit(problem))

    def _settle(
        self, ticket: str, word: str, then: Callable[[], None], told: Json | None = None
    ) -> None:
        try:
            self._book.answered(ticket, word, self._now_ms(), told)
        except JournalUnwritable:
            # not shown: after a restart we would not know that somebody holds it
            self.refused.emit({"code": JOURNAL_UNWRITABLE})
        else:
            then()

    def _own_number(self, body: Json) -> None:
        if self._source.closed:
            self.refused.emit({"code": DAY_CLOSED})
            return
        at = self._source.time.now()
        issued_at = at.isoformat(timespec="milliseconds")
        try:
            number = self._book.give_emergency(body, issued_at, self._now_ms())
        except EmergencyLimit:
            self.refused.emit({"code": EMERGENCY_LIMIT})
        except JournalUnwritable:
            self.refused.emit({"code": JOURNAL_UNWRITABLE})
        else:
            self._over.wait_a_little()
            self.numbered.emit(
                {**body, "number": number, "channel": "emergency", "issued_at": issued_at}
                | {"ahead": None, "wait": None, "follow_url": ""}
            )

    def _rehearse(self, body: Json) -> None:
        self._rehearsed += 1
        about = self._source.mirror.services.get(body["service"], {})
        series = str(about.get("series") or body["service"])
        number = f"{REHEARSAL}{series}{self._rehearsed:03d}"
        told = {"number": number, "channel": "rehearsal", "ahead": 0, "wait": None}
        at = self._source.time.now().isoformat(timespec="milliseconds")
        self.numbered.emit({**body, **told, "issued_at": at, "follow_url": ""})

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busyChanged.emit()
