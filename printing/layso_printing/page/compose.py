"""Compose a page: walk the layout's blocks from top to bottom."""

from collections.abc import Callable

from layso_printing.page import blocks
from layso_printing.page.code import code
from layso_printing.page.faces import Faces
from layso_printing.page.facts import facts
from layso_printing.page.layout import Block, SlipLayout
from layso_printing.page.marks import Page
from layso_printing.page.native import stamp
from layso_printing.page.number import number
from layso_printing.page.pen import Pen
from layso_printing.slip.words import SlipWords

_DRAW: dict[str, Callable[[Pen, Block, SlipWords], bool]] = {
    "text": blocks.text,
    "pill": blocks.pill,
    "frame": blocks.frame,
    "list": blocks.documents,
    "rule": blocks.rule,
    "space": blocks.space,
    "number": number,
    "stamp": stamp,
    "facts": facts,
    "code": code,
}


def compose(words: SlipWords, layout: SlipLayout, faces: Faces) -> Page:
    """Return the page of a slip; the same words and layout give the same page."""
    pen = Pen(faces, layout.columns, layout.margin, layout.top, words.openers)
    for block in layout.blocks:
        if _DRAW[block.kind](pen, block, words):
            pen.y += block.after
    return Page(layout.columns, pen.y, tuple(pen.marks))
