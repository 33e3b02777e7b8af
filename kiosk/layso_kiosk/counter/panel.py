"""The panel below the bar: the line, who is aside, recent calls, the current ticket's facts."""

import re
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.ask import Ask
from layso_kiosk.counter.lines import Row, aside_rows, current_facts, line_rows, recent_rows
from layso_kiosk.counter.moves import Moves
from layso_kiosk.counter.rows import Rows
from layso_kiosk.counter.station import Station

PATHS = {"resume-ticket": "/v1/tickets/{ticket}/resume", "return": "/v1/tickets/{ticket}/return"}

DOSSIER = re.compile(
    r"(?:[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,3}-\d{6}-\d{4,6}"
)
"""The form of a dossier code, as the provinces write them."""


class Panel(QObject):
    """Open or closed; while it is closed its rows are not made."""

    changed = Signal()
    openChanged = Signal()

    def __init__(self, station: Station, moves: Moves, ask: Ask) -> None:
        """Show this station's line."""
        super().__init__()
        self._station, self._moves, self._ask = station, moves, ask
        self.is_open = False
        self._codes_fault = ""
        self._facts: Row = {}
        self.line, self.aside, self.recent = Rows(), Rows(), Rows()
        station.changed.connect(self.look)
        moves.done.connect(self._after)

    @Slot()
    def look(self) -> None:
        """Make the rows again; rows that stay keep their place on the screen."""
        if not self.is_open:
            return
        if self._station.link.mirror.filled:
            self.line.replace(line_rows(self._station))
            self.aside.replace(aside_rows(self._station))
            self.recent.replace(recent_rows(self._station))
        facts = current_facts(self._station)
        if facts != self._facts:
            self._facts = facts
            self.changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Open or close."""
        self.is_open = not self.is_open
        self.openChanged.emit()
        self.look()

    @Slot(str, str)
    def pick(self, ticket: str, number: str) -> None:
        """Call somebody by hand: asks for the reason first."""
        why = self._station.why_not(ACT["call-next"])
        if why is not None:
            self._station.said.emit(self._station.say(f"why.{why[0]}", **why[1]), "warn")
        else:
            self._ask.open("pick", ticket, number)

    @Slot(str, str, str)
    def bring_back(self, act: str, ticket: str, number: str) -> None:
        """Put a parked or missing person back into the line."""
        why = self._station.why_not(ACT["help"])
        if why is not None:
            self._station.said.emit(self._station.say(f"why.{why[0]}", **why[1]), "warn")
        else:
            self._moves.send(act, PATHS[act], ticket=ticket, number=number)

    @Slot(str)
    def note_codes(self, written: str) -> None:
        """Keep the dossier codes that go with the finish; several are split by space or comma."""
        codes = [code for code in re.split(r"[\s,;]+", written.upper()) if code]
        wrong = next((code for code in codes if not DOSSIER.fullmatch(code)), "")
        self._codes_fault = self._station.say("panel.codes_wrong", code=wrong) if wrong else ""
        self._moves.dossier_codes = codes
        self._moves.codes_fault = self._codes_fault
        self.changed.emit()

    @Slot(str, dict)
    def _after(self, act: str, _body: Any) -> None:
        if act in ("finish", "call-next", "pick"):
            self._codes_fault = ""
            self.changed.emit()

    def _get_open(self) -> bool:
        return self.is_open

    def _get_facts(self) -> Row:
        return self._facts

    def _get_codes_fault(self) -> str:
        return self._codes_fault

    def _get_line(self) -> Rows:
        return self.line

    def _get_aside(self) -> Rows:
        return self.aside

    def _get_recent(self) -> Rows:
        return self.recent

    open = Property(bool, _get_open, notify=openChanged)
    facts = Property(dict, _get_facts, notify=changed)
    codesFault = Property(str, _get_codes_fault, notify=changed)
    lineRows = Property(QObject, _get_line, constant=True)
    asideRows = Property(QObject, _get_aside, constant=True)
    recentRows = Property(QObject, _get_recent, constant=True)
