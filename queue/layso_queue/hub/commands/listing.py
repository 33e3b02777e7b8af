"""Lists for people: columns that stand under each other."""

from collections.abc import Sequence

from layso_assets.languages import Texts
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.times import local


def listed(texts: Texts, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Said:
    """Say rows under their heads, which are keys hub.command.list_...; or that there are none."""
    if not rows:
        return Said(0, (texts.say("hub.command.list_none"),))
    table = [[texts.say(f"hub.command.list_{head}") for head in heads], *map(list, rows)]
    widths = [max(len(row[n]) for row in table) for n in range(len(heads))]
    lines = (
        "  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)) for row in table
    )
    return Said(0, tuple(line.rstrip() for line in lines))


def moment(texts: Texts, at: int | None) -> str:
    """Say a time in ms; None: never."""
    return texts.say("hub.command.never") if at is None else f"{local(at):%d/%m/%Y %H:%M}"


def removed(at: int | None) -> str:
    """Say since when something is no longer good; "" while it is."""
    return "" if at is None else f"{local(at):%d/%m/%Y %H:%M}"
