"""Search all procedures, with or without tones."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.browse import row_of
from layso_kiosk.citizen.home import Home
from layso_kiosk.citizen.letters.board import Board
from layso_kiosk.citizen.shelf import Shelf
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]


class Search(QObject):
    """`found` are {"code", "name", "minutes", "online", "group", "icon"}, the best first.

    `said` is a sentence where there is nothing to show: what to type, or that nothing was found.
    """

    changed = Signal()

    def __init__(self, shelf: Shelf, home: Home, texts: ScreenTexts) -> None:
        super().__init__()
        self._shelf, self._home, self._texts = shelf, home, texts
        self.board = Board(texts)
        self.board.setParent(self)
        self._found: list[Json] = []
        for changing in (shelf, self.board, texts):
            changing.changed.connect(self._renew)

    def begin(self) -> None:
        """Start with an empty line."""
        self.board.clear()

    @Slot()
    def _renew(self) -> None:
        # as it was keyed too: who types without tones must not lose by what Telex made of it
        found = self._shelf.find(self.board.text, self.board.raw)
        self._found = [
            row_of(one, self._texts)
            | {"group": self._home.name_of(one["service"])}
            | {"icon": self._home.icon_of(one["service"])}
            for one in found
        ]
        self.changed.emit()

    def _get_said(self) -> str:
        if not self.board.text.strip():
            return self._texts.say("kiosk.search.hint")
        return "" if self._found else self._texts.say("kiosk.search.nothing")

    found = Property(list, lambda self: self._found, notify=changed)
    said = Property(str, _get_said, notify=changed)
    keys = Property(QObject, lambda self: self.board, constant=True)
