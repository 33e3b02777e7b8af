"""Facts: label over value side by side where they fit, else one under the other."""

from layso_printing.page.layout import Block
from layso_printing.page.marks import Run
from layso_printing.page.pen import ASCENT, LEADING, Pen
from layso_printing.slip.words import Fact, SlipWords

LEAST_GAP = 22
"""Dots between two columns; closer ones are read as one."""


def facts(pen: Pen, block: Block, words: SlipWords) -> bool:
    """People ahead, minutes, counters."""
    if not words.facts:
        return False
    widths = [_width(pen, block, fact) for fact in words.facts]
    if sum(widths) + LEAST_GAP * (len(widths) - 1) <= pen.width:
        _columns(pen, block, words.facts, widths)
    else:
        _rows(pen, block, words.facts)
    return True


def _width(pen: Pen, block: Block, fact: Fact) -> int:
    return max(
        pen.faces.width("Regular", block.label, fact.label),
        pen.faces.width(block.weight, block.size, fact.value),
    )


def _columns(pen: Pen, block: Block, shown: tuple[Fact, ...], widths: list[int]) -> None:
    """Equal gaps; a single fact stands in the middle, two or more fill the width."""
    gap = (pen.width - sum(widths)) // (len(widths) + 1)
    label_line = pen.y + round(block.label * ASCENT)
    value_line = pen.y + round(block.label * LEADING) + round(block.size * ASCENT)
    x = pen.margin + gap
    for fact, width in zip(shown, widths, strict=True):
        label = pen.place("centre", pen.faces.width("Regular", block.label, fact.label), x, width)
        value_width = pen.faces.width(block.weight, block.size, fact.value)
        value = pen.place("centre", value_width, x, width)
        pen.marks.append(Run(label, label_line, fact.label, "Regular", block.label))
        grain = min(block.grain, 2)
        run = Run(value, value_line, fact.value, block.weight, block.size, grain=grain)
        pen.marks.append(run)
        x += width + gap
    pen.y += round(block.label * LEADING) + round(block.size * LEADING)


def _rows(pen: Pen, block: Block, shown: tuple[Fact, ...]) -> None:
    """Label left, value right on the same baseline; a long value goes on below."""
    for number, fact in enumerate(shown):
        pen.y += 6 if number else 0
        label_width = pen.faces.width("Regular", block.label, fact.label)
        baseline = pen.y + round(block.size * ASCENT)
        pen.marks.append(Run(pen.margin, baseline, fact.label, "Regular", block.label))
        used = label_width + LEAST_GAP
        left, room = pen.margin + used, pen.width - used
        pen.write(fact.value, block.weight, block.size, align="right", left=left, room=room, most=3)
