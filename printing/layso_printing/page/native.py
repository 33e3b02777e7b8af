"""What the printer writes in its own letters: ticket numbers, dates and times, nothing else."""

import re

from layso_printing.page.layout import Block
from layso_printing.page.marks import CELL, Letters
from layso_printing.page.pen import Pen
from layso_printing.slip.words import SlipWords

NATIVE = re.compile(r"[A-Z0-9/:. -]{1,32}")
"""Every printer has these signs at the same places of every code page, and none commands it."""


def letters(pen: Pen, text: str, times: int) -> bool:
    """Place a native line, as high as `times` allows and as wide as the space between margins.

    Not to the paper's edge: many 58 mm printers write 30 or 31 letters a line, and not 32.

    Raises ValueError for a text with any other sign: a fault of ours.
    """
    if not NATIVE.fullmatch(text):
        raise ValueError(f"not for the printer's own letters: {text!r}")
    across = max(1, min(times, pen.width // (CELL[0] * len(text))))
    mark = Letters(pen.y, text, across, times)
    pen.marks.append(mark)
    pen.y += mark.height
    return True


def stamp(pen: Pen, block: Block, words: SlipWords) -> bool:
    """Date and time in the printer's own letters, in two lines where one would be too narrow."""
    text = words.texts["stamp"]
    whole = CELL[0] * block.times * len(text) <= pen.width
    for line in [text] if whole else text.split(" "):
        letters(pen, line, block.times)
    return True
