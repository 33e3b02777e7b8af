"""Slips printed at a kiosk in the hall: ordered through the center, and how they fared."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from layso_kiosk.counter.refusals import refusal
from layso_kiosk.counter.station import Station
from layso_kiosk.link.answers import Answer
from layso_kiosk.link.ids import new_id

ASK_MS = 700
TRIES = 30
"""How often the center is asked how a slip fared, before nobody knows: some twenty seconds."""


class KioskPaper(QObject):
    """One slip at a time: a press while one is under way prints nothing more."""

    def __init__(self, station: Station, ask_ms: int = ASK_MS) -> None:
        """Order for this station, from whatever kiosk the center finds."""
        super().__init__()
        self._station = station
        self._order: dict[str, Any] = {}
        self._number, self._tries = "", 0
        self._ask = QTimer(self, singleShot=True, interval=ask_ms)
        self._ask.timeout.connect(self._ask_how)

    def print(self, ticket: Mapping[str, Any]) -> None:
        """Order a ticket's slip; returns at once."""
        if self._number:
            self._say("done.printing", "good")
            return
        self._number, self._tries = str(ticket["number"]), 0
        self._say("done.printing", "good")
        self._station.link.post(
            f"/v1/tickets/{ticket['id']}/print",
            {"id": new_id()},
            self._ordered,
            session=self._token(),
        )

    def close(self) -> None:
        """Ask no more."""
        self._ask.stop()

    @Slot(object)
    def _ordered(self, answer: Answer) -> None:
        if not answer.ok:
            self._station.said.emit(refusal(self._station, answer), "warn")
            self._number = ""
            return
        self._order = answer.body
        if not self._fared(answer.body):
            self._say("done.printing_at", "good")

    @Slot()
    def _ask_how(self) -> None:
        if self._station.session is None:
            self._number = ""
            return
        self._tries += 1
        path = f"/v1/prints/{self._order.get('id')}"
        self._station.link.get(path, self._told, session=self._token())

    @Slot(object)
    def _told(self, answer: Answer) -> None:
        self._fared(answer.body if answer.ok else {})

    def _fared(self, told: Mapping[str, Any]) -> bool:
        """Say how the slip fared if that is known; else ask again, or give up."""
        outcome = told.get("outcome")
        if outcome == "printed":
            self._say("done.printed_at", "good")
        elif outcome == "failed":
            self._say("refused.print_failed", why=self._why(str(told.get("detail") or "")))
        elif outcome == "unknown" or self._tries >= TRIES:
            self._say("refused.print_unknown")
        else:
            self._ask.start()
            return False
        self._number = ""
        return True

    def _why(self, detail: str) -> str:
        from layso_printing import Cause

        known = {one.value: one for one in Cause}
        causes = [known[word] for word in detail.split() if word in known]
        return causes[0].sentence(self._station.language) if causes else ""

    def _token(self) -> str | None:
        session = self._station.session
        return session.token if session else None

    def _say(self, key: str, tone: str = "warn", why: str = "") -> None:
        kiosk = str(self._order.get("kiosk") or "")
        said = self._station.say(key, number=self._number, kiosk=kiosk, why=why)
        self._station.said.emit(said.strip(), tone)
