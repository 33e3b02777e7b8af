"""Who stands there and which code they hold: sorted, said, and forgotten when they go."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Property, QObject, Signal

from layso_kiosk.citizen.choice import Choice
from layso_kiosk.citizen.scanning.card import CardUnreadable, Visitor, read_card
from layso_kiosk.citizen.scanning.sorting import Kind, sort
from layso_kiosk.look.texts import ScreenTexts

ELDERLY_FROM = 60

_UNREAD = frozenset({"card_unreadable", "not_ours"})
"""What is said of a code that was not understood, whoever was known before."""


class Reception(QObject):
    """`booked` carries a booking's code, `returning` the id of an old slip, `carded` the keyed hash
    by which the center may know a card; `welcome` follows where it does not.

    Of an identity card only an age band and a keyed mark stay, in memory, until the person goes;
    with the mark, until midnight, the number they took, so that a second one can be told of.
    """

    changed = Signal()
    booked = Signal(str)
    returning = Signal(str)
    carded = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        choice: Choice,
        texts: ScreenTexts,
        now: Callable[[], datetime],
        key: bytes,
        elderly_from: int = ELDERLY_FROM,
    ) -> None:
        super().__init__()
        self._choice, self._texts, self._now = choice, texts, now
        self._key, self._elderly_from = key, elderly_from
        self.visitor: Visitor | None = None
        self.card_key = b""
        """The center's; never written here."""
        self._word = ""
        self._took: dict[str, str] = {}
        self._took_on: date | None = None
        texts.changed.connect(self.changed)

    def read(self, code: str) -> Kind:
        """Take a whole code of whatever scanner."""
        kind, matter = sort(code)
        if kind is Kind.BOOKING:
            self.booked.emit(matter)
        elif kind is Kind.TICKET:
            self.returning.emit(matter)
        elif kind is Kind.CARD:
            self._card(matter)
        else:
            self._say("not_ours")
        return kind

    def greet(self) -> None:
        """A visit begins: what the card told is offered, not decided."""
        if self.visitor is not None:
            self._choice.checklist.tick_card()
            if self.visitor.band >= self._elderly_from and self._choice.priority == "none":
                self._choice.choose_priority("elderly")

    def took(self, number: str) -> None:
        """This person took a number."""
        if self.visitor is not None:
            self._of_today()[self.visitor.mark] = number

    def forget(self) -> None:
        """The person has gone."""
        self.visitor, self._word = None, ""
        self.changed.emit()

    def _card(self, text: str) -> None:
        try:
            self.visitor = read_card(text, self._now().date(), self._key, self.card_key)
        except CardUnreadable:
            self.visitor = None
            self._say("card_unreadable")
            return
        self.greet()
        if self.visitor.card:
            self.changed.emit()
            self.carded.emit(self.visitor.card)
        else:
            self.welcome()

    def welcome(self) -> None:
        """Say what the card of who is there tells, if nothing more is to be done with it."""
        if self.visitor is None:
            return
        if self.visitor.mark in self._of_today():
            self._say("again")
        else:
            self._say("elderly" if self.visitor.band >= self._elderly_from else "card")

    def _of_today(self) -> dict[str, str]:
        today = self._now().date()
        if today != self._took_on:
            self._took, self._took_on = {}, today
        return self._took

    def _say(self, word: str) -> None:
        self._word = word
        self.changed.emit()
        self.said.emit(self._get_said())

    def _get_said(self) -> str:
        if not self._word:
            return ""
        mark = self.visitor.mark if self.visitor else ""
        return self._texts.say(f"kiosk.scan.{self._word}", number=self._took.get(mark, ""))

    def _get_known(self) -> bool:
        return self.visitor is not None and self._word not in _UNREAD

    text = Property(str, _get_said, notify=changed)
    known = Property(bool, _get_known, notify=changed)
