"""From a ticket to a hand: on the screen at once, then on paper, and told to the center."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.citizen.admin.desk import TEST
from layso_kiosk.citizen.paper import PaperDesk
from layso_kiosk.citizen.reporting import Reporting
from layso_kiosk.citizen.shown import NO_PAPER, PRINTING, Shown
from layso_printing import Cause, Outcome, PrinterTrust, PrintResult, SlipWrong

Json = dict[str, Any]

_PRINTED = {Outcome.PRINTED: True, Outcome.FAILED: False, Outcome.UNKNOWN: None}


class Delivery(QObject):
    """`happened` tells (event, facts): "number" when one is to be shown, "paper" when it fared."""

    happened = Signal(str, object)

    def __init__(self, shown: Shown, paper: PaperDesk, reporting: Reporting) -> None:
        super().__init__()
        self._shown, self._paper, self._reporting = shown, paper, reporting
        self._ours: set[str] = set()  # slips of a rehearsal: the center knows nothing of them
        self.trust = PrinterTrust()
        paper.told.connect(self._paper_told)
        shown.unseen.connect(self._unseen)

    def deliver(self, ticket: Json, *, returned: bool, documents: tuple[str, ...] = ()) -> None:
        """Show the number, then print it with what is still to bring; an old number has paper, that
        is printed again when asked; one from home that was shown here before only by staff."""
        if ticket.get("channel") == "rehearsal":
            self._ours.add(str(ticket.get("id")))
        has_paper = returned or ticket.get("paper") == "printed"
        prints = self._paper.there and not has_paper
        self._shown.again = returned and self._paper.there
        self._shown.show(ticket, PRINTING if prints else NO_PAPER, returned=returned)
        self.happened.emit("number", {"id": ticket.get("id"), "number": ticket.get("number")})
        if prints:
            try:
                self._paper.print(str(ticket.get("id")), self._shown.slip(documents))
            except SlipWrong:
                self._shown.paper_told(False)

    @Slot(str, object, bool)
    def _paper_told(self, ticket: str, result: PrintResult, reprint: bool) -> None:
        if ticket == TEST:
            # no citizen holds the slip of a test; staff stand there and see what comes out
            if result.outcome is Outcome.PRINTED:
                self.trust.mended()
            return
        shown = self._shown.ticket
        number = shown.get("number") if shown.get("id") == ticket else None
        if number is not None:
            self._shown.paper_told(_PRINTED[result.outcome])
        if ticket not in self._ours and result.cause is not Cause.NO_PRINTER:
            if result.outcome is Outcome.PRINTED:
                self.trust.printed(ticket)
            self._reporting.paper(ticket, result, reprint, suspect=self.trust.suspect)
        about = {"outcome": result.outcome.value, "number": number, "id": ticket}
        self.happened.emit("paper", about)

    @Slot(str)
    def _unseen(self, ticket: str) -> None:
        """Keep the number for a photograph and send somebody; only staff may print again, but for
        who came back with a slip that was lost on the way: hers says that it is a copy."""
        if self._shown.again:
            self._shown.again = False
            self._shown.show(self._shown.ticket, PRINTING, returned=True)
            self._paper.print(ticket, replace(self._shown.slip(), reprint=True))
            return
        number = str(self._shown.ticket.get("number"))
        self.trust.not_seen(ticket)
        self._reporting.not_seen(ticket, suspect=self.trust.suspect)
        say = Texts(LANGUAGES[0]).say
        self._shown.staff_told(self._reporting.help(say("kiosk.staff.not_seen", number=number)))
