"""Draw the plain blocks: texts, marks, lists, rules."""

from layso_printing.page.layout import Block
from layso_printing.page.lines import wrap
from layso_printing.page.marks import Box
from layso_printing.page.pen import LEADING, Pen
from layso_printing.slip.words import SlipWords

PADDING = 14
"""Dots between the edge of a pill or a frame and its letters."""


def text(pen: Pen, block: Block, words: SlipWords) -> bool:
    """A text of the slip; each block returns whether it took paper."""
    said = words.texts.get(block.what, "")
    if not said:
        return False
    room = min(block.width or pen.width, pen.width)
    left = pen.place(block.align, room, pen.margin, pen.width)
    size, grain = block.size, min(block.grain, 2)
    if block.small and len(wrap(pen.faces, block.weight, size, said, room, block.lines)) > 2:
        size, grain = block.small, 1
    pen.write(
        said,
        block.weight,
        size,
        align=block.align,
        left=left,
        room=room,
        most=block.lines,
        balance=block.balance,
        grain=grain,
    )
    return True


def pill(pen: Pen, block: Block, words: SlipWords) -> bool:
    """White letters on black, as wide as they need: what staff must see from a distance."""
    said = words.texts.get(block.what, "")
    if not said:
        return False
    room = pen.width - 2 * PADDING
    lines = wrap(pen.faces, block.weight, block.size, said, room, block.lines, True)
    widest = max(pen.faces.width(block.weight, block.size, line) for line in lines)
    width = widest + 2 * PADDING
    height = round(block.size * LEADING) * len(lines) + PADDING
    x = pen.place(block.align, width, pen.margin, pen.width)
    pen.marks.append(Box(x, pen.y, width, height, radius=8))
    top = pen.y
    pen.y += PADDING // 2 - 1
    pen.write(
        " ".join(lines),
        block.weight,
        block.size,
        align="centre",
        left=x + PADDING,
        room=widest,
        most=block.lines,
        white=True,
    )
    pen.y = top + height
    return True


def frame(pen: Pen, block: Block, words: SlipWords) -> bool:
    """A sentence in a drawn frame over the whole width."""
    said = words.texts.get(block.what, "")
    if not said:
        return False
    top = pen.y
    pen.y += PADDING
    pen.write(
        said,
        block.weight,
        block.size,
        align="centre",
        left=pen.margin + PADDING,
        room=pen.width - 2 * PADDING,
        most=block.lines,
        balance=True,
    )
    pen.y += PADDING - 2
    pen.marks.append(Box(pen.margin, top, pen.width, pen.y - top, radius=10, line=3))
    return True


def documents(pen: Pen, block: Block, words: SlipWords) -> bool:
    """What to bring: an empty box to tick before each line."""
    if not words.documents:
        return False
    tick = round(block.size * 0.72)
    indent = tick + 14
    for number, line in enumerate(words.documents):
        pen.y += 8 if number else 0
        middle = pen.y + round(block.size * 0.66)
        pen.marks.append(Box(pen.margin, middle - tick // 2, tick, tick, radius=3, line=2))
        left, room = pen.margin + indent, pen.width - indent
        pen.write(
            line,
            block.weight,
            block.size,
            left=left,
            room=room,
            most=block.lines,
            balance=block.balance,
        )
    return True


def rule(pen: Pen, block: Block, _words: SlipWords) -> bool:
    """A line across the paper."""
    height = max(1, block.height)
    pen.marks.append(Box(pen.margin, pen.y, pen.width, height))
    pen.y += height
    return True


def space(pen: Pen, block: Block, _words: SlipWords) -> bool:
    """Free paper."""
    pen.y += block.height
    return True
