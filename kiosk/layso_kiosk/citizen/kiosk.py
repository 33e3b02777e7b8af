"""The kiosk's pages and the way through them; QML draws what stands here."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from layso_kiosk.citizen.choice import Choice
from layso_kiosk.citizen.delivery import Delivery
from layso_kiosk.citizen.entry import BOOKING, RETURN, Entry
from layso_kiosk.citizen.home import Home
from layso_kiosk.citizen.idle import Idle
from layso_kiosk.citizen.notices import refusal_page, service_page
from layso_kiosk.citizen.paper import PaperDesk
from layso_kiosk.citizen.reader import Reader
from layso_kiosk.citizen.reporting import Reporting
from layso_kiosk.citizen.shown import Shown
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.taking import Taking
from layso_kiosk.link.answers import sentence

Json = dict[str, Any]

HOME, SERVICE, NUMBER, NOTICE = "home", "service", "number", "notice"

_SETTLE_MS = {SERVICE: 350, NUMBER: 1_500}
"""How long a page ignores its main touch: a double tap on the page before belongs to that one."""


class Kiosk(QObject):
    """`page` is "home", "service", "booking", "return", "number" or "notice"."""

    changed = Signal()

    def __init__(
        self,
        source: DaySource,
        taking: Taking,
        paper: PaperDesk,
        reporting: Reporting,
        reader: Reader,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.source, self.taking = source, taking
        self._reporting, self._reader, self._texts = reporting, reader, reader.texts
        self.page, self._notice, self._toast = HOME, dict[str, Any](), ""
        self.home = Home(source, self._texts)
        self.choice = Choice(source, self.home, self._texts)
        self.shown = Shown(source, self.home, self._texts)
        self.entry = Entry(source, self._texts)
        self.idle = Idle(monotonic)
        for model in (self.home, self.choice, self.shown, self.entry, self.idle):
            model.setParent(self)
        self.delivery = Delivery(self.shown, paper, reporting)
        self.delivery.setParent(self)
        self._armed = QTimer(self)
        self._armed.setSingleShot(True)
        self._armed.timeout.connect(self.changed)
        taking.numbered.connect(self._numbered)
        taking.refused.connect(self._refused)
        taking.busyChanged.connect(self.changed)
        self.shown.ended.connect(self.go_home)
        self.entry.found.connect(self._found)
        self.entry.refused.connect(lambda problem: self.entry.say_problem(self._say(problem)))
        self.idle.over.connect(self._nobody_there)
        self.idle.watch(True)

    @Slot(str)
    def choose(self, service: str) -> None:
        """Open a service's page, or say why it gives no numbers."""
        about = self.source.mirror.services.get(service)
        if self.page != HOME or about is None or self.source.closed:
            return
        why = self.home.why_closed(about)
        if why:
            name = self.home.name_of(service)
            self._show_notice(service_page(name, why, self.source, self._texts))
        else:
            self.choice.begin(service)
            self._open(SERVICE)

    @Slot()
    def take(self) -> None:
        """Ask for the number: once, however often it is touched."""
        if self.page == SERVICE and not self.taking.busy and not self._armed.isActive():
            self.taking.ask(self.choice.body())

    @Slot(str)
    def enter(self, kind: str) -> None:
        """Open the page for a booking's code or an old number."""
        if self.page == HOME and kind in (BOOKING, RETURN):
            self.entry.begin(kind)
            self._open(kind)

    @Slot()
    def go_home(self) -> None:
        """Leave the page; not while the center is being asked, nor by the second of two taps."""
        if self.taking.busy or self.entry.busy or (self._armed.isActive() and self.page == NUMBER):
            return
        self.shown.clear()
        self._open(HOME)

    @Slot()
    def call_help(self) -> None:
        """Call a helper to this kiosk."""
        told = self._reporting.help(self.page)
        self._set_toast(self._texts.say("kiosk.help.called" if told else "kiosk.help.desk"))

    @Slot()
    def toast_over(self) -> None:
        """The short message has gone."""
        self._set_toast("")

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Speak Vietnamese or English from now on."""
        self.source.link.language = language
        self._reader.choose_language(language)

    @Slot(str)
    def scanned(self, sign: str) -> None:
        """Take one sign of a scanner; on the first page it begins a booking's code.

        A carriage return asks the center, a backspace takes the last sign back.
        """
        if self.page == HOME and sign.isalnum() and not self.source.closed:
            self.enter(BOOKING)
        if self.page not in (BOOKING, RETURN):
            return
        if sign in ("\r", "\n"):
            self.entry.submit()
        elif sign == "\b":
            self.entry.delete()
        else:
            self.entry.press(sign)

    def stop(self) -> None:
        """Let all clocks stand still."""
        self.idle.watch(False)
        self.shown.clear()
        self._armed.stop()

    @Slot(object)
    def _numbered(self, ticket: Json) -> None:
        self._found(ticket, returned=False)

    @Slot(object, bool)
    def _found(self, ticket: Json, returned: bool) -> None:
        self.delivery.deliver(ticket, returned=returned)
        self._open(NUMBER)

    @Slot(object)
    def _refused(self, problem: Json) -> None:
        self._show_notice(refusal_page(problem, self.source, self._texts))

    @Slot()
    def _nobody_there(self) -> None:
        if self.page not in (HOME, NUMBER):
            self.go_home()
        if self.page == HOME:
            self._reader.reset()
            self.source.link.language = str(self._texts.language)

    def _show_notice(self, notice: Json) -> None:
        self._notice = notice
        self._open(NOTICE)

    def _open(self, page: str) -> None:
        self.page = page
        self._armed.stop()
        if page in _SETTLE_MS:
            self._armed.start(_SETTLE_MS[page])
        self.idle.watch(page != NUMBER)
        self.changed.emit()

    def _say(self, problem: Json) -> str:
        return sentence(problem, self._texts)

    def _set_toast(self, text: str) -> None:
        self._toast = text
        self.changed.emit()

    name = Property(str, lambda self: self.page, notify=changed)
    notice = Property(dict, lambda self: self._notice, notify=changed)
    toast = Property(str, lambda self: self._toast, notify=changed)
    busy = Property(bool, lambda self: self.taking.busy, notify=changed)
    armed = Property(bool, lambda self: not self._armed.isActive(), notify=changed)
    homeModel = Property(QObject, lambda self: self.home, constant=True)
    choiceModel = Property(QObject, lambda self: self.choice, constant=True)
    shownModel = Property(QObject, lambda self: self.shown, constant=True)
    entryModel = Property(QObject, lambda self: self.entry, constant=True)
    idleModel = Property(QObject, lambda self: self.idle, constant=True)
