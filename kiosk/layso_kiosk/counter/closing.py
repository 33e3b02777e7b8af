"""Closing a service, or opening it again: one question after the other, in the same sheet."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter import closures
from layso_kiosk.counter.acts import ACT
from layso_kiosk.counter.choices import OTHER
from layso_kiosk.counter.closing_sheet import Draft, options, sheet
from layso_kiosk.counter.moves import Moves
from layso_kiosk.counter.refusals import refusal
from layso_kiosk.counter.reopening import Reopening
from layso_kiosk.counter.station import Station
from layso_kiosk.link.answers import Answer


class Closing(QObject):
    """Asks what is closed, until when and why; of what is closed already, whether it opens again.

    What is chosen of the first two questions leads to the next at once; the last one is confirmed.
    """

    changed = Signal()

    def __init__(self, station: Station, moves: Moves) -> None:
        """Ask whoever is in charge at this station; send through `moves`."""
        super().__init__()
        self._station, self._moves = station, moves
        self._reopening = Reopening(station)
        self._standing: list[closures.Closure] = []
        self._draft = Draft()
        self._listing = False
        station.changed.connect(self._look)

    def open(self) -> None:
        """Hear from the center what is closed, then ask."""
        session = self._station.session
        if session is not None and not self._listing and not self._draft.step:
            self._listing = True
            self._station.link.get(closures.PATH, self._heard, session=session.token)

    @Slot(object)
    def _heard(self, answer: Answer) -> None:
        self._listing, station = False, self._station
        found = answer.body.get("closures")
        if not answer.ok or not isinstance(found, list):
            station.said.emit(refusal(station, answer), "warn")
        elif station.session is not None and not station.asking:
            self._standing = found
            self._go(Draft("service"))

    @Slot()
    def close(self) -> None:
        """Leave without an answer."""
        self._go(Draft())

    @Slot()
    def back(self) -> None:
        """Ask the question before once more; before the first one there is none."""
        draft = self._draft
        if draft.step == "reason" or draft.timed:
            self._go(Draft("until", draft.service))
        elif draft.step in ("until", "reopen"):
            self._go(Draft("service"))

    @Slot(str, result=bool)
    def key(self, text: str) -> bool:
        """Choose by a pressed letter or digit."""
        for option in options(self._draft, self._standing, self._station):
            if option.key and option.key == text.upper():
                self.choose(option.value)
                return True
        return False

    @Slot(str)
    def choose(self, value: str) -> None:
        """Choose an answer of the open question by its value."""
        draft = self._draft
        if draft.step == "service":
            shut = closures.holding(self._standing, value, self._station)
            self._go(Draft("reopen" if shut else "until", value))
        elif draft.step == "until" and value == "time":
            self._go(Draft("until", draft.service, timed=True))
        elif draft.step == "until":
            clock = "24:00" if value == "day" else value
            self._go(Draft("reason", draft.service, closures.today_at(clock, self._station)))
        elif draft.step == "reason":
            draft.reason, draft.fault = value, ""
            self.changed.emit()

    @Slot(str)
    def confirm(self, written: str = "") -> None:
        """Send the answer, or go on with a written time; says what is missing instead."""
        draft, station = self._draft, self._station
        if not draft.step:
            return
        written = " ".join(written.split())
        why = station.why_not(ACT["close-service"], answering=True)
        draft.fault = station.say(f"why.{why[0]}", **why[1]) if why else self._missing(written)
        if draft.fault:
            self.changed.emit()
        elif draft.step == "until":
            until = closures.today_at(closures.read_time(written), station)
            self._go(Draft("reason", draft.service, until))
        else:
            self.close()
            self._send(draft, written)

    def _missing(self, written: str) -> str:
        draft, say = self._draft, self._station.say
        if draft.step == "service" or (draft.step == "until" and not draft.timed):
            return say("closing.choose")
        if draft.step == "until":
            clock, now = closures.read_time(written), closures.clock_now(self._station)
            if not clock:
                return say("closing.time_wrong")
            return "" if clock > now else say("closing.time_past", time=now)
        if draft.step == "reason" and not draft.reason:
            return say("ask.choose_reason")
        return say("ask.write_reason") if draft.reason == OTHER and not written else ""

    def _send(self, draft: Draft, written: str) -> None:
        name = closures.name_of(draft.service, self._station)
        if draft.step == "reopen":
            shut = closures.holding(self._standing, draft.service, self._station)
            self._reopening.lift(shut, name)
        else:
            why = closures.reason(draft.reason, written)
            body = closures.order(draft.service, draft.until, why)
            self._moves.send("close-service", closures.PATH, body, number=name)

    def _go(self, draft: Draft) -> None:
        was, self._draft = self._draft, draft
        if was.step or draft.step:
            self._station.asking = bool(draft.step)
            self._station.refresh()
            self.changed.emit()

    @Slot()
    def _look(self) -> None:
        if self._draft.step and self._station.session is None:
            self.close()

    def _get_shown(self) -> dict[str, Any]:
        return sheet(self._draft, self._standing, self._station)

    shown = Property(dict, _get_shown, notify=changed)
