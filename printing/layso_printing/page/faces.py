"""The fonts of a slip, opened once per program and kept in an object."""

from PIL import Image, ImageDraw, ImageFont

from layso_assets import files

_MOST_KEPT = 600
"""Drawn runs kept: the lines that stand on every slip are drawn once a day."""

FAMILY = "BeVietnamPro"


class Faces:
    """Fonts by weight and size in dots. Not for two threads at once: a printer owns one."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}
        self._advances: dict[tuple[str, int], dict[str, float]] = {}
        self._drawn: dict[tuple[str, int, str], tuple[Image.Image, int, int]] = {}

    def get(self, weight: str, size: int) -> ImageFont.FreeTypeFont:
        """Return the font; raise AssetMissing for a weight that is not shipped."""
        key = (weight, size)
        if key not in self._open:
            file = files.path("fonts", f"{FAMILY}-{weight}.ttf")
            self._open[key] = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
        return self._open[key]

    def width(self, weight: str, size: int, text: str) -> int:
        """Return the advance of `text` in dots: the sum of its letters', as they are drawn."""
        known = self._advances.get((weight, size))
        if known is None:
            known = self._advances[weight, size] = {}
        for letter in text:
            if letter not in known:
                known[letter] = self.get(weight, size).getlength(letter)
        return round(sum([known[letter] for letter in text]))

    def ink(self, weight: str, size: int, letter: str) -> tuple[int, int, int, int]:
        """Return the ink box (left, top, right, bottom) of `letter` from its baseline origin."""
        left, top, right, bottom = self.get(weight, size).getbbox(letter, anchor="ls")
        return round(left), round(top), round(right), round(bottom)

    def drawn(self, weight: str, size: int, text: str) -> tuple[Image.Image, int, int]:
        """Return `text` as a grey mask (255 is ink), and where its corner is from the origin."""
        key = (weight, size, text)
        known = self._drawn.pop(key, None)
        if known is None:
            if len(self._drawn) >= _MOST_KEPT:
                del self._drawn[next(iter(self._drawn))]
            left, top, right, bottom = self.ink(weight, size, text)
            mask = Image.new("L", (max(1, right - left), max(1, bottom - top)), 0)
            font = self.get(weight, size)
            ImageDraw.Draw(mask).text((-left, -top), text, font=font, fill=255, anchor="ls")
            known = (mask, left, top)
        self._drawn[key] = known  # the last used goes to the end, the first is let go
        return known


def open_faces() -> Faces:
    """Open the fonts of the product; files are read when a size is first asked for."""
    return Faces()
