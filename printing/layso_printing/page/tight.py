"""The same layout with less ink, for slips that would take too long on their way."""

from dataclasses import replace

from layso_printing.page.layout import Block, SlipLayout

_LEAST = 21
"""Dots: smaller text is not read without glasses (7.5 points)."""

_LARGE = 28
"""From this size on, rows may be drawn in pairs without anybody seeing it."""

_WRITTEN = frozenset({"text", "frame", "list", "pill"})


def coarse(layout: SlipLayout) -> SlipLayout:
    """Return the layout with the number drawn in squares of two by two dots."""
    return replace(layout, blocks=tuple(map(_coarse, layout.blocks)))


def _coarse(block: Block) -> Block:
    return replace(block, grain=4) if block.kind == "number" else block


def tight(layout: SlipLayout) -> SlipLayout:
    """Return the layout with large letters in paired rows as well, and small ones smaller."""
    return replace(layout, blocks=tuple(_tight(block) for block in layout.blocks))


def _tight(block: Block) -> Block:
    if block.kind == "number":
        return _coarse(block)
    if block.size >= _LARGE and block.kind in ("text", "facts"):
        return replace(block, grain=2)
    if block.kind not in _WRITTEN:
        return block
    size = max(min(_LEAST, block.size), block.size - 3)
    lines = min(block.lines, 2) if block.kind == "list" else block.lines
    return replace(block, size=size, lines=lines)
