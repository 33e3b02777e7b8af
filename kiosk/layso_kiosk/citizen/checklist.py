"""What to bring, ticked by the person who has it: nobody stands in line for a missing paper."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]

ID_CARD = 0
"""The identity card's place: it stands first on every list."""


class Checklist(QObject):
    """`lines` are {"text", "ticked"}. The ticks are for the person alone and are never sent."""

    changed = Signal()

    def __init__(self, texts: ScreenTexts) -> None:
        super().__init__()
        self._texts = texts
        self._documents: Json = {}
        self._ticked: set[int] = set()
        texts.changed.connect(self.changed)

    def begin(self, documents: Json) -> None:
        """Start with another list, {"vi": [...], "en": [...]}, nothing ticked but the card."""
        self._ticked &= {ID_CARD}
        self._documents = documents
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything: somebody else comes."""
        self._ticked.clear()
        self._documents = {}
        self.changed.emit()

    @Slot(int)
    def tick(self, at: int) -> None:
        """Tick a line; again takes it back."""
        if 0 <= at < len(self._texts_of_lines()):
            self._ticked ^= {at}
            self.changed.emit()

    def tick_card(self) -> None:
        """The identity card was read: it is there."""
        self._ticked.add(ID_CARD)
        self.changed.emit()

    def missing(self) -> tuple[str, ...]:
        """Return what is not ticked, for the slip; without the card, which every slip knows."""
        lines = list(enumerate(self._texts_of_lines()))
        return tuple(text for at, text in lines[1:] if at not in self._ticked)

    def _texts_of_lines(self) -> list[str]:
        own = self._documents.get(self._texts.chosen) or self._documents.get("vi") or []
        return [self._texts.say("kiosk.service.bring_id"), *(str(one) for one in own)]

    def _get_lines(self) -> list[Json]:
        return [
            {"text": text, "ticked": at in self._ticked}
            for at, text in enumerate(self._texts_of_lines())
        ]

    def _get_whole(self) -> bool:
        return len(self._ticked) == len(self._texts_of_lines())

    lines = Property(list, _get_lines, notify=changed)
    whole = Property(bool, _get_whole, notify=changed)
