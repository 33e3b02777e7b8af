"""A slip as one page of PDF: vector text in embedded fonts, the QR as a path."""

import io
import math
from dataclasses import dataclass, replace

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from layso_assets.languages import LANGUAGES
from layso_printing.page import Faces, SlipLayout, compose, load_layout, open_faces
from layso_printing.page.marks import Page
from layso_printing.pdf.ink import Ink, fonts_for
from layso_printing.slip import TicketSlip, words_of

DOT = 72 / 203
"""Points in one dot of the layouts."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper in points; `height` 0 is a roll, cut where the slip ends; `layout` is its usual one."""

    width: float
    height: float
    margin: float
    layout: str


SHEETS = {
    "a6": Sheet(105 * mm, 148 * mm, 7 * mm, "slip-a6"),
    "80mm": Sheet(80 * mm, 0, 4 * mm, "slip-80"),
}


def slip_pdf(
    slip: TicketSlip,
    sheet: str = "a6",
    layout: SlipLayout | None = None,
    faces: Faces | None = None,
) -> bytes:
    """Return `slip` as a PDF of one page on "a6" or "80mm"; a long slip is drawn smaller on A6,
    all but its number.

    A language whose letters must be shaped (Khmer) is on paper and on screen only: such a slip
    reads Vietnamese.

    Raises KeyError for a sheet that is not in SHEETS.
    """
    paper = SHEETS[sheet]
    if slip.language not in LANGUAGES:
        slip = replace(slip, language=LANGUAGES[0])
    layout, faces = layout or load_layout(paper.layout), faces or open_faces()
    words = words_of(slip)
    page = compose(words, layout, faces)
    scale, height = _fit(page, paper)
    if paper.height and scale < DOT:
        page = compose(words, _raised(layout, page.height, scale), faces)
        scale, height = _fit(page, paper)
    out = io.BytesIO()
    fonts = fonts_for(page)
    canvas = Canvas(out, pagesize=(paper.width, height), invariant=1, lang=slip.language)
    canvas.setTitle(slip.number)
    canvas.setAuthor("Lấy Số")
    canvas.translate((paper.width - page.width * scale) / 2, height - paper.margin)
    canvas.scale(scale, scale)
    Ink(canvas, fonts).draw(page)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _raised(layout: SlipLayout, height: int, scale: float) -> SlipLayout:
    """Let the number stay as high on paper as asked, though a slip of `height` dots is shrunk."""
    asked = sum(one.height for one in layout.blocks if one.kind == "number")
    room = height * scale / DOT  # dots of the sheet
    times = (height - asked) / max(1.0, room - asked)
    blocks = (
        replace(one, height=math.ceil(one.height * times)) if one.kind == "number" else one
        for one in layout.blocks
    )
    return replace(layout, blocks=tuple(blocks))


def _fit(page: Page, paper: Sheet) -> tuple[float, float]:
    """Return points a dot, and the height of the sheet in points."""
    scale = min(DOT, (paper.width - 2 * paper.margin) / page.width)
    if not paper.height:
        return scale, page.height * scale + 2 * paper.margin
    return min(scale, (paper.height - 2 * paper.margin) / page.height), paper.height
