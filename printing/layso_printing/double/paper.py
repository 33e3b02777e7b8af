"""The double's paper: dots at positions, until the knife falls."""

from PIL import Image, ImageDraw, ImageFont

MOST_ROWS = 20_000
"""2.5 m of paper in one slip: what runs on is cut off."""

_CELL, _LINE = 12, 24
"""Dots of one letter in the printer's own font A."""


class Paper:
    """A roll `columns` dots wide; ink is 0, paper 255."""

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self._roll = Image.new("1", (columns, 400), 255)
        self._font = ImageFont.load_default(20)
        self.y = 0
        self.inked = False
        """Whether anything was printed since the last cut."""

    def feed(self, rows: int) -> None:
        """Move the paper on."""
        self.y = min(self.y + rows, MOST_ROWS)

    def print_image(self, dots: Image.Image, place: int, shift: int) -> None:
        """Print ink where `dots` (mode "1") is 0: left 0, centre 1 or right 2, plus `shift`."""
        room = self.columns - shift
        spare = room - dots.width
        x = shift + (0, max(0, spare // 2), max(0, spare))[place]
        self._need(self.y + dots.height)
        self._roll.paste(dots, (x, self.y))
        self.inked = True
        self.feed(dots.height)

    def print_line(self, text: str, place: int, across: int, down: int, bold: bool) -> None:
        """Print a line of the printer's own letters; what is too long is cut off."""
        cell = Image.new("1", (_CELL * max(1, len(text)), _LINE), 255)
        pen = ImageDraw.Draw(cell)
        for order, letter in enumerate(text):
            pen.text((order * _CELL, 0), letter, font=self._font, fill=0)
            if bold:
                pen.text((order * _CELL + 1, 0), letter, font=self._font, fill=0)
        size = (cell.width * across, cell.height * down)
        line = cell.resize(size, Image.Resampling.NEAREST)
        self.print_image(line.crop((0, 0, min(line.width, self.columns), line.height)), place, 0)

    def cut(self) -> Image.Image:
        """Return the slip and begin a new one."""
        self._need(self.y)
        slip = self._roll.crop((0, 0, self.columns, max(1, self.y)))
        self._roll = Image.new("1", (self.columns, 400), 255)
        self.y = 0
        self.inked = False
        return slip

    def _need(self, rows: int) -> None:
        if rows <= self._roll.height:
            return
        taller = Image.new(
            "1", (self.columns, min(max(rows, 2 * self._roll.height), MOST_ROWS)), 255
        )
        taller.paste(self._roll, (0, 0))
        self._roll = taller
