"""The kiosk's pages and the way through them; QML draws what stands here."""

import secrets
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.admin.desk import PAPER, AdminDesk
from layso_kiosk.citizen.admin.pin import PinDoor
from layso_kiosk.citizen.choice import Choice
from layso_kiosk.citizen.delivery import Delivery
from layso_kiosk.citizen.guide import Guide
from layso_kiosk.citizen.home import Home
from layso_kiosk.citizen.idle import Idle
from layso_kiosk.citizen.known import Known
from layso_kiosk.citizen.notices import refusal_page, service_page
from layso_kiosk.citizen.pages import ADMIN, HOME, NUMBER, SEARCH, SERVICE, WHO
from layso_kiosk.citizen.paper import PaperDesk
from layso_kiosk.citizen.reader import Reader
from layso_kiosk.citizen.reporting import Reporting
from layso_kiosk.citizen.scanning.reception import ELDERLY_FROM, Reception
from layso_kiosk.citizen.search import Search
from layso_kiosk.citizen.shelf import Shelf
from layso_kiosk.citizen.shown import Shown
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.taking import Taking
from layso_kiosk.look.sound.narrator import Narrator, open_narrator

Json = dict[str, Any]


class Kiosk(Known):
    """`page` is home, search, service, who, booking, return, card, phone, number, notice, admin."""

    busyChanged = Signal()

    def __init__(
        self,
        source: DaySource,
        shelf: Shelf,
        taking: Taking,
        paper: PaperDesk,
        reporting: Reporting,
        reader: Reader,
        elderly_from: int = ELDERLY_FROM,
        *,
        pin: str = "",
        open_voice: Callable[[], Narrator] = open_narrator,
        offers_scan: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        texts = reader.texts
        home = Home(source, texts)
        choice = Choice(source, home, shelf, texts)
        key = secrets.token_bytes(32)
        reception = Reception(choice, texts, source.time.now, key, elderly_from)
        super().__init__(Idle(monotonic), source, taking, reception, reporting, home, texts)
        self._reader = reader
        self.home, self.choice = home, choice
        self.search = Search(shelf, home, texts)
        self.shown = Shown(source, home, texts)
        self.delivery = Delivery(self.shown, paper, reporting)
        self.delivery.setParent(self)
        self.guide = Guide(self, open_voice)
        door, say = PinDoor(pin, monotonic), lambda: self.guide.voice
        self.admin = AdminDesk(door, paper, taking, texts, source.time.now, say)
        for model in (home, choice, self.search, self.shown, self.guide, self.admin):
            model.setParent(self)
        home.rehearsing = lambda: taking.rehearsing
        self.admin.changed.connect(home.changed)
        self.admin.leave.connect(self.go_home)
        self._shelf, self._offers_scan = shelf, offers_scan
        taking.numbered.connect(self._numbered)
        taking.refused.connect(self._refused)
        taking.busyChanged.connect(self.busyChanged)
        self.shown.ended.connect(self.go_home)
        self.entry.found.connect(self._found)
        self.idle.over.connect(self._nobody_there)
        self.idle.watch(True)

    @Slot(str)
    def choose(self, service: str, procedure: str = "") -> None:
        """Open a service's page, or say why it gives no numbers."""
        about = self.source.mirror.services.get(service)
        if self.page not in (HOME, SEARCH) or about is None or self.source.closed:
            return
        why = self.home.why_closed(about)
        if why:
            self.notice_of(lambda: service_page(self.home, about, self.source, self._texts))
            return
        self.choice.begin(service, procedure)
        self.reception.greet()
        self.open(SERVICE)

    @Slot(str)
    def pick(self, procedure: str) -> None:
        """Open the service of a procedure that was found, with it chosen."""
        found = self._shelf.get(procedure) or {}
        self.choose(str(found.get("service")), procedure)
        if self.source.closed:
            self.go_home()  # there it says why and until when

    @Slot()
    def look_for(self) -> None:
        """Open the search of all procedures."""
        if self.page == HOME and not self.source.closed:
            self.search.begin()
            self.open(SEARCH)

    @Slot()
    def say_who(self) -> None:
        """Open the page about the person; nobody must."""
        if self.page == SERVICE and not self.taking.busy:
            self.open(WHO)

    @Slot()
    def take(self) -> None:
        """Ask for the number: once, however often it is touched."""
        if self.page in (SERVICE, WHO) and not self.taking.busy and not self.settling:
            self.taking.ask(self.choice.body(), self.phone.number)

    @Slot()
    def go_back(self) -> None:
        """One page back."""
        if self.page == WHO and not self.taking.busy:
            self.open(SERVICE)
        else:
            self.go_home()

    @Slot()
    def go_home(self) -> None:
        """Leave the page; not while the center is being asked, nor by the second of two taps."""
        if self.asking or (self.settling and self.page == NUMBER):
            return
        if self.page == NUMBER:
            self._next_person()
        self.shown.clear()
        self.reception.forget()
        self.open(HOME)

    @Slot()
    def knock(self) -> None:
        """Open the hidden page: a long touch where nobody looks for anything."""
        if self.admin.door.there and self.page != NUMBER and not self.asking:
            self.admin.begin()
            self.open(ADMIN)

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        self.source.link.language = language
        self._reader.choose_language(language)

    def stop(self) -> None:
        """Let all clocks stand still."""
        self.stand_still()
        self.guide.stop()
        self.shown.clear()

    @Slot(object)
    def _numbered(self, ticket: Json) -> None:
        self.reception.took(str(ticket.get("number") or ""))
        self._found(ticket, returned=False)

    @Slot(object, bool)
    def _found(self, ticket: Json, returned: bool) -> None:
        missing = self.choice.missing() if ticket.get("id") == self.choice.ticket else ()
        self.delivery.deliver(ticket, returned=returned, documents=missing)
        self.open(NUMBER)

    @Slot(object)
    def _refused(self, problem: Json) -> None:
        self.notice_of(lambda: refusal_page(problem, self.source, self._texts))

    @Slot()
    def _nobody_there(self) -> None:
        if self.page == ADMIN and self.admin.stage == PAPER:
            return  # changing the paper takes its time
        if self.page not in (HOME, NUMBER):
            self.go_home()
        if self.page == HOME:
            self.reception.forget()
            self._next_person()

    def _next_person(self) -> None:
        """Who has a number makes room: the next one finds language, size, contrast as usual."""
        self.left.emit()
        self._reader.reset()
        self.source.link.language = str(self._texts.chosen)

    busy = Property(bool, lambda self: self.taking.busy, notify=busyChanged)
    offersScan = Property(bool, lambda self: self._offers_scan, constant=True)
    adminModel = Property(QObject, lambda self: self.admin, constant=True)
    guideModel = Property(QObject, lambda self: self.guide, constant=True)
    homeModel = Property(QObject, lambda self: self.home, constant=True)
    choiceModel = Property(QObject, lambda self: self.choice, constant=True)
    searchModel = Property(QObject, lambda self: self.search, constant=True)
    shownModel = Property(QObject, lambda self: self.shown, constant=True)
