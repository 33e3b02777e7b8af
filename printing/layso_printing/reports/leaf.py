"""The frame of every page: running head, foot with page numbers, and how many there are."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from layso_assets.languages import Texts
from layso_printing.reports.look import Look, font

PAPERS = {"a4": A4, "a3": A3, "a4-wide": landscape(A4), "a3-wide": landscape(A3)}
SIDE, TOP, FOOT = 18 * mm, 16 * mm, 20 * mm


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands around the content of each page."""

    title: str
    about: str
    """Beside the title in the running head from the second page on, such as the date."""
    footer: str
    language: str
    paper: str = "a4"
    zoom: float = 1.0
    """Everything is drawn so many times as large: √2 makes an A4 notice fill A3."""
    numbered: bool = True
    """Whether a single page says "1/1"."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper in points before zooming."""
        wide, high = PAPERS[self.paper]
        return float(wide) / self.zoom, float(high) / self.zoom

    @property
    def width(self) -> float:
        """Points between the side margins."""
        return float(self.size[0] - 2 * SIDE)


def build(leaf: Leaf, look: Look, story: Sequence[Any]) -> bytes:
    """Return the PDF; the same content gives the same bytes."""
    out = io.BytesIO()
    high = leaf.size[1]
    made = BaseDocTemplate(
        out,
        pagesize=PAPERS[leaf.paper],
        title=f"{leaf.title} · {leaf.about}" if leaf.about else leaf.title,
        author="Lấy Số",
        lang=leaf.language,
        invariant=1,
        displayDocTitle=1,
    )
    first = Frame(SIDE, FOOT, leaf.width, high - TOP - FOOT, 0, 0, 0, 0)
    later = Frame(SIDE, FOOT, leaf.width, high - TOP - FOOT - 9 * mm, 0, 0, 0, 0)
    made.addPageTemplates(
        [
            PageTemplate(
                "first",
                [first],
                onPage=lambda canvas, _: canvas.scale(leaf.zoom, leaf.zoom),
                autoNextPageTemplate="later",
            ),
            PageTemplate("later", [later], onPage=lambda canvas, _: _head(canvas, leaf, look)),
        ]
    )
    made.build(list(story), canvasmaker=lambda *a, **k: _Numbered(leaf, look, *a, **k))
    return out.getvalue()


class _Numbered(Canvas):  # type: ignore[misc] # the library has no types
    """Keeps every page until the last is known, then writes "1/3" on each."""

    def __init__(self, leaf: Leaf, look: Look, *more: Any, **named: Any) -> None:
        super().__init__(*more, **named)
        self._leaf, self._look = leaf, look
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self._pages, start=1):
            self.__dict__.update(page)
            _foot(self, self._leaf, self._look, number, len(self._pages))
            super().showPage()
        super().save()


def _head(canvas: Any, leaf: Leaf, look: Look) -> None:
    high = leaf.size[1]
    canvas.scale(leaf.zoom, leaf.zoom)
    canvas.saveState()
    canvas.setFillColor(look.colours.quiet)
    canvas.setFont(font("SemiBold"), 8.5)
    canvas.drawString(SIDE, high - TOP - 3 * mm, leaf.title)
    canvas.setFont(font("Regular"), 8.5)
    canvas.drawRightString(SIDE + leaf.width, high - TOP - 3 * mm, leaf.about)
    canvas.setStrokeColor(look.colours.line)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, high - TOP - 5 * mm, SIDE + leaf.width, high - TOP - 5 * mm)
    canvas.restoreState()


def _foot(canvas: Any, leaf: Leaf, look: Look, number: int, pages: int) -> None:
    canvas.saveState()
    canvas.setStrokeColor(look.colours.line)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, FOOT - 5 * mm, SIDE + leaf.width, FOOT - 5 * mm)
    canvas.setFillColor(look.colours.quiet)
    page = ""
    if leaf.numbered or pages > 1:
        page = Texts(leaf.language).say("paper.page.of", page=number, pages=pages)
    canvas.setFont(font("Regular"), 8)
    canvas.drawRightString(SIDE + leaf.width, FOOT - 9.5 * mm, page)
    room = leaf.width - canvas.stringWidth(page, font("Regular"), 8) - 6 * mm
    line = look.text(leaf.footer, size=8, colour=look.colours.quiet)
    _, height = line.wrap(room, 12 * mm)
    line.drawOn(canvas, SIDE, FOOT - 6.4 * mm - min(height, 12 * mm))
    canvas.restoreState()
