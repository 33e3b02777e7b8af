"""The part of the panel where an officer notes what came of the visit."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.counter.notes import NoteBook, Notes
from layso_kiosk.counter.station import Station

Row = dict[str, Any]


class Visit(QObject):
    """The notes of the current ticket as QML shows and changes them."""

    changed = Signal()

    def __init__(self, station: Station, book: NoteBook) -> None:
        """Write into `book`, from which the finish is sent."""
        super().__init__()
        self._station, self._book = station, book
        self._shown: Row = {}
        station.changed.connect(self.look)

    @property
    def _ticket(self) -> Row:
        return dict(self._station.desk.ticket or {})

    @property
    def _notes(self) -> Notes:
        return self._book.of(str(self._ticket.get("id", "")))

    @Slot()
    def look(self) -> None:
        """Look again whether anything has changed."""
        shown = self._look()
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    @Slot(str)
    def note_codes(self, written: str) -> None:
        """Keep the dossier codes that go with the finish."""
        if self._ticket:
            self._notes.written = written
            self.look()

    @Slot(int)
    def tick(self, place: int) -> None:
        """Note that the paper at this place of the list is there, or is not after all."""
        self._notes.brought ^= {place}
        self.look()

    @Slot(str)
    def also(self, service: str) -> None:
        """Note that another service was done in the same visit, or was not after all."""
        noted = self._notes.also
        if service in noted:
            noted.remove(service)
        else:
            noted.append(service)
        self.look()

    def _look(self) -> Row:
        ticket, notes, station = self._ticket, self._notes, self._station
        if not ticket:
            return {"ticket": "", "codes": "", "fault": "", "papers": [], "services": []}
        about = station.link.mirror.services.get(ticket["service"], {})
        written = about.get("documents") or {}
        papers = written.get(station.language) or written.get("vi") or []
        others = [code for code in station.desk.services if code != ticket["service"]]
        wrong = notes.wrong_code
        return {
            "ticket": ticket["id"],
            "codes": notes.written,
            "fault": station.say("panel.codes_wrong", code=wrong) if wrong else "",
            "papers": [
                {"text": str(text), "place": place, "ticked": place in notes.brought}
                for place, text in enumerate(papers)
            ],
            "services": [
                {
                    "code": code,
                    "text": station.desk.name_of(code, station.language),
                    "ticked": code in notes.also,
                }
                for code in others
            ],
        }

    def _get_shown(self) -> Row:
        return self._shown

    shown = Property(dict, _get_shown, notify=changed)
