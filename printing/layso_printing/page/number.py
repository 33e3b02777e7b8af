"""The number: as high as asked, squeezed in width before it gets any lower."""

from layso_printing.page.layout import Block
from layso_printing.page.marks import Figure
from layso_printing.page.native import letters
from layso_printing.page.pen import Pen
from layso_printing.slip.words import SlipWords

_GAP = 0.045
"""Free space between two letters of the number, as a share of its size."""

GRAINS = {1: (1, 1), 2: (1, 2), 4: (2, 2)}
"""Dots drawn alike, (across, down), by the grain a layout names."""

_CAPITAL = "H"


def number(pen: Pen, block: Block, words: SlipWords) -> bool:
    """The ticket's number, centred; `height` is that of its capital letters in dots."""
    if block.native:
        return letters(pen, words.texts["number"], block.times)
    room = min(block.width or pen.columns, pen.columns)
    size = _size_for(pen, block, block.height)
    glyphs, natural = _line(pen, block, words.texts["number"], size)
    share = room / natural
    if share < block.least:
        size = max(8, int(size * share / block.least))
        glyphs, natural = _line(pen, block, words.texts["number"], size)
    width = min(natural, room)
    tops = [pen.faces.ink(block.weight, size, letter) for letter, _ in glyphs]
    above = -min(top for _, top, _, _ in tops)
    below = max(bottom for _, _, _, bottom in tops)
    height = above + below
    grain = GRAINS[block.grain]
    height += height % grain[1]
    width -= width % grain[0]
    x = pen.place("centre", width, 0, pen.columns)
    x -= x % grain[0]
    figure = Figure(x, pen.y, width, height, glyphs, natural, block.weight, size, grain)
    pen.marks.append(figure)
    pen.y += height
    return True


def _size_for(pen: Pen, block: Block, capital: int) -> int:
    """Return the font size whose capital letters are at least `capital` dots high."""
    size = capital
    while -pen.faces.ink(block.weight, size, _CAPITAL)[1] < capital:
        size += 1
    return size


def _line(pen: Pen, block: Block, text: str, size: int) -> tuple[tuple[tuple[str, int], ...], int]:
    gap = max(1, round(size * _GAP))
    x = 0
    glyphs: list[tuple[str, int]] = []
    for letter in text:
        left, _, right, _ = pen.faces.ink(block.weight, size, letter)
        glyphs.append((letter, x))
        x += right - left + gap
    return tuple(glyphs), x - gap
