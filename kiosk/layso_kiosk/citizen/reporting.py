"""Tell the center what the kiosk cannot settle alone: how paper fared, and calls for help."""

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.link.answers import Answer
from layso_kiosk.link.ids import new_id
from layso_printing import Outcome, PrintResult

_PATIENT_MS = 60_000

NOT_SEEN = "NOT_SEEN"
"""The printer said printed, a person says that no slip is there."""

PRINTER_SUSPECT = "PRINTER_SUSPECT"
"""The center alerts staff while reports carry this word, until a printed slip comes without it."""


class Reporting:
    """Posts in the background; the person in front of the screen never waits for it."""

    def __init__(self, source: DaySource, name: str) -> None:
        self._source, self._name = source, name

    def paper(
        self,
        ticket: str,
        result: PrintResult,
        reprint: bool,
        *,
        suspect: bool = False,
        order: str = "",
    ) -> None:
        """Report one try to print; a failure is what alerts staff. `order` is a counter's."""
        words = [] if result.cause is None else [result.cause.value]
        words += [notice.value for notice in result.warnings]
        self._paper(ticket, result.outcome, words, reprint=reprint, suspect=suspect, order=order)

    def not_seen(self, ticket: str, *, suspect: bool) -> None:
        """Report that nobody found the slip that the printer said it printed."""
        self._paper(ticket, Outcome.UNKNOWN, [NOT_SEEN], reprint=False, suspect=suspect)

    def _paper(
        self,
        ticket: str,
        outcome: Outcome,
        words: list[str],
        *,
        reprint: bool,
        suspect: bool,
        order: str = "",
    ) -> None:
        body = {"id": new_id(), "outcome": outcome.value, "reprint": reprint}
        if order:
            body["order"] = order
        body["detail"] = " ".join([*words, PRINTER_SUSPECT] if suspect else words)
        path = f"/v1/tickets/{ticket}/paper"
        self._source.link.post(path, body, _nothing, patience_ms=_PATIENT_MS)

    def not_taken(self, number: str) -> None:
        """Call staff: somebody holds an emergency number that the center refuses."""
        self.help(Texts(LANGUAGES[0]).say("kiosk.staff.not_taken", number=number))

    def help(self, about: str) -> bool:
        """Call a helper; return whether the center can be told at all."""
        if not self._source.live:
            return False
        body = {"id": new_id(), "where": self._name, "about": about}
        self._source.link.post("/v1/help", body, _nothing, patience_ms=_PATIENT_MS)
        return True


def _nothing(_answer: Answer) -> None:
    """The center keeps its own record; there is nobody here to tell."""
