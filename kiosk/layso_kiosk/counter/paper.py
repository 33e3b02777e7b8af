"""Printing a ticket's slip: on the counter's own printer away from the screen, or at a kiosk."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from layso_assets.languages import Texts
from layso_kiosk.counter.kiosk_paper import KioskPaper
from layso_kiosk.counter.station import Station
from layso_kiosk.link.ids import new_id
from layso_queue.line.states import Priority

if TYPE_CHECKING:
    from layso_printing import Printer, PrintResult, TicketSlip

REPORT_MS = 60_000
"""How long the center is told again and again what became of the slip."""


class Paper(QObject):
    """Prints the same number again, marked as a copy; the center is told how it went.

    Without a printer of its own the counter has a kiosk print, through the center.
    """

    _done = Signal(str, str, object)

    def __init__(self, station: Station, printer: "Printer | None") -> None:
        """Print for this station."""
        super().__init__()
        self.at_kiosk = KioskPaper(station)
        self._station, self._printer = station, printer
        self._thread: ThreadPoolExecutor | None = None
        self._done.connect(self._told, Qt.ConnectionType.QueuedConnection)
        station.printer = printer is not None

    @Slot(str)
    def print(self, ticket_id: str = "") -> None:
        """Begin to print a ticket's slip, the current one's if none is named; returns at once."""
        from layso_printing import SlipWrong

        named = self._station.link.mirror.tickets.get(ticket_id)
        ticket = named if ticket_id else self._station.desk.ticket
        if ticket is None:
            return
        if self._printer is None:
            self.at_kiosk.print(dict(ticket))
            return
        try:
            slip = self._slip(dict(ticket))
        except SlipWrong:
            self._say("refused.reprint", ticket["number"], "")
            return
        self._say("done.printing", ticket["number"], "", tone="good")
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="paper")
        about = ticket["id"], ticket["number"]
        self._thread.submit(_work, self._printer, slip, about, self._done.emit)

    def close(self) -> None:
        """Wait for the slip under way, seconds at most, and print no more."""
        self.at_kiosk.close()
        if self._thread is not None:
            self._thread.shutdown(cancel_futures=True)

    def _slip(self, ticket: dict[str, Any]) -> "TicketSlip":
        from layso_printing import TicketSlip

        station = self._station
        name = station.link.mirror.center.get("name") or {}
        language = str(ticket.get("language") or "vi")
        group = str(ticket.get("priority") or Priority.NONE)
        return TicketSlip(
            center=str(name.get(language) or name.get("vi") or ""),
            number=str(ticket["number"]),
            service=station.desk.name_of(str(ticket["service"]), language),
            issued_at=datetime.fromisoformat(str(ticket["issued_at"])),
            counters=(station.number,),
            priority=""
            if group == Priority.NONE
            else Texts(language).say(f"kiosk.priority.{group}"),
            follow_url=str(ticket.get("follow_url") or ""),
            language=language,
            reprint=True,
            emergency=ticket.get("channel") == "emergency",
        )

    @Slot(str, str, object)
    def _told(self, ticket: str, number: str, result: "PrintResult") -> None:
        cause = "" if result.cause is None else result.cause.value
        body = {"id": new_id(), "outcome": result.outcome.value, "reprint": True, "detail": cause}
        session = self._station.session
        self._station.link.post(
            f"/v1/tickets/{ticket}/paper",
            body,
            lambda _answer: None,
            session=session.token if session else None,
            patience_ms=REPORT_MS,
        )
        if result.outcome.value == "printed":
            self._say("done.reprint", number, "", tone="good")
        else:
            why = "" if result.cause is None else result.cause.sentence(self._station.language)
            self._say("refused.reprint", number, why)

    def _say(self, key: str, number: str, why: str, tone: str = "warn") -> None:
        said = self._station.say(key, number=number, why=why).strip()
        self._station.said.emit(said, tone)


def _work(
    printer: "Printer",
    slip: "TicketSlip",
    about: tuple[str, str],
    tell: Callable[[str, str, object], None],
) -> None:
    from layso_printing import Cause, Outcome, PrintResult, print_slip

    try:
        result = print_slip(printer, slip)
    except Exception:
        # whatever broke, a person has to look whether a slip came out
        result = PrintResult(Outcome.UNKNOWN, Cause.BROKEN_OFF, "blind", 1, 0.0)
    tell(*about, result)
