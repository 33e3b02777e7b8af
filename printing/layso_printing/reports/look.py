"""How reports look: fonts, colours and paragraph styles, made when a sheet is begun."""

import re
import tomllib
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

from layso_assets import files
from layso_printing.page.faces import FAMILY
from layso_printing.slip.clean import clean

ALIGNMENTS = {"left": TA_LEFT, "centre": TA_CENTER, "right": TA_RIGHT}
MOST_LETTERS = 4_000
"""Of one text; more is cut with an ellipsis."""

NO_BREAK = "\u00a0"
"""A space at which no line ends: between the words of a day's name, a figure and its unit."""

_UNIT = re.compile(r"(?<=\d) (?=\S)")

LEADING = 1.36
"""Line height as a share of the size: stacked Vietnamese accents need air."""


def with_units(said: str) -> str:
    """Return the text with each figure kept beside what it counts."""
    return _UNIT.sub(NO_BREAK, said)


def font(weight: str) -> str:
    """Return the PDF name of a shipped weight, made known to reportlab on first use."""
    name = f"{FAMILY}-{weight}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(files.path("fonts", f"{name}.ttf"))))
    return name


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of the light theme, as they print."""

    ink: Color
    quiet: Color
    line: Color
    accent: Color
    soft: Color
    good: Color
    warn: Color


def read_colours() -> Colours:
    """Read the colours of paper from the design tokens."""
    theme = tomllib.loads(files.path("tokens.toml").read_text("utf-8"))["themes"]["light"]
    names = ("ink", "quiet", "line", "accent", "accent_soft", "good", "warn")
    return Colours(*(HexColor(theme[name]) for name in names))


class Look:
    """Colours, and paragraphs in any weight, size and colour."""

    def __init__(self) -> None:
        self.colours = read_colours()

    def text(
        self,
        said: str,
        weight: str = "Regular",
        size: float = 10,
        *,
        colour: Color | None = None,
        align: str = "left",
        after: float = 0,
        before: float = 0,
        keep: bool = False,
    ) -> Paragraph:
        """Return a paragraph of plain text; sizes and spaces in points, `keep` with the next."""
        style = ParagraphStyle(
            f"{weight}-{size}-{align}",
            fontName=font(weight),
            fontSize=size,
            leading=size * LEADING,
            textColor=colour or self.colours.ink,
            alignment=ALIGNMENTS[align],
            spaceAfter=after,
            spaceBefore=before,
            keepWithNext=1 if keep else 0,
            splitLongWords=1,
            allowWidows=0,
            allowOrphans=0,
        )
        kept = NO_BREAK.join(clean(part, MOST_LETTERS) for part in said.split(NO_BREAK))
        return Paragraph(escape(kept), style)
