"""The hidden page: opened by a long touch and a PIN, for paper, tests, a rehearsal and the end."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.admin.pin import PinDoor
from layso_kiosk.citizen.paper import PaperDesk
from layso_kiosk.look.texts import ScreenTexts
from layso_printing import Outcome, PrintResult
from layso_printing.preview import rehearsal_slip

Json = dict[str, Any]

PIN, MENU, PAPER, SCREEN = "pin", "menu", "paper", "screen"

TEST = "?test"
"""Stands for a ticket's id with the slip of a test: no such ticket is anywhere."""

_LONGEST_PIN = 12


class Rehearses(Protocol):
    """What gives numbers, in earnest or not."""

    rehearsing: bool


class Speaks(Protocol):
    """What sounds."""

    @property
    def audible(self) -> bool:
        """Whether it can be heard."""

    def chime(self) -> None:
        """Sound the chime."""


class AdminDesk(QObject):
    """`stage` is "pin", "menu", "paper" or "screen"; `said` a sentence about what was done.

    While the page is open nobody takes a number. `leave` asks for the first page, `ending` for
    the end of the program.
    """

    changed = Signal()
    leave = Signal()
    ending = Signal()

    def __init__(
        self,
        door: PinDoor,
        paper: PaperDesk,
        taking: Rehearses,
        texts: ScreenTexts,
        now: Callable[[], datetime],
        voice: Callable[[], Speaks],
    ) -> None:
        super().__init__()
        self.door, self._paper, self._taking = door, paper, taking
        self._texts, self._now, self._voice = texts, now, voice
        self.stage, self._typed = PIN, ""
        self._said, self._well = "", True
        self._printing = False
        paper.told.connect(self._printed)
        texts.changed.connect(self.changed)

    def begin(self) -> None:
        """Ask for the PIN."""
        self._typed = ""
        self._turn(PIN)

    @Slot(str)
    def press(self, digit: str) -> None:
        """Take one digit."""
        if self.stage == PIN and digit.isdigit() and len(self._typed) < _LONGEST_PIN:
            self._typed += digit
            self._say("")

    @Slot()
    def delete(self) -> None:
        """Take the last digit back."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def submit(self) -> None:
        """Try the PIN."""
        tried, self._typed = self._typed, ""
        if self.stage != PIN or not tried:
            return
        if self.door.opens(tried):
            self._turn(MENU)
        else:
            shut = self.door.shut_s
            key = "shut" if shut else "wrong"
            self._say(self._texts.say(f"kiosk.admin.{key}", seconds=shut), well=False)

    @Slot(str)
    def do(self, what: str) -> None:
        """Do one thing of the menu: paper, test, rehearse, screen, sound, close, end."""
        if self.stage == PIN and what != "close":
            return
        acts: dict[str, Callable[[], None]] = {
            "paper": lambda: self._turn(PAPER),
            "test": self._test_print,
            "rehearse": self._rehearse,
            "screen": lambda: self._turn(SCREEN),
            "sound": self._sound,
            "menu": lambda: self._turn(MENU),
            "close": self.leave.emit,
            "end": self.ending.emit,
        }
        acts[what]()

    def _test_print(self) -> None:
        if self._printing:
            return
        self._turn(MENU)
        if not self._paper.there:
            self._say(self._texts.say("kiosk.admin.no_printer"), well=False)
            return
        self._printing = True
        self._say(self._texts.say("kiosk.admin.printing"))
        self._paper.print(TEST, rehearsal_slip(self._texts.chosen, self._now()))

    @Slot(str, object, bool)
    def _printed(self, ticket: str, result: PrintResult, _reprint: bool) -> None:
        if ticket != TEST:
            return
        self._printing = False
        if result.outcome is Outcome.PRINTED and result.cause is None:
            said = self._texts.say("kiosk.admin.printed", seconds=f"{result.seconds:.1f}")
        elif result.cause is not None:
            said = result.cause.sentence(self._texts.chosen)
        else:
            said = self._texts.say("kiosk.admin.print_unknown")
        notices = [notice.sentence(self._texts.chosen) for notice in result.warnings]
        well = result.outcome is Outcome.PRINTED and result.cause is None and not notices
        self._say(" ".join([said, *notices]), well=well)

    def _rehearse(self) -> None:
        self._taking.rehearsing = not self._taking.rehearsing
        key = "rehearsing" if self._taking.rehearsing else "rehearsed"
        self._say(self._texts.say(f"kiosk.admin.{key}"))

    def _sound(self) -> None:
        voice = self._voice()
        voice.chime()
        key = "heard" if voice.audible else "silent"
        self._say(self._texts.say(f"kiosk.admin.{key}"), well=voice.audible)

    def _turn(self, stage: str) -> None:
        self.stage, self._said = stage, ""
        self.changed.emit()

    def _say(self, text: str, *, well: bool = True) -> None:
        self._said, self._well = text, well
        self.changed.emit()

    step = Property(str, lambda self: self.stage, notify=changed)
    said = Property(str, lambda self: self._said, notify=changed)
    well = Property(bool, lambda self: self._well, notify=changed)
    dots = Property(str, lambda self: "●" * len(self._typed), notify=changed)
    rehearsing = Property(bool, lambda self: self._taking.rehearsing, notify=changed)
    digits = Property(list, lambda _: list("1234567890"), constant=True)
