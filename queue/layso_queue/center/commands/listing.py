"""Lists for people: columns that stand under each other."""

from collections.abc import Sequence

from layso_assets.languages import Texts
from layso_queue.center.commands.outcome import Said


def listed(texts: Texts, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Said:
    """Say rows under their heads, which are keys center.list.HEAD; or that there are none."""
    if not rows:
        return Said(0, (texts.say("center.list.none"),))
    table = [[texts.say(f"center.list.{head}") for head in heads], *map(list, rows)]
    widths = [max(len(row[n]) for row in table) for n in range(len(heads))]
    lines = (
        "  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)) for row in table
    )
    return Said(0, tuple(line.rstrip() for line in lines))
