"""Today's appointments, asked for while the panel is open."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from layso_kiosk.counter.station import Station
from layso_kiosk.link.answers import Answer

AGAIN_MS = 60_000
"""How often an open panel asks again: a booking made meanwhile is seen within a minute."""


class Bookings(QObject):
    """`today` is the center's list, the earliest first; empty until it was heard.

    Silence and refusals leave the last list: an officer without appointments works on.
    """

    changed = Signal()

    def __init__(self, station: Station) -> None:
        """Ask in the name of whoever is signed in at this station."""
        super().__init__()
        self._station = station
        self.today: list[Mapping[str, Any]] = []
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.ask)

    def watch(self, is_open: bool) -> None:
        """Ask now and every minute while the panel is open."""
        if is_open:
            self.ask()
            self._again.start()
        else:
            self._again.stop()

    @Slot()
    def ask(self) -> None:
        """Ask the center, if somebody is signed in and the center is there."""
        session = self._station.session
        if session is not None and self._station.link.state == "fresh":
            self._station.link.get("/v1/bookings", self._heard, session=session.token)

    def here(self) -> list[Mapping[str, Any]]:
        """Return those for the services of this counter."""
        services = self._station.desk.services
        return [one for one in self.today if one.get("service") in services]

    @Slot(object)
    def _heard(self, answer: Answer) -> None:
        found = answer.body.get("bookings")
        if answer.ok and isinstance(found, list):
            self.today = [one for one in found if isinstance(one, dict)]
            self.changed.emit()
