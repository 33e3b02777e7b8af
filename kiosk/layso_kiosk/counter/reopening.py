"""Opening again what a closure has closed, and taking a closure back that was just made."""

import json
from typing import Any

from PySide6.QtCore import QObject, Slot

from layso_kiosk.counter import closures
from layso_kiosk.counter.lately import Lately
from layso_kiosk.counter.refusals import refusal
from layso_kiosk.counter.station import Station
from layso_kiosk.link.answers import Answer


class Reopening(QObject):
    """Lifts closures one after the other; what was lifted alone can be closed again as it was."""

    def __init__(self, station: Station) -> None:
        """Lift in the name of whoever is signed in at this station."""
        super().__init__()
        self._station = station
        self._left: list[closures.Closure] = []
        self._lifted: list[closures.Closure] = []
        self._name = ""

    def lift(self, shut: list[closures.Closure], name: str) -> None:
        """Open again; once."""
        if not self._left and shut:
            self._left, self._lifted, self._name = list(shut), [], name
            self._next()

    def _next(self) -> None:
        session = self._station.session
        path = f"{closures.PATH}/{self._left[0]['id']}"
        self._station.link.delete(path, self._told, session=session.token if session else None)

    @Slot(object)
    def _told(self, answer: Answer) -> None:
        station = self._station
        if not answer.ok:
            self._left = []
            station.said.emit(refusal(station, answer), "warn")
            return
        self._lifted.append(self._left.pop(0))
        if self._left:
            self._next()
            return
        detail = again(self._lifted[0]) if len(self._lifted) == 1 else ""
        lately = Lately("", self._name, "open-service", station.now, detail)
        station.lately = lately if detail else None
        station.refresh()
        station.said.emit(station.say("done.open-service", number=self._name), "good")


def again(closure: closures.Closure) -> str:
    """Return, as JSON, the order that makes a lifted closure anew."""
    why: dict[str, Any] = closure["reason"]
    service = closure["service"] or closures.CENTER
    return json.dumps(closures.order(str(service), str(closure["to"]), why))
