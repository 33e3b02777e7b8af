"""What a citizen says of a visit: a level, reasons from a list, a few words without numbers."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass

from layso_assets import files

LEVELS = (1, 2, 3, 4, 5)
"""From very bad to very good."""

LOW = frozenset({1, 2})
"""Levels that want an answer by staff, whether or not there are words."""

CONTENT = frozenset({4, 5})
"""Levels of people who are content: their share is the satisfaction of a center."""

WORDS_SIGNS = 500
NOTE_SIGNS = 300

_LONG_NUMBER = re.compile(r"\d(?:[ .\-]?\d){8,}")
HIDDEN = "•••"
"""Stands for a number of nine digits or more: a phone, an ID card, a dossier."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked: reasons for low and for high levels, and how many days after the visit."""

    open_days: int
    low: tuple[str, ...]
    high: tuple[str, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """All reasons, the low ones first."""
        return (*self.low, *self.high)


@dataclass(frozen=True, slots=True)
class Opinion:
    """An answer. Its words never show, whoever prints this."""

    level: int
    reasons: tuple[str, ...] = ()
    words: str = ""

    @property
    def wants_answer(self) -> bool:
        """Whether somebody of the staff should look at it."""
        return self.level in LOW or bool(self.words)

    def __repr__(self) -> str:
        return f"Opinion({self.level})"


def read_questions() -> Questions:
    """Read what is asked from the assets."""
    told = tomllib.loads(files.path("feedback.toml").read_text("utf-8"))
    return Questions(told["open_days"], tuple(told["low"]), tuple(told["high"]))


def clean_words(typed: str) -> str:
    """Return words as they are kept: composed, nothing unseen in them, long numbers hidden.

    Lines stay apart, at most one of them empty. The length is for the caller to judge.
    """
    text = unicodedata.normalize("NFC", typed).replace("\r\n", "\n").replace("\r", "\n")
    seen = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign)[0] != "C")
    lines = [" ".join(line.split()) for line in seen.split("\n")]
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return _LONG_NUMBER.sub(HIDDEN, whole)
