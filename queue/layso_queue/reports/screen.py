"""A table of texts and figures for the terminal: texts to the left, figures to the right."""

from collections.abc import Sequence

LONGEST = 34
"""Letters of one cell; what is longer is cut with an ellipsis."""


def on_lines(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the rows under their head, with a line between."""
    cut = [[_short(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[i]) for row in cut) for i in range(len(head))]
    right = [all(_is_figure(row[i]) for row in cut[1:]) for i in range(len(head))]
    lines = [_line(row, widths, right) for row in cut]
    return "\n".join([lines[0], "─" * (sum(widths) + 2 * (len(widths) - 1)), *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    cells = (
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(row, widths, right, strict=True)
    )
    return "  ".join(cells).rstrip()


def _is_figure(cell: str) -> bool:
    return cell.removesuffix(" %").replace(",", "").replace(".", "").isdecimal() or cell == "–"


def _short(cell: str) -> str:
    return cell if len(cell) <= LONGEST else cell[: LONGEST - 1].rstrip() + "…"
