"""Make text from outside safe to lay out: what cannot be seen on paper does not reach it."""

import unicodedata

MOST_LETTERS = 240
"""Longer texts are cut with an ellipsis: a slip is not a letter."""

_MOST_MARKS = 2
"""Combining marks kept on one letter after composition; more only smear the lines above."""

_SPACES = frozenset({"Zs", "Zl", "Zp"})
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str, most: int = MOST_LETTERS) -> str:
    """Return `text` composed (NFC), on one line, of at most `most` letters.

    Control characters (ESC, GS, ...), bidi and other invisible format characters, private and
    unassigned code points are dropped; tabs and line ends become a space.
    """
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", text):
        category = unicodedata.category(letter)
        if category in _SPACES or letter in "\t\n\r\v\f":
            kept.append(" ")
        elif category in _DROPPED:
            continue
        elif category == "Mn":
            marks += 1
            if marks <= _MOST_MARKS:
                kept.append(letter)
            continue
        else:
            kept.append(letter)
        marks = 0
    line = " ".join("".join(kept).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
