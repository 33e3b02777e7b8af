"""The panel below the bar: the line, who is aside, recent calls, the current ticket's facts."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter.acts import ACT, Why
from layso_kiosk.counter.ask import Ask
from layso_kiosk.counter.bookings import Bookings
from layso_kiosk.counter.lines import (
    Row,
    aside_rows,
    booking_rows,
    current_facts,
    line_rows,
    recent_rows,
)
from layso_kiosk.counter.moves import Moves
from layso_kiosk.counter.rows import Rows
from layso_kiosk.counter.station import Station
from layso_kiosk.counter.visit import Visit

PATHS = {
    "resume-ticket": "/v1/tickets/{ticket}/resume",
    "return": "/v1/tickets/{ticket}/return",
    "check-in": "/v1/check-ins",
}


class Panel(QObject):
    """Open or closed; while it is closed its rows are not made."""

    changed = Signal()
    openChanged = Signal()
    printWanted = Signal(str)
    """A waiting ticket, by its id, whose slip was lost."""

    def __init__(self, station: Station, moves: Moves, ask: Ask) -> None:
        """Show this station's line."""
        super().__init__()
        self._station, self._moves, self._ask = station, moves, ask
        self.is_open = False
        self._facts: Row = {}
        self.visit = Visit(station, moves.notes)
        self.bookings = Bookings(station)
        self.line, self.aside, self.recent = Rows(), Rows(), Rows()
        station.changed.connect(self.look)
        self.bookings.changed.connect(self.look)
        moves.done.connect(self._after)

    @Slot()
    def look(self) -> None:
        """Make the rows again; rows that stay keep their place on the screen."""
        if not self.is_open:
            return
        if self._station.link.mirror.filled:
            self.line.replace(line_rows(self._station))
            aside = aside_rows(self._station)
            self.aside.replace(aside + booking_rows(self.bookings.here(), self._station))
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
        self.bookings.watch(self.is_open)
        self.look()

    @Slot(str, str)
    def pick(self, ticket: str, number: str) -> None:
        """Call somebody by hand: asks for the reason first."""
        why = self._station.why_not(ACT["call-next"])
        if why is not None:
            self._station.said.emit(self._station.say(f"why.{why[0]}", **why[1]), "warn")
            self._miss(why, "pick")
        else:
            self._ask.open("pick", ticket, number)

    @Slot(str)
    def print_again(self, ticket: str) -> None:
        """Print the slip of somebody who waits and has lost it."""
        if self._station.printer or self._station.link.state == "fresh":
            self.printWanted.emit(ticket)
        else:
            why = self._station.say(f"why.{self._station.link.state}")
            self._station.said.emit(why, "warn")

    @Slot(str, str, str)
    def bring_back(self, act: str, ticket: str, number: str) -> None:
        """Put a parked or missing person back into the line."""
        why = self._station.why_not(ACT["help"])
        if why is not None:
            self._station.said.emit(self._station.say(f"why.{why[0]}", **why[1]), "warn")
            self._miss(why, act)
        elif act == "check-in":
            body = {"code": ticket, "language": self._station.language}
            self._moves.send(act, PATHS[act], body, number=number)
        else:
            self._moves.send(act, PATHS[act], ticket=ticket, number=number)

    def _miss(self, why: Why, act: str) -> None:
        if why[0] == self._station.link.state:
            self._station.miss(act)

    @Slot(str, dict)
    def _after(self, act: str, _body: Any) -> None:
        if act == "check-in":
            self.bookings.ask()

    def _get_open(self) -> bool:
        return self.is_open

    def _get_facts(self) -> Row:
        return self._facts

    def _get_line(self) -> Rows:
        return self.line

    def _get_aside(self) -> Rows:
        return self.aside

    def _get_recent(self) -> Rows:
        return self.recent

    open = Property(bool, _get_open, notify=openChanged)
    facts = Property(dict, _get_facts, notify=changed)
    lineRows = Property(QObject, _get_line, constant=True)
    asideRows = Property(QObject, _get_aside, constant=True)
    recentRows = Property(QObject, _get_recent, constant=True)
