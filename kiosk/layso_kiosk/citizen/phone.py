"""A phone number for this one ticket: typed on large keys, told to the center, then forgotten."""

import re
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.source import DaySource
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]

PHONE = "phone"
DIGITS = 10
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{0,9}")
_KEYS = "123456789"


class Phone(QObject):
    """`number` is what was kept, "" for none; nothing of it is written, logged or read aloud."""

    changed = Signal()

    def __init__(self, source: DaySource, texts: ScreenTexts) -> None:
        super().__init__()
        self._source, self._texts = source, texts
        self.number, self._typed, self._wrong = "", "", ""
        source.changed.connect(self.changed)
        texts.changed.connect(self.changed)

    @property
    def offered(self) -> bool:
        """Whether somebody would be told: there is a hub within reach that sends messages."""
        web = self._source.mirror.day.get("web")
        return self._source.live and isinstance(web, dict) and web.get("texts") is True

    def begin(self) -> None:
        """Open the field with what stands there already."""
        self._typed, self._wrong = self.number, ""
        self.changed.emit()

    def keep(self) -> bool:
        """Take what was typed; say why not if it is no number that gets messages."""
        if _MOBILE.fullmatch(self._typed):
            self.number, self._wrong = self._typed, ""
        elif _LANDLINE.fullmatch(self._typed):
            self._wrong = "landline"
        else:
            self._wrong = "short" if len(self._typed) < DIGITS else "wrong"
        self.changed.emit()
        return not self._wrong

    @Slot()
    def clear(self) -> None:
        """Forget it."""
        self.number, self._typed, self._wrong = "", "", ""
        self.changed.emit()

    @Slot(str)
    def press(self, key: str) -> None:
        """Take one digit; others, and what is too long, are passed over."""
        if len(key) == 1 and key in "0123456789" and len(self._typed) <= DIGITS:
            self._typed += key
            self._wrong = ""
            self.changed.emit()

    @Slot()
    def delete(self) -> None:
        """Take the last digit back."""
        self._typed, self._wrong = self._typed[:-1], ""
        self.changed.emit()

    def _get_typed(self) -> str:
        parts = (self._typed[:4], self._typed[4:7], self._typed[7:])
        return " ".join(part for part in parts if part)

    def _get_wrong(self) -> str:
        return self._texts.say(f"kiosk.phone.{self._wrong}") if self._wrong else ""

    def _get_kept(self) -> str:
        return f"••• ••• {self.number[-3:]}" if self.number else ""

    keys = Property(list, lambda _: list(_KEYS), constant=True)
    isOffered = Property(bool, lambda self: self.offered, notify=changed)
    typed = Property(str, _get_typed, notify=changed)
    wrong = Property(str, _get_wrong, notify=changed)
    kept = Property(str, _get_kept, notify=changed)
    ready = Property(bool, lambda self: bool(self._typed), notify=changed)
