"""Slips that a counter orders: printed without a word on the screen, and told to the center."""

from typing import Any

from PySide6.QtCore import QObject, Slot

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.citizen.moments import read_moment
from layso_kiosk.citizen.paper import PaperDesk
from layso_kiosk.citizen.reporting import Reporting
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.wording import wait_on_paper
from layso_printing import Cause, Outcome, PrinterTrust, PrintResult, SlipWrong, TicketSlip

Json = dict[str, Any]


KEPT = 500
"""Orders remembered, so that the same one again prints nothing."""


class PrintOrders(QObject):
    """Takes orders from the link; the same one again prints nothing."""

    def __init__(
        self, source: DaySource, paper: PaperDesk, reporting: Reporting, trust: PrinterTrust
    ) -> None:
        super().__init__()
        self._source, self._paper = source, paper
        self._reporting, self._trust = reporting, trust
        self._taken: dict[str, tuple[str, bool]] = {}
        source.link.prints = paper.there
        source.link.ordered.connect(self.take)
        paper.told_order.connect(self._told)

    @Slot(dict)
    def take(self, frame: Json) -> None:
        """Begin to print what a counter asks for; what cannot be printed is told as failed."""
        order, ticket = str(frame.get("order") or ""), frame.get("ticket")
        if not order or order in self._taken or not isinstance(ticket, dict):
            return
        reprint = frame.get("reprint") is True
        self._taken[order] = str(ticket.get("id")), reprint
        while len(self._taken) > KEPT:
            del self._taken[next(iter(self._taken))]
        try:
            slip = self._slip(ticket, reprint)
        except (SlipWrong, KeyError):
            self._told(order, PrintResult(Outcome.FAILED, Cause.BROKEN_OFF, "blind", 1, 0.0))
            return
        self._paper.print(str(ticket.get("id")), slip, order)

    @Slot(str, object)
    def _told(self, order: str, result: PrintResult) -> None:
        ticket, reprint = self._taken[order]
        if result.outcome is Outcome.PRINTED:
            self._trust.printed(ticket)
        suspect = self._trust.suspect
        self._reporting.paper(ticket, result, reprint, suspect=suspect, order=order)

    def _slip(self, ticket: Json, reprint: bool) -> TicketSlip:
        mirror = self._source.mirror
        language = str(ticket.get("language") or LANGUAGES[0])
        about = mirror.services.get(str(ticket.get("service")), {})
        ahead, counter = ticket.get("ahead"), ticket.get("counter")
        priority = str(ticket.get("priority") or "none")
        texts = Texts(language)
        return TicketSlip(
            center=_named(mirror.center.get("name"), language),
            number=str(ticket["number"]),
            service=_named(about.get("name"), language) or str(ticket.get("service")),
            issued_at=read_moment(ticket.get("issued_at")) or self._source.time.now(),
            ahead=ahead if isinstance(ahead, int) and ahead >= 0 else None,
            wait=wait_on_paper(ticket.get("wait")),
            counters=(counter,) if isinstance(counter, int) else tuple(about.get("counters") or ()),
            priority="" if priority == "none" else texts.say(f"kiosk.priority.{priority}"),
            follow_url=str(ticket.get("follow_url") or ""),
            language=language,
            emergency=ticket.get("channel") == "emergency",
            reprint=reprint,
        )


def _named(names: object, language: str) -> str:
    known = names if isinstance(names, dict) else {}
    return str(known.get(language) or known.get(LANGUAGES[0]) or "")
