"""Type a booking's code or an old number on the large keys, or read it with a scanner."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.source import DaySource
from layso_kiosk.link.answers import Answer
from layso_kiosk.link.ids import new_id
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]

BOOKING, RETURN = "booking", "return"

ANEW, OLD, HELP = "anew", "old", "help"
"""Ways on after a refusal: a new number, the number already held, a person."""

_WAYS = dict.fromkeys(("BOOKING_USED", "NUMBER_NO_SHOW", "NUMBER_PARKED"), OLD) | dict.fromkeys(
    (
        *("BOOKING_UNKNOWN", "BOOKING_CANCELLED", "BOOKING_WRONG_DAY", "BOOKING_MISSED"),
        *("BOOKING_OTHER_CENTER", "BOOKING_PASS_UNREADABLE", "BOOKING_PASS_FALSE"),
        *("CARD_WITHOUT_BOOKING", "NUMBER_NOT_GIVEN", "NUMBER_SERVED", "NUMBER_CANCELLED"),
        *("NUMBER_NOT_TODAY", "TICKET_UNKNOWN", "TOO_LATE"),
    ),
    ANEW,
)

_COME_BACK = "/v1/come-backs"

_DIGITS = "1234567890"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST = {BOOKING: 256, RETURN: 8}
_LONGEST_CODE = 32


class Entry(QObject):
    """`kind` is "booking" or "return"; `typed` what stands in the field, grouped to be read.

    `found` carries a ticket and whether it is an old one; a refusal stays in `problem`, a
    sentence, with what was typed, so that one wrong key costs one key.
    """

    changed = Signal()
    found = Signal(object, bool)
    refused = Signal(object)

    def __init__(self, source: DaySource, texts: ScreenTexts) -> None:
        super().__init__()
        self._source, self._texts = source, texts
        self.kind = BOOKING
        self.busy = False
        self._problem: Callable[[], str] = str
        self.way = ""
        self._raw = ""
        self._command = ""
        texts.changed.connect(self.changed)

    def begin(self, kind: str) -> None:
        """Start with an empty field."""
        self.kind, self._raw, self._problem, self.way = kind, "", str, ""
        self._command = new_id()
        self.changed.emit()

    def say_problem(self, text: Callable[[], str], code: str = "") -> None:
        """Put a sentence under the field, and offer the way on that a refusal leaves."""
        self._problem = text
        self.way = _WAYS.get(code, HELP) if code else ""
        self.changed.emit()

    def take(self, code: str) -> None:
        """Take a whole code from a scanner and ask."""
        if not self.busy:
            self._raw = code[: _LONGEST[self.kind]]
            self._edited()
            self.submit()

    def come_back(self, ticket: str) -> None:
        """Take the id of an old slip from a scanner and ask."""
        if not self.busy:
            found = self._source.mirror.tickets.get(ticket) or {}
            self._raw = str(found.get("number") or "")
            self._edited()
            self._send(_COME_BACK, {"ticket": ticket}, self._answered)

    @Slot(str)
    def press(self, key: str) -> None:
        """Take one key of the keypad or one sign of a scanner; others are passed over."""
        if self.busy or not (len(key) == 1 and key.isascii() and key.isprintable()):
            return
        if len(self._raw) < _LONGEST[self.kind]:
            self._raw += key
            self._edited()

    @Slot()
    def delete(self) -> None:
        """Take the last sign back."""
        if not self.busy:
            self._raw = self._raw[:-1]
            self._edited()

    @Slot()
    def submit(self) -> None:
        """Ask the center; passed over while it is being asked or nothing is typed."""
        if self.busy or not self._raw.strip():
            return
        if self.kind == BOOKING:
            self._send("/v1/check-ins", self._booking(), self._answered)
            return
        # The center knows what became of every number of today; the mirror only who is still here.
        self._send(_COME_BACK, {"number": self._raw.strip().upper()}, self._answered)

    def _booking(self) -> Json:
        raw = self._raw.strip()
        if len(raw) > _LONGEST_CODE:
            # what a scanner reads from the QR of a booking
            return {"token": raw, "language": self._texts.language}
        code = "".join(sign for sign in raw.upper() if sign.isalnum())
        return {"code": code, "language": self._texts.language}

    def _send(self, path: str, body: Json, on_answer: Callable[[Answer], None]) -> None:
        self.busy = True
        self.changed.emit()
        self._source.link.post(path, {"id": self._command, **body}, on_answer, patience_ms=6_000)

    def _answered(self, answer: Answer) -> None:
        self.busy = False
        if answer.ok and isinstance(answer.body.get("number"), str):
            self.found.emit(answer.body, self.kind == RETURN)
        else:
            self.refused.emit(answer.problem or {})
        self.changed.emit()

    def _edited(self) -> None:
        self._problem, self.way = str, ""
        self._command = new_id()  # another question, another command
        self.changed.emit()

    def _get_typed(self) -> str:
        if self.kind == RETURN or len(self._raw) > _LONGEST_CODE or not self._raw.isalnum():
            return self._raw.upper() if len(self._raw) <= _LONGEST_CODE else self._raw[:24] + "…"
        groups = [self._raw[at : at + 4] for at in range(0, len(self._raw), 4)]
        return " ".join(groups).upper()

    def _get_letters(self) -> list[str]:
        if self.kind == BOOKING:
            return list(_LETTERS)
        services = self._source.mirror.services.values()
        series = {str(service.get("series") or service["code"]) for service in services}
        return [*sorted(series | {"Z"}), "-"]

    def _get_title(self) -> str:
        return self._texts.say(f"kiosk.{self.kind}.title")

    def _get_hint(self) -> str:
        return self._texts.say(f"kiosk.{self.kind}.hint")

    def _get_go(self) -> str:
        return self._texts.say(f"kiosk.{self.kind}.go")

    @property
    def problem(self) -> str:
        """What is wrong, in the language of now; empty while nothing is."""
        return self._problem()

    def _get_problem(self) -> str:
        return self.problem

    def _get_way(self) -> Json:
        label = self._texts.say(f"kiosk.way.{self.way}") if self.way else ""
        return {"act": self.way, "label": label} if self.way else {}

    def _get_ready(self) -> bool:
        return bool(self._raw.strip()) and not self.busy

    typed = Property(str, _get_typed, notify=changed)
    letters = Property(list, _get_letters, notify=changed)
    digits = Property(list, lambda _: list(_DIGITS), constant=True)
    title = Property(str, _get_title, notify=changed)
    hint = Property(str, _get_hint, notify=changed)
    go = Property(str, _get_go, notify=changed)
    said = Property(str, _get_problem, notify=changed)
    wayOn = Property(dict, _get_way, notify=changed)
    ready = Property(bool, _get_ready, notify=changed)
