"""Pages reached by a code: a booking, an old number, an identity card; scanned or typed."""

from typing import Any

from PySide6.QtCore import Property, QObject, Slot

from layso_kiosk.citizen.entry import BOOKING, RETURN, Entry
from layso_kiosk.citizen.idle import Idle
from layso_kiosk.citizen.pages import ADMIN, HOME, NUMBER, WHO, Pages
from layso_kiosk.citizen.reporting import Reporting
from layso_kiosk.citizen.scanning.reception import Reception
from layso_kiosk.citizen.source import DaySource
from layso_kiosk.citizen.taking import Taking
from layso_kiosk.link.answers import sentence
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]


class Entrance(Pages):
    """Takes every code, whatever page shows, to where it belongs."""

    def __init__(
        self,
        idle: Idle,
        source: DaySource,
        taking: Taking,
        reception: Reception,
        reporting: Reporting,
        texts: ScreenTexts,
    ) -> None:
        super().__init__(idle)
        self.source, self.taking, self.reception, self._texts = source, taking, reception, texts
        self._reporting = reporting
        self.entry = Entry(source, texts)
        for model in (self.entry, reception):
            model.setParent(self)
        self.entry.refused.connect(self._not_entered)
        reception.booked.connect(self._booked)
        reception.returning.connect(self._returning)
        reception.said.connect(self._told)
        texts.changed.connect(self.changed)

    @property
    def asking(self) -> bool:
        """Whether the center is being asked for something."""
        return self.taking.busy or self.entry.busy

    @property
    def texts(self) -> ScreenTexts:
        """The texts of now."""
        return self._texts

    @Slot(str)
    def enter(self, kind: str) -> None:
        """Open the page for a booking's code or an old number."""
        if self.page in (HOME, BOOKING, RETURN) and kind in (BOOKING, RETURN):
            self.entry.begin(kind)
            self.open(kind)

    @Slot(str)
    def scanned(self, sign: str) -> None:
        """Take one sign of a keyboard; on the first page it begins a booking's code.

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

    @Slot(str)
    def read_code(self, code: str) -> None:
        """Take a whole code of a scanner; passed over where nobody could mean it."""
        self.idle.touched()
        if self.page not in (NUMBER, ADMIN) and not self.asking:
            self.reception.read(code)

    @Slot(str)
    def go_on(self, way: str) -> None:
        """Take the way on that a refusal leaves: "anew", "old" or "help"."""
        if way == "help":
            self.call_help()
        elif way == "old":
            self.enter(RETURN)
        else:
            self.go_home()

    @Slot()
    def call_help(self) -> None:
        """Call a helper to this kiosk."""
        told = self._reporting.help(self.page)
        self.say(lambda: self._texts.say("kiosk.help.called" if told else "kiosk.help.desk"))

    @Slot(str)
    def _booked(self, code: str) -> None:
        if self.source.closed:
            why = f"kiosk.closed.{self.source.closed}"
            self.say(lambda: self._texts.say(why))
            return
        self.entry.begin(BOOKING)
        self.open(BOOKING)
        self.entry.take(code)

    @Slot(str)
    def _returning(self, ticket: str) -> None:
        self.entry.begin(RETURN)
        self.open(RETURN)
        self.entry.come_back(ticket)

    @Slot(str)
    def _told(self, _text: str) -> None:
        if self.page != WHO:  # there it stands beside the scanner's picture
            self.say(lambda: str(self.reception.property("text")))

    @Slot(object)
    def _not_entered(self, problem: Json) -> None:
        code = str(problem.get("code") or "none")
        self.entry.say_problem(lambda: sentence(problem, self._texts), code)

    def go_home(self) -> None:
        """Leave the page."""
        raise NotImplementedError

    def _say(self, problem: Json) -> str:
        return sentence(problem, self._texts)

    entryModel = Property(QObject, lambda self: self.entry, constant=True)
    receptionModel = Property(QObject, lambda self: self.reception, constant=True)
