"""The fonts of a slip, opened once per program and kept in an object."""

from PIL import Image, ImageDraw, ImageFont, features

from layso_assets import files
from layso_printing.page.scripts import LATIN, pieces, weight_of

_MOST_KEPT = 600
"""Drawn runs kept: the lines that stand on every slip are drawn once a day."""

FAMILY = LATIN


class Faces:
    """Fonts by weight and size in dots. Not for two threads at once: a printer owns one."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, str, int], ImageFont.FreeTypeFont] = {}
        self._advances: dict[tuple[str, int], dict[str, float]] = {}
        self._inks: dict[tuple[str, int, str], tuple[int, int, int, int]] = {}
        self._drawn: dict[tuple[str, int, str], tuple[Image.Image, int, int]] = {}

    def get(self, weight: str, size: int, family: str = LATIN) -> ImageFont.FreeTypeFont:
        """Return the font; raise AssetMissing for a weight that is not shipped."""
        key = (family, weight, size)
        if key not in self._open:
            file = files.path("fonts", f"{family}-{weight_of(family, weight)}.ttf")
            shaped = family != LATIN and features.check("raqm")
            engine = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
            self._open[key] = ImageFont.truetype(file, size, layout_engine=engine)
        return self._open[key]

    def width(self, weight: str, size: int, text: str) -> int:
        """Return the advance of `text` in dots: the sum of its letters', as they are drawn.

        Letters that are shaped together (Khmer) are measured together.
        """
        known = self._advances.get((weight, size))
        if known is None:
            known = self._advances[weight, size] = {}
        total = 0.0
        for family, piece in pieces(text):
            for letter in piece if family == LATIN else (piece,):
                if letter not in known:
                    known[letter] = self.get(weight, size, family).getlength(letter)
                total += known[letter]
        return round(total)

    def ink(self, weight: str, size: int, letter: str) -> tuple[int, int, int, int]:
        """Return the ink box (left, top, right, bottom) of `letter` from its baseline origin."""
        key = (weight, size, letter)
        if len(letter) == 1 and key in self._inks:
            return self._inks[key]
        x, boxes = 0, []
        for family, piece in pieces(letter):
            found = self.get(weight, size, family).getbbox(piece, anchor="ls")
            left, top, right, bottom = (round(edge) for edge in found)
            boxes.append((left + x, top, right + x, bottom))
            x += self.width(weight, size, piece)
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        box = (min(lefts), min(tops), max(rights), max(bottoms))
        if len(letter) == 1:
            self._inks[key] = box
        return box

    def drawn(self, weight: str, size: int, text: str) -> tuple[Image.Image, int, int]:
        """Return `text` as a grey mask (255 is ink), and where its corner is from the origin."""
        key = (weight, size, text)
        known = self._drawn.pop(key, None)
        if known is None:
            if len(self._drawn) >= _MOST_KEPT:
                del self._drawn[next(iter(self._drawn))]
            left, top, right, bottom = self.ink(weight, size, text)
            mask = Image.new("L", (max(1, right - left), max(1, bottom - top)), 0)
            pen, x = ImageDraw.Draw(mask), -left
            for family, piece in pieces(text):
                font = self.get(weight, size, family)
                pen.text((x, -top), piece, font=font, fill=255, anchor="ls")
                x += self.width(weight, size, piece)
            known = (mask, left, top)
        self._drawn[key] = known  # the last used goes to the end, the first is let go
        return known


def open_faces() -> Faces:
    """Open the fonts of the product; files are read when a size is first asked for."""
    return Faces()
