"""The keys of the screen's keyboard, and the line that they write."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from layso_kiosk.citizen.letters.syllable import Style, split
from layso_kiosk.citizen.letters.telex import TONE_KEYS, Word, erase, press
from layso_kiosk.look.texts import ScreenTexts

Json = dict[str, Any]

LONGEST = 60

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
_TONES = "sfrxj"
"""Sắc, huyền, hỏi, ngã, nặng, by their Telex keys."""


class Board(QObject):
    """`typed` is the line, `raw` the same as it was keyed, without Telex.

    In Vietnamese the letters are composed by Telex, and whoever does not know Telex finds the
    letters with marks and the five tones on keys of their own: a tone follows its vowel, and
    `bearsTone` tells whether one could stand now. In English a key is its letter.
    """

    changed = Signal()

    def __init__(self, texts: ScreenTexts, style: Style = "old") -> None:
        super().__init__()
        self._texts, self._style = texts, style
        self._done, self._word, self.raw = "", Word(), ""
        texts.changed.connect(self.changed)

    def clear(self) -> None:
        """Begin an empty line."""
        self._done, self._word, self.raw = "", Word(), ""
        self.changed.emit()

    @property
    def text(self) -> str:
        """The line as it is shown."""
        return self._done + self._word.text

    @Slot(str)
    def press(self, key: str) -> None:
        """Take one key: a letter, a letter with a mark, a space."""
        if len(self.text) >= LONGEST or len(key) != 1 or not key.isprintable():
            return
        self.raw += key
        if not key.isalpha():
            self._end_word(key)
        elif key in _LETTERS or self._texts.chosen != "vi":
            self._word = Word(self._word.text + key)
        else:
            self._word = press(self._word, key, self._style)
        self.changed.emit()

    @Slot(str)
    def tone(self, key: str) -> None:
        """Put a tone on the word, by its Telex key; nothing where none can stand."""
        syllable = split(self._word.text)
        if key in TONE_KEYS and syllable is not None and self._bears_tone():
            if syllable.tone != TONE_KEYS[key]:
                self._word = press(self._word, key, self._style)
            self.changed.emit()

    def _bears_tone(self) -> bool:
        syllable = split(self._word.text)
        return syllable is not None and syllable.vowels != "" and syllable.plausible

    @Slot()
    def back(self) -> None:
        """Take the last letter away."""
        if self._word.text:
            self._word = erase(self._word, self._style)
        elif self._done:
            head, _, tail = self._done[:-1].rpartition(" ")
            self._done, self._word = head + " " if head else "", Word(tail)
        self.raw = self.text  # one letter may have been two keys
        self.changed.emit()

    @Slot()
    def wipe(self) -> None:
        """Take everything away."""
        self.clear()

    def _end_word(self, sign: str) -> None:
        if self.text and not self.text.endswith(" "):
            self._done, self._word = self.text + sign, Word()

    def _get_marks(self) -> list[str]:
        return list(_LETTERS) if self._texts.chosen == "vi" else []

    def _get_tones(self) -> list[Json]:
        if self._texts.chosen != "vi":
            return []
        say = self._texts.say
        return [{"key": key, "name": say(f"kiosk.keyboard.tone_{key}")} for key in _TONES]

    typed = Property(str, lambda self: self.text, notify=changed)
    rows = Property(list, lambda _: [list(row) for row in _ROWS], constant=True)
    marks = Property(list, _get_marks, notify=changed)
    tones = Property(list, _get_tones, notify=changed)
    bearsTone = Property(bool, _bears_tone, notify=changed)
