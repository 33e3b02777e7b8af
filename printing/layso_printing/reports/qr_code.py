"""A QR code on a page: one path of squares, sharp at any size."""

from typing import Any

from qrcode.constants import ERROR_CORRECT_M
from reportlab.platypus import Flowable

from layso_printing.page.code import qr_rows

_SEAM = 0.012
"""Share of a module by which it overlaps the next: viewers else show hair lines."""


def draw_code(canvas: Any, url: str, x: float, y: float, side: float) -> None:
    """Draw the code of `url` in a square of `side` points with its lower left corner at x, y.

    Black on whatever is there; the caller leaves four modules of white around.
    """
    rows = qr_rows(url, ERROR_CORRECT_M)
    module = side / len(rows)
    path = canvas.beginPath()
    for line, modules in enumerate(rows):
        for column, dark in enumerate(modules):
            if dark:
                low = y + side - (line + 1) * module
                grown = module * (1 + _SEAM)
                path.rect(x + column * module, low - module * _SEAM, grown, grown)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)


class QrCode(Flowable):  # type: ignore[misc] # the library has no types
    """A code among paragraphs, `side` points wide and high."""

    def __init__(self, url: str, side: float) -> None:
        super().__init__()
        self._url = url
        self.width = self.height = side

    def draw(self) -> None:
        draw_code(self.canv, self._url, 0, 0, self.width)
