"""Where the next block goes: the growing page."""

from dataclasses import dataclass, field

from layso_printing.page.faces import Faces
from layso_printing.page.lines import wrap
from layso_printing.page.marks import Mark, Run

LEADING = 1.26
"""Line height as a share of the size: stacked Vietnamese accents never touch the line above."""

ASCENT = 0.98
"""From the top of a line to its baseline, as a share of the size."""


@dataclass
class Pen:
    """Collects marks; `y` is the first free row, in dots."""

    faces: Faces
    columns: int
    margin: int
    y: int
    openers: tuple[str, ...] = ()
    """Words of the slip's language before which a title breaks well."""
    marks: list[Mark] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Dots between the margins."""
        return self.columns - 2 * self.margin

    def place(self, align: str, width: int, left: int, room: int) -> int:
        """Return the x of something `width` wide in `room` dots that begin at `left`."""
        spare = room - width
        return left + {"left": 0, "centre": spare // 2, "right": spare}[align]

    def write(
        self,
        text: str,
        weight: str,
        size: int,
        *,
        align: str = "left",
        left: int | None = None,
        room: int | None = None,
        most: int = 4,
        balance: bool = False,
        white: bool = False,
        grain: int = 1,
    ) -> int:
        """Write `text` in lines from `y` down and return the number of lines; `y` moves on."""
        start = self.margin if left is None else left
        space = self.width if room is None else room
        leading = round(size * LEADING)
        leading += leading % grain
        lines = wrap(self.faces, weight, size, text, space, most, balance, self.openers)
        for line in lines:
            x = self.place(align, self.faces.width(weight, size, line), start, space)
            baseline = self.y + round(size * ASCENT)
            self.marks.append(Run(x, baseline, line, weight, size, white, grain))
            self.y += leading
        return len(lines)
