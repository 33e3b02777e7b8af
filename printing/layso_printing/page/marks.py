"""What stands where on a slip, in dots from its top left corner: the same for paper and PDF."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A run of letters on a baseline."""

    x: int
    baseline: int
    text: str
    weight: str
    size: int
    white: bool = False
    """White letters, on a filled box."""
    grain: int = 1
    """Rows drawn alike, counted from the baseline: 2 halves what is sent."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: filled, or drawn as a line of `line` dots."""

    x: int
    y: int
    width: int
    height: int
    radius: int = 0
    line: int = 0
    """0 fills the box."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The number: letters of one height, each with its own place, squeezed together in width.

    `glyphs` are (letter, x of its ink in unsqueezed dots from the left of the figure).
    """

    x: int
    y: int
    width: int
    height: int
    glyphs: tuple[tuple[str, int], ...]
    natural: int
    """Width in dots before squeezing."""
    weight: str
    size: int
    grain: tuple[int, int]
    """Dots drawn alike (across, down): what a printer can repeat by itself."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: rows of dark (True) and light modules, `module` dots each."""

    x: int
    y: int
    module: int
    rows: tuple[tuple[bool, ...], ...]
    native: str = ""
    """What the printer itself is to draw here, by its own command; empty: we draw."""

    @property
    def size(self) -> int:
        """Dots along one side, without the quiet zone."""
        return len(self.rows) * self.module


@dataclass(frozen=True, slots=True)
class Letters:
    """A centred line in the printer's own letters, each cell repeated `across` and `down`.

    Only what ticket numbers, dates and times are made of: no text that a person wrote.
    """

    y: int
    text: str
    across: int
    down: int

    @property
    def width(self) -> int:
        """Dots of the line."""
        return CELL[0] * self.across * len(self.text)

    @property
    def height(self) -> int:
        """Dots of the line."""
        return CELL[1] * self.down


CELL = (12, 24)
"""Dots of one letter in font A of every ESC/POS printer, not enlarged."""

Mark = Run | Box | Figure | Code | Letters


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out slip: `width` and `height` in dots."""

    width: int
    height: int
    marks: tuple[Mark, ...]
