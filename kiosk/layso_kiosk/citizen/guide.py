"""Voice guidance: each page says what it is and what to do, for who cannot read it well."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.entry import BOOKING
from layso_kiosk.citizen.pages import HOME, NOTICE, NUMBER, SERVICE
from layso_kiosk.look.sound.announcement import Manner, Say, ticket_words
from layso_kiosk.look.sound.pack import words_of

Json = dict[str, Any]

_OWN_WORDS = frozenset({"home", "search", "who", "booking", "return", "card", "phone"})
"""Pages that say a text of their own; the others say what stands on them."""


class Voice(Protocol):
    """What speaks."""

    @property
    def audible(self) -> bool:
        """Whether it can be heard."""

    def say(self, text: str, language: str) -> None:
        """Say a text, ending the one before."""

    def chime(self) -> None:
        """Sound the chime."""

    def stop(self) -> None:
        """Be silent."""


class Guide(QObject):
    """Off until somebody touches it, and off again for the next person.

    `open_voice` is called when a voice is first needed.
    """

    changed = Signal()

    def __init__(self, kiosk: Any, open_voice: Callable[[], Voice]) -> None:
        super().__init__()
        self._kiosk, self._open_voice = kiosk, open_voice
        self._voice: Voice | None = None
        self._on = False
        self.last = ""
        kiosk.turned.connect(self._turned)
        kiosk.shown.changed.connect(self._paper)
        kiosk.reception.said.connect(self._speak)
        kiosk.entry.changed.connect(self._problem)
        kiosk.texts.changed.connect(self._again)
        kiosk.left.connect(self.be_off)

    @property
    def voice(self) -> Voice:
        """What speaks, opened at its first use."""
        if self._voice is None:
            self._voice = self._open_voice()
        return self._voice

    @Slot()
    def toggle(self) -> None:
        """On, or off."""
        self._on = not self._on
        self.changed.emit()
        if self._on:
            self._again()
        else:
            self.stop()

    @Slot()
    def be_off(self) -> None:
        """The next person begins in silence."""
        if self._on:
            self.toggle()

    def stop(self) -> None:
        """Be silent."""
        self.last = ""
        if self._voice is not None:
            self._voice.stop()

    def words(self) -> str:
        """Return what the page of now says."""
        kiosk, say = self._kiosk, self._kiosk.texts.say
        page = kiosk.page
        if page == NUMBER:
            return self._number()
        if page == NOTICE or (page == HOME and kiosk.home.property("closed")):
            about = kiosk.property("notice") if page == NOTICE else kiosk.home.property("closed")
            told = (str(about.get(part) or "") for part in ("title", "text", "next"))
            return " ".join(one if one.endswith((".", "?")) else f"{one}." for one in told if one)
        if page == SERVICE:
            name, line = kiosk.choice.property("name"), kiosk.choice.property("line")
            return str(say("kiosk.guide.service", name=name, line=line.replace(" · ", ", ")))
        if page == BOOKING:
            away = str(kiosk.home.property("webAway"))
            return " ".join(one for one in (str(say("kiosk.guide.booking")), away) if one)
        return str(say(f"kiosk.guide.{page}")) if page in _OWN_WORDS else ""

    def _number(self) -> str:
        kiosk, language = self._kiosk, self._kiosk.texts.chosen
        shown = kiosk.shown
        parts = ticket_words(str(shown.property("number")).lstrip("?"), language, Manner())
        number = " ".join(words_of(part) for part in parts if isinstance(part, Say))
        told = [shown.property(name) for name in ("ahead", "wait", "counters", "paperText")]
        facts = ". ".join(str(one) for one in told if one)
        return str(kiosk.texts.say("kiosk.guide.number", number=number, facts=facts))

    @Slot()
    def _again(self) -> None:
        self.last = ""
        self._speak(self.words())

    @Slot(str)
    def _turned(self, _page: str) -> None:
        if self._on:
            self._again()

    @Slot()
    def _paper(self) -> None:
        if self._on and self._kiosk.page == NUMBER and self._kiosk.shown.number_shown:
            self._speak(str(self._kiosk.shown.property("paperText")), unless=self.words())

    @Slot()
    def _problem(self) -> None:
        self._speak(str(self._kiosk.entry.problem))

    @Slot(str)
    def _speak(self, text: str, unless: str = "") -> None:
        if self._on and text and text not in (self.last, unless) and text not in self.last:
            self.last = text
            self.voice.say(text, self._kiosk.texts.chosen)

    on = Property(bool, lambda self: self._on, notify=changed)
