"""The poster with the booking code: one page, read in passing, scanned from two metres."""

import io
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from layso_assets.languages import Texts
from layso_printing.page.faces import Faces
from layso_printing.page.lines import wrap
from layso_printing.reports.leaf import PAPERS
from layso_printing.reports.look import Look, font
from layso_printing.reports.notice import ZOOM
from layso_printing.reports.qr_code import draw_code
from layso_printing.slip.clean import clean

_SIDE = 18 * mm
_CODE = 88 * mm
_FRAME = 11 * mm
"""White around the code, four modules and more."""


@dataclass(frozen=True, slots=True)
class PosterFacts:
    """A center and the address of its booking page."""

    center: str
    url: str


def poster_pdf(facts: PosterFacts, language: str = "vi", paper: str = "a4") -> bytes:
    """Return the poster on "a4" or "a3"; raise KeyError for other paper.

    Raises ValueError when a text is so long that the page cannot hold it.
    """
    zoom, look, texts = ZOOM[paper], Look(), Texts(language)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=PAPERS[paper], invariant=1, lang=language)
    canvas.setTitle(f"{texts.say('paper.poster.title')} · {clean(facts.center)}")
    canvas.setAuthor("Lấy Số")
    canvas.scale(zoom, zoom)
    wide, high = A4
    y = _band(canvas, look, facts, texts, wide, high)
    y = _code(canvas, look, facts, y, wide)
    y = _steps(canvas, look, texts, y, wide)
    _foot(canvas, look, texts, y, wide)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _put(canvas: Any, text: Any, x: float, y: float, room: float) -> float:
    """Draw a paragraph below `y`; return where the next may begin."""
    _, height = text.wrap(room, 1000)
    text.drawOn(canvas, x, y - height)
    return float(y - height)


def _band(
    canvas: Any, look: Look, facts: PosterFacts, texts: Texts, wide: float, high: float
) -> float:
    faces, room = Faces(), round(wide - 2 * _SIDE)
    center = look.text(facts.center, "SemiBold", 15, colour=white)
    lines = [
        look.text(line, "ExtraBold", 36, colour=white)
        for line in wrap(faces, "ExtraBold", 36, texts.say("paper.poster.title"), room, 4, True)
    ]
    band = sum(one.wrap(room, 1000)[1] for one in (center, *lines)) + 30 * mm
    canvas.setFillColor(look.colours.accent)
    canvas.rect(0, high - band, wide, band, stroke=0, fill=1)
    y = _put(canvas, center, _SIDE, high - 13 * mm, room) - 4 * mm
    for line in lines:
        y = _put(canvas, line, _SIDE, y, room)
    return float(high - band)


def _code(canvas: Any, look: Look, facts: PosterFacts, y: float, wide: float) -> float:
    side = _CODE + 2 * _FRAME
    x, y = (wide - side) / 2, y - 9 * mm - side
    canvas.setStrokeColor(look.colours.accent)
    canvas.setLineWidth(2.2)
    canvas.roundRect(x, y, side, side, 6 * mm, stroke=1, fill=0)
    draw_code(canvas, facts.url, x + _FRAME, y + _FRAME, _CODE)
    address = look.text(facts.url, "Medium", 13, align="centre")
    return _put(canvas, address, _SIDE, y - 4 * mm, wide - 2 * _SIDE)


def _steps(canvas: Any, look: Look, texts: Texts, y: float, wide: float) -> float:
    faces = Faces()
    column = (wide - 2 * _SIDE - 2 * 6 * mm) / 3
    lowest, top = y, y - 9 * mm
    for order in range(3):
        x = _SIDE + order * (column + 6 * mm)
        canvas.setFillColor(look.colours.accent)
        canvas.circle(x + 5 * mm, top - 5 * mm, 5 * mm, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.setFont(font("Bold"), 15)
        canvas.drawCentredString(x + 5 * mm, top - 5 * mm - 5.3, str(order + 1))
        said, under = texts.say(f"paper.poster.step{order + 1}"), top - 12.5 * mm
        for line in wrap(faces, "SemiBold", 14, said, round(column), 6, True):
            under = _put(canvas, look.text(line, "SemiBold", 14), x, under, column + 2)
        lowest = min(lowest, under)
    return lowest


def _foot(canvas: Any, look: Look, texts: Texts, y: float, wide: float) -> None:
    words = look.text(texts.say("paper.poster.without"), "Regular", 12, colour=look.colours.quiet)
    _, height = words.wrap(wide - 2 * _SIDE, 1000)
    bottom = 14 * mm
    if y - 6 * mm < bottom + height:
        raise ValueError("the poster's texts do not fit on its page")
    canvas.setStrokeColor(look.colours.line)
    canvas.setLineWidth(0.7)
    canvas.line(_SIDE, bottom + height + 3 * mm, wide - _SIDE, bottom + height + 3 * mm)
    words.drawOn(canvas, _SIDE, bottom)
