"""The day's fairness sheet as PDF: figures, calls by reason, exceptions, who was overtaken."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak

from layso_printing.reports.sheet import Figure, Sheet
from layso_printing.reports.tables import Column

REASONS = ((5, "left"), (1, "right"), (1, "right"))
EXCEPTIONS = (
    (1.1, "left"), (1.2, "left"), (1, "centre"), (4.2, "left"),
    (1.4, "left"), (4.4, "left"), (1.6, "right"),
)  # fmt: skip
OVERTAKEN = (
    (1.3, "left"), (1.5, "right"), (1.7, "right"),
    (1.5, "right"), (1.8, "right"), (1.8, "right"),
)  # fmt: skip
HEADED = 45 * mm
"""Room that a heading wants for itself and the first rows; else it goes to the next page."""


@dataclass(frozen=True, slots=True)
class FairTable:
    """A table in the reader's language; `empty` is said without rows, `note` below them."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    empty: str
    note: str = ""


def fairness_pdf(
    *,
    title: str,
    heading: str,
    about: str,
    footer: str,
    language: str,
    figures: Sequence[tuple[str, str]],
    verdict: str,
    explained: str,
    reasons: FairTable,
    exceptions: FairTable,
    overtaken: FairTable,
) -> bytes:
    """Return the sheet on A4 pages; every text comes ready in the reader's language.

    The tables have 3, 7 and 6 columns; raises ValueError for others.
    """
    sheet = Sheet(title, language=language, heading=heading, about=about, footer=footer)
    sheet.figures([Figure(value, name) for value, name in figures])
    sheet.paragraph(verdict)
    for table, widths in (
        (reasons, REASONS),
        (exceptions, EXCEPTIONS),
        (overtaken, OVERTAKEN),
    ):
        _heading(sheet, table.title)
        sheet.table(_columns(table.head, widths), table.rows, empty=table.empty)
        if table.note:
            sheet.paragraph(table.note, quiet=True)
    sheet.paragraph(explained, quiet=True)
    return sheet.pdf()


def _heading(sheet: Sheet, text: str) -> None:
    """Set a heading that its table follows even when that goes on over pages."""
    sheet.story.append(CondPageBreak(HEADED))
    sheet.story.append(sheet.look.text(text, "Bold", 13, before=12, after=5))


def _columns(titles: Sequence[str], widths: Sequence[tuple[float, str]]) -> list[Column]:
    return [
        Column(title, share, align, strong=order == 0)
        for order, (title, (share, align)) in enumerate(zip(titles, widths, strict=True))
    ]
