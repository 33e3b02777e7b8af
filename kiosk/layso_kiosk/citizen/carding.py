"""A card was read: is there a booking for it today? Asked with its keyed hash, never its number."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.home import Home
from layso_kiosk.citizen.scanning.reception import Reception
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.link.answers import Answer
from layso_kiosk.link.ids import new_id
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]

CARD = "card"
"""The page on which a person chooses one of several bookings."""

WITHOUT = "CARD_WITHOUT_BOOKING"
PATIENCE_MS = 4_000


class Carding(QObject):
    """`found` carries a ticket, `refused` a problem; `several` asks to choose; `nothing` says that
    the center knows of none or was not reached, with the problem, and all goes on without."""

    changed = Signal()
    found = Signal(object, bool)
    several = Signal()
    nothing = Signal(object)
    refused = Signal(object)

    def __init__(
        self, source: DaySource, reception: Reception, home: Home, texts: ScreenTexts
    ) -> None:
        super().__init__()
        self._source, self._reception = source, reception
        self._home, self._texts = home, texts
        self.busy, self._asking_key = False, False
        self._card, self._bookings = "", list[Json]()
        source.changed.connect(self._mind_the_key)
        source.link.stateChanged.connect(self._anew)
        texts.changed.connect(self.changed)

    def ask(self, card: str, booking: str = "") -> None:
        """Ask for the number of the booking under this hash; `booking` is the one chosen."""
        if self.busy:
            return
        self._card = card
        body = {"id": new_id(), "card": card, "language": self._texts.language}
        if booking:
            body["booking"] = booking
        self._be(True)
        self._source.link.post("/v1/check-ins", body, self._answered, patience_ms=PATIENCE_MS)

    def clear(self) -> None:
        """The person has gone."""
        self._card, self._bookings = "", []
        self.changed.emit()

    @Slot(str)
    def choose(self, booking: str) -> None:
        """Take one of the bookings that were found."""
        if any(one.get("id") == booking for one in self._bookings):
            self.ask(self._card, booking)

    def _answered(self, answer: Answer) -> None:
        problem = answer.problem or {}
        several = problem.get("bookings")
        self._be(False)
        if answer.ok and isinstance(answer.body.get("number"), str):
            self.found.emit(answer.body, False)
        elif answer.code == "BOOKING_CHOOSE" and isinstance(several, list) and several:
            self._bookings = [one for one in several if isinstance(one, dict)]
            self.changed.emit()
            self.several.emit()
        elif answer.code == WITHOUT or not answer.reached:
            self.nothing.emit(problem)
        else:
            self.refused.emit(problem)

    def _be(self, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()

    @Slot()
    def _anew(self) -> None:
        # A center that comes back may have another key: cards are then asked of it anew.
        if self._source.live:
            self._reception.card_key = b""
            self._mind_the_key()

    @Slot()
    def _mind_the_key(self) -> None:
        web = self._source.mirror.day.get("web")
        offered = isinstance(web, dict) and web.get("cards") is True
        if self._source.live and offered and not (self._reception.card_key or self._asking_key):
            self._asking_key = True
            self._source.link.get("/v1/card-key", self._key_came, patience_ms=PATIENCE_MS)

    def _key_came(self, answer: Answer) -> None:
        self._asking_key = False
        try:
            self._reception.card_key = bytes.fromhex(str(answer.body.get("key") or ""))
        except ValueError:
            self._reception.card_key = b""

    def _get_bookings(self) -> list[Json]:
        return [
            {
                "id": str(one.get("id")),
                "at": str(one.get("at")),
                "service": self._home.name_of(str(one.get("service"))),
                "icon": self._home.icon_of(str(one.get("service"))),
            }
            for one in self._bookings
        ]

    def _get_title(self) -> str:
        return self._texts.say("kiosk.card.title", n=len(self._bookings))

    bookings = Property(list, _get_bookings, notify=changed)
    title = Property(str, _get_title, notify=changed)
    asking = Property(bool, lambda self: self.busy, notify=changed)
