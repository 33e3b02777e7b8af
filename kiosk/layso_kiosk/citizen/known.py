"""Pages for who wants to be known: by a card that has a booking, by a phone for this ticket."""

from typing import Any

from PySide6.QtCore import Property, QObject, Slot

from layso_kiosk.citizen.carding import CARD, Carding
from layso_kiosk.citizen.entrance import Entrance
from layso_kiosk.citizen.entry import BOOKING
from layso_kiosk.citizen.home import Home
from layso_kiosk.citizen.idle import Idle
from layso_kiosk.citizen.pages import HOME, SERVICE, WHO
from layso_kiosk.citizen.phone import PHONE, Phone
from layso_kiosk.citizen.reporting import Reporting
from layso_kiosk.citizen.scanning.reception import Reception
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.taking import Taking
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]


class Known(Entrance):
    """Takes a card to its booking, and a phone number to the ticket. All of it can be left out."""

    def __init__(
        self,
        idle: Idle,
        source: DaySource,
        taking: Taking,
        reception: Reception,
        reporting: Reporting,
        home: Home,
        texts: ScreenTexts,
    ) -> None:
        super().__init__(idle, source, taking, reception, reporting, texts)
        self.cards, self.phone = Carding(source, reception, home, texts), Phone(source, texts)
        for model in (self.cards, self.phone):
            model.setParent(self)
        reception.carded.connect(self._carded)
        self.cards.found.connect(self.entry.found)
        self.cards.several.connect(self._several)
        self.cards.nothing.connect(self._no_booking)
        self.cards.refused.connect(self._card_refused)
        self.turned.connect(self._gone_home)

    @property
    def asking(self) -> bool:
        """Whether the center is being asked for something."""
        return super().asking or self.cards.busy

    @Slot(str)
    def _carded(self, card: str) -> None:
        if self.source.closed or self.source.away or self.taking.rehearsing:
            self.reception.welcome()
        else:
            self.cards.ask(card)

    @Slot()
    def _several(self) -> None:
        self.open(CARD)

    @Slot(object)
    def _no_booking(self, problem: Json) -> None:
        if self.page == BOOKING:
            self._not_entered(problem)
        else:
            self.reception.welcome()

    @Slot(object)
    def _card_refused(self, problem: Json) -> None:
        # Who is taking a number goes on; who only showed a card is told why it is none.
        if self.page in (SERVICE, WHO):
            self.reception.welcome()
            return
        self.entry.begin(BOOKING)
        self.open(BOOKING)
        self._not_entered(problem)

    @Slot()
    def note_phone(self) -> None:
        """Open the page for a phone number; nobody must."""
        if self.page == WHO and self.phone.offered and not self.asking:
            self.phone.begin()
            self.open(PHONE)

    @Slot()
    def leave_phone(self) -> None:
        """Go on without a number; one that was kept is forgotten."""
        if self.page == PHONE:
            self.phone.clear()
            self.open(WHO)

    @Slot()
    def keep_phone(self) -> None:
        """Go on with the number that was typed, if it is one."""
        if self.page == PHONE and self.phone.keep():
            self.open(WHO)

    @Slot(str)
    def _gone_home(self, page: str) -> None:
        if page == HOME:
            self.cards.clear()
            self.phone.clear()

    cardModel = Property(QObject, lambda self: self.cards, constant=True)
    phoneModel = Property(QObject, lambda self: self.phone, constant=True)
