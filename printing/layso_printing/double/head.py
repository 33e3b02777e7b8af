"""The double's print head: how the next line is written, and the dots it sets on the paper."""

from PIL import Image, ImageChops

from layso_printing.double.paper import Paper
from layso_printing.double.symbol import Symbol
from layso_printing.double.tokens import Token

DPI = 203
_LINE = 30
"""Dots of one line feed until ESC 3 says otherwise."""


class Head:
    """Writes and draws on a paper as the commands say."""

    def __init__(self, paper: Paper) -> None:
        """Begin as a printer that was just switched on."""
        self._paper = paper
        self._symbol = Symbol()
        self.reset()

    def reset(self) -> None:
        """Forget every setting, and what was collected for the line."""
        self._place = self._shift = 0
        self._across = self._down = 1
        self._bold = False
        self._unit = DPI
        self._spacing = _LINE
        self._text = ""

    def drop(self) -> None:
        """Forget what was collected for the line: the power has gone."""
        self._text = ""

    def flush(self) -> int:
        """Print the line that was collected; return the dots it took."""
        text, self._text = self._text, ""
        if not text:
            return 0
        at = self._paper.y
        self._paper.print_line(text, self._place, self._across, self._down, self._bold)
        return self._paper.y - at

    def feed(self, units: int) -> None:
        """Feed so many motion units."""
        self._paper.feed(round(units * DPI / self._unit))

    def do(self, token: Token) -> bool:
        """Do a command of writing or drawing; False for one that is not known."""
        one = token.arguments[:1]
        match token.name:
            case b"text":
                self._text += token.data.decode("ascii", "replace")
            case b"\n":
                self._paper.feed(max(0, self._spacing - self.flush()))
            case b"\r" | b"\0" | b"\t" | b"\x1bM" | b"\x1b-" | b"\x1bt":
                pass
            case b"\x1b2":
                self._spacing = _LINE
            case b"\x1b3":
                self._spacing = round(one[0] * DPI / self._unit)
            case b"\x1b@":
                self.reset()
            case b"\x1bJ":
                self.flush()
                self.feed(one[0])
            case b"\x1bd":
                self.flush()
                self._paper.feed(one[0] * self._spacing)
            case b"\x1ba":
                self._place = one[0] % 48 if one[0] % 48 in (0, 1, 2) else 0
            case b"\x1b!":
                self._across, self._down = 1 + (one[0] >> 5 & 1), 1 + (one[0] >> 4 & 1)
                self._bold = bool(one[0] & 8)
            case b"\x1bE":
                self._bold = bool(one[0] & 1)
            case b"\x1d!":
                self._across, self._down = 1 + (one[0] >> 4 & 7), 1 + (one[0] & 7)
            case b"\x1dL":
                self._shift = int.from_bytes(token.arguments, "little")
            case b"\x1dP":
                self._unit = token.arguments[1] or DPI
            case b"\x1dv":
                return self._raster(token)
            case b"\x1d(k":
                return self._code(token)
            case _:
                return False
        return True

    def _raster(self, token: Token) -> bool:
        mode = token.arguments[1] & 3
        width = int.from_bytes(token.arguments[2:4], "little")
        rows = int.from_bytes(token.arguments[4:6], "little")
        if token.arguments[0] != 0x30 or not token.data:
            return False
        ink = Image.frombytes("1", (width * 8, rows), token.data)
        size = (ink.width * (1 + (mode & 1)), ink.height * (1 + (mode >> 1)))
        dots = (
            ImageChops.invert(ink.convert("L")).convert("1").resize(size, Image.Resampling.NEAREST)
        )
        self._paper.print_image(dots, self._place, self._shift)
        return True

    def _code(self, token: Token) -> bool:
        drawn = self._symbol.order(token.data)
        if isinstance(drawn, Image.Image):
            self._paper.print_image(drawn, self._place, self._shift)
            return True
        return bool(drawn)
