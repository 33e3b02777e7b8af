"""All open alerts below each other: walked with arrows, each with what can be done about it."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter.moves import Moves
from layso_kiosk.counter.remedies import Offer, advice, offers
from layso_kiosk.counter.remedying import Remedying
from layso_kiosk.counter.rows import Rows
from layso_kiosk.counter.station import Station
from layso_kiosk.counter.warnings import Warned, warned


class Alerts(QObject):
    """Open or closed; while it is closed its rows are not made.

    It closes when nothing is left to see, with the session, with the connection, and when an act
    asks a question of its own.
    """

    changed = Signal()
    openChanged = Signal()

    def __init__(self, station: Station, moves: Moves, remedies: Remedying) -> None:
        """List this station's alerts; presses go to `remedies`, once for each bounce."""
        super().__init__()
        self._station, self._moves, self._remedies = station, moves, remedies
        self.is_open = False
        self.rows = Rows()
        self._chosen = ""
        self._count = 0
        station.changed.connect(self.look)
        remedies.changed.connect(self.look)

    @property
    def heading(self) -> str:
        """What stands above the list."""
        return self._station.say("alerts.heading", n=self._count)

    @Slot()
    def look(self) -> None:
        """Make the rows again; rows that stay keep their place on the screen."""
        found = warned(self._station)
        self._station.warned = bool(found)
        if self.is_open and (self._station.asking or not found or not self._may()):
            self.close()
        if self.is_open:
            known = offers(self._station)
            if self._chosen not in {one.id for one in found}:
                self._chosen = next(iter(known), found[0].id)
            count = len(found)
            self.rows.replace(
                [self._row(one, known.get(one.id), at, count) for at, one in enumerate(found, 1)]
            )
        if self._count != len(found) or self.is_open:
            self._count = len(found)
            self.changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Open with the worst that leaves a way chosen, or close."""
        if self.is_open:
            self.close()
            return
        self._chosen, self.is_open, self._remedies.listed = "", True, True
        self.look()
        if self.is_open:
            self.openChanged.emit()
            self._station.changed.emit()

    @Slot()
    def close(self) -> None:
        """Fold the list; a question in it is taken back."""
        if self.is_open:
            self.is_open = self._remedies.listed = False
            self._remedies.leave()
            self.openChanged.emit()
            self._station.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Take the question back if there is one, else fold the list."""
        if not self._remedies.leave():
            self.close()

    @Slot(int)
    def step(self, by: int) -> None:
        """Choose the alert so many rows further down, at most the last."""
        ids = [str(row["id"]) for row in self.rows.all()]
        if self._chosen in ids:
            self._chosen = ids[max(0, min(len(ids) - 1, ids.index(self._chosen) + by))]
            self.look()

    @Slot(str)
    def press(self, alert: str = "") -> None:
        """See to an alert, the chosen one if none is named; a bounce counts once."""
        if alert:
            self._chosen = alert
            self.look()
        if self._moves.taken("answer"):
            self._remedies.press(self._chosen)

    def answer(self) -> None:
        """See to what stands on the bar; where that cannot be, show all."""
        if self.is_open:
            self.press()
        elif self._moves.taken("answer"):
            if self._remedies.first is not None:
                self._remedies.press()
            else:
                self.toggle()

    def _may(self) -> bool:
        return self._station.session is not None and self._station.link.state == "fresh"

    def _row(self, alert: Warned, offer: Offer | None, at: int, count: int) -> dict[str, Any]:
        station, asking = self._station, self._remedies.asked == alert.id
        text = self._remedies.question if asking else alert.text
        label = self._remedies.label(offer)
        note = "" if offer else advice(alert, station)
        said = f"{text} {note}".strip()
        spoken = station.say("accessible.alert", at=at, n=count, time=alert.since, text=said)
        return {
            "id": alert.id,
            "text": text,
            "note": note,
            "since": alert.since,
            "tone": "warn" if asking else alert.tone,
            "label": label,
            "asking": asking,
            "chosen": alert.id == self._chosen,
            "spoken": spoken,
            "spoken_act": f"{label}: {alert.text}",
            "spoken_leave": f"{station.say('remedy.leave')}: {alert.text}",
        }

    def _get_open(self) -> bool:
        return self.is_open

    def _get_rows(self) -> Rows:
        return self.rows

    def _get_count(self) -> int:
        return self._count

    def _get_at(self) -> int:
        return next((at for at, row in enumerate(self.rows.all()) if row["chosen"]), 0)

    open = Property(bool, _get_open, notify=openChanged)
    rowList = Property(QObject, _get_rows, constant=True)
    count = Property(int, _get_count, notify=changed)
    at = Property(int, _get_at, notify=changed)
