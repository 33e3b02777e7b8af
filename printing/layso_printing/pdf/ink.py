"""Draw the marks of a page on a PDF canvas whose unit is one dot and whose y grows upwards."""

from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from layso_assets import files
from layso_printing.page.faces import FAMILY, Faces
from layso_printing.page.marks import Box, Code, Figure, Page, Run

_SEAM = 0.15
"""Dots by which a module overlaps the next: viewers else show hair lines between them."""


def fonts_for(page: Page) -> dict[str, str]:
    """Make the fonts of `page` known to reportlab and return their names by weight."""
    weights = {mark.weight for mark in page.marks if isinstance(mark, Run | Figure)}
    names = {weight: f"{FAMILY}-{weight}" for weight in sorted(weights)}
    known = set(pdfmetrics.getRegisteredFontNames())
    for name in names.values():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(files.path("fonts", f"{name}.ttf"))))
    return names


class Ink:
    """One page's worth of drawing."""

    def __init__(self, canvas: Any, fonts: Mapping[str, str]) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._faces = Faces()

    def draw(self, page: Page) -> None:
        """Draw every mark."""
        for mark in page.marks:
            match mark:
                case Run():
                    self._run(mark)
                case Box():
                    self._box(mark)
                case Figure():
                    self._figure(mark)
                case Code():
                    self._code(mark)

    def _run(self, run: Run) -> None:
        self._canvas.setFillGray(1 if run.white else 0)
        self._canvas.setFont(self._fonts[run.weight], run.size)
        self._canvas.drawString(run.x, -run.baseline, run.text)
        self._canvas.setFillGray(0)

    def _box(self, box: Box) -> None:
        inset = box.line / 2
        self._canvas.setLineWidth(box.line)
        self._canvas.roundRect(
            box.x + inset,
            -(box.y + box.height) + inset,
            box.width - box.line,
            box.height - box.line,
            max(0.0, box.radius - inset),
            stroke=1 if box.line else 0,
            fill=0 if box.line else 1,
        )

    def _figure(self, figure: Figure) -> None:
        squeeze = figure.width / figure.natural
        inks = [self._faces.ink(figure.weight, figure.size, one) for one, _ in figure.glyphs]
        baseline = figure.y - min(top for _, top, _, _ in inks)
        self._canvas.saveState()  # PDF keeps a text's squeeze for all text after it
        for (letter, x), (left, _, _, _) in zip(figure.glyphs, inks, strict=True):
            text = self._canvas.beginText(figure.x + (x - left) * squeeze, -baseline)
            text.setFont(self._fonts[figure.weight], figure.size)
            text.setHorizScale(squeeze * 100)
            text.textOut(letter)
            self._canvas.drawText(text)
        self._canvas.restoreState()

    def _code(self, code: Code) -> None:
        path = self._canvas.beginPath()
        size = code.module + _SEAM
        for row, modules in enumerate(code.rows):
            for column, dark in enumerate(modules):
                if dark:
                    x, y = code.x + column * code.module, code.y + (row + 1) * code.module
                    path.rect(x, -y - _SEAM, size, size)
        self._canvas.drawPath(path, stroke=0, fill=1)
