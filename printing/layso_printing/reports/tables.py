"""Tables: wrapped cells, headings repeated on every page, and a total that stays with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import LongTable, Table, TableStyle

from layso_printing.reports.look import Look, with_units
from layso_printing.reports.qr_code import QrCode

_PAD = 1.3 * mm


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width, and "left", "centre" or "right"."""

    title: str
    share: float = 1.0
    align: str = "left"
    strong: bool = False
    """Printed in bold: the column that people look for."""


def table(
    look: Look,
    width: float,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    total: Sequence[str] = (),
    size: float = 9,
) -> Any:
    """Return a table as wide as `width` points.

    Raises ValueError when a row has not one cell a column.
    """
    for row in (*rows, *([total] if total else [])):
        if len(row) != len(columns):
            raise ValueError(f"{len(row)} cells for {len(columns)} columns: {row!r}")
    quiet = look.colours.quiet
    cells = [
        [look.text(one.title, "SemiBold", size, colour=quiet, align=one.align) for one in columns]
    ]
    cells += [_row(look, columns, row, size) for row in rows]
    if total:
        cells.append(_row(look, columns, total, size, "Bold"))
    whole = sum(one.share for one in columns)
    made = LongTable(
        cells,
        colWidths=[width * one.share / whole for one in columns],
        repeatRows=1,
        splitInRow=1,
        hAlign="LEFT",
    )
    made.setStyle(_style(look, bool(total)))
    return made


def table_beside_code(
    look: Look,
    width: float,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    size: float,
    url: str,
    words: Sequence[str],
) -> Any:
    """Return a short table and, to its right, the code of `url` with words: a heading first."""
    side, gap, quiet = 27 * mm, 8 * mm, 4.5 * mm
    left = width * 0.56
    right = width - left - gap - side
    first, *rest = words
    said = [look.text(first, "Bold", 11, after=2)]
    said += [look.text(text, size=9, after=1) for text in rest]
    cells = [[table(look, left, columns, rows, (), size), "", QrCode(url, side), said]]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("LEFTPADDING", (3, 0), (3, 0), quiet),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
    return Table(cells, colWidths=[left, gap, side, right], style=style, hAlign="LEFT")


def _row(
    look: Look, columns: Sequence[Column], row: Sequence[str], size: float, weight: str = ""
) -> list[Any]:
    return [
        look.text(
            said if one.align == "left" else with_units(said),
            weight or ("SemiBold" if one.strong else "Regular"),
            size,
            align=one.align,
        )
        for one, said in zip(columns, row, strict=True)
    ]


def _style(look: Look, total: bool) -> TableStyle:
    line, ink = look.colours.line, look.colours.ink
    orders: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), _PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PAD),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), _PAD),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _PAD + 1),
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, ink),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, line),
    ]
    if total:
        orders += [("LINEABOVE", (0, -1), (-1, -1), 0.9, ink), ("NOSPLIT", (0, -2), (-1, -1))]
    return TableStyle(orders)
