"""The kit of every report: a sheet is begun, filled from top to bottom, and turned into a PDF.

sheet = Sheet("Báo cáo ngày", heading=center, about="23/11/2026", language="vi")
sheet.paragraph("...")
sheet.table([Column("Thủ tục", 3), Column("Số phiếu", align="right")], rows)
data = sheet.pdf()
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, HRFlowable, KeepTogether, PageBreak, Spacer, Table

from layso_printing.reports.charts import Bar, BarChart, HourChart
from layso_printing.reports.leaf import Leaf, build
from layso_printing.reports.look import Look, with_units
from layso_printing.reports.tables import Column, table, table_beside_code


@dataclass(frozen=True, slots=True)
class Figure:
    """A large value over its small name, such as "312" over "số đã cấp"."""

    value: str
    name: str
    note: str = ""


class Sheet:
    """A report in the making. Texts are plain: markup in them is printed as it stands.

    All texts come ready in the reader's language; `language` is "vi" or "en" and chooses only
    the words of the page's foot.
    """

    def __init__(
        self,
        title: str,
        *,
        language: str = "vi",
        heading: str = "",
        about: str = "",
        footer: str = "",
        paper: str = "a4",
        zoom: float = 1.0,
        title_size: float = 20,
        numbered: bool = True,
    ) -> None:
        """Begin with a title; `heading` stands above it (the center), `about` below (the date).

        `paper` is "a4", "a3", "a4-wide" or "a3-wide"; KeyError for any other. `zoom` draws all of
        it larger; `numbered` False leaves a single page without its number.
        """
        self.look = Look()
        self.leaf = Leaf(title, about, footer, language, paper, zoom, numbered)
        self.width = self.leaf.width
        self.story: list[Any] = []
        self._held: list[Any] = []
        """A heading and its notes, until it is known what they stand above."""
        if heading:
            self._add(heading, "SemiBold", 10, colour=self.look.colours.quiet, after=3)
        self._add(title, "Bold", title_size, after=2)
        if about:
            self._add(about, "Medium", 11, after=3)
        line = HRFlowable("100%", 1.4, color=self.look.colours.accent, spaceBefore=3, spaceAfter=10)
        self.story.append(line)

    def heading(self, text: str) -> None:
        """A heading that is never left alone at the foot of a page."""
        self._let_go()
        self._held = [self.look.text(text, "Bold", 13, before=12, after=5)]

    def paragraph(self, text: str, quiet: bool = False) -> None:
        """Running text; `quiet` is smaller and grey, for notes."""
        colour = self.look.colours.quiet if quiet else None
        said = self.look.text(text, size=8.5 if quiet else 10, colour=colour, after=5)
        (self._held or self.story).append(said)

    def points(self, texts: Iterable[str]) -> None:
        """A list with a dash before each entry."""
        self._let_go()
        for text in texts:
            cells = [[self.look.text("–"), self.look.text(text)]]
            made = Table(cells, colWidths=[5 * mm, self.width - 5 * mm], style=_BARE)
            self.story.append(made)
        self.space(2)

    def figures(self, figures: Sequence[Figure]) -> None:
        """The few values that count, side by side; at most four in a row."""
        self._let_go()
        look = self.look
        for start in range(0, len(figures), 4):
            part = figures[start : start + 4]
            cells = [
                [
                    look.text(one.value, "ExtraBold", 21, colour=look.colours.accent),
                    look.text(one.name, "SemiBold", 9),
                    *(
                        [look.text(with_units(one.note), size=8, colour=look.colours.quiet)]
                        if one.note
                        else []
                    ),
                ]
                for one in part
            ]
            row = [*cells, *([[]] * (4 - len(part)))]
            self.story.append(Table([row], colWidths=[self.width / 4] * 4, style=_BARE))
            self.space(3)

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        total: Sequence[str] = (),
        empty: str = "",
        size: float = 9,
        beside: tuple[str, Sequence[str]] | None = None,
    ) -> None:
        """A table over the whole width; its headings stand on every page that it reaches.

        `beside` is (address, words): a short table leaves room for a code and what it is for.
        Without rows `empty` is said instead. Raises ValueError for a row of the wrong length.
        """
        if not rows and empty:
            self.paragraph(empty)
            return
        self._let_go()
        if beside:
            self.story.append(
                table_beside_code(self.look, self.width, columns, rows, size, *beside)
            )
        else:
            self.story.append(table(self.look, self.width, columns, rows, total, size))
        self.space(3)

    def bars(self, bars: Sequence[Bar]) -> None:
        """Bars by name, twelve at most on one page piece."""
        for start in range(0, len(bars), 12):
            self._with_heading(BarChart(self.look, bars[start : start + 12]))
        self.space(3)

    def hours(self, columns: Sequence[tuple[str, float]]) -> None:
        """Columns by hour."""
        self._with_heading(HourChart(self.look, columns))
        self.space(3)

    def together(self, texts: Sequence[str]) -> None:
        """Paragraphs that stay on one page, such as a signature with its names."""
        self._let_go()
        self.story.append(KeepTogether([self.look.text(text, after=4) for text in texts]))

    def space(self, millimetres: float) -> None:
        """Free paper."""
        self.story.append(Spacer(1, millimetres * mm))

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        self._let_go()
        self.story.append(PageBreak())

    def pdf(self) -> bytes:
        """Return the PDF; the same content gives the same bytes. Once for each sheet."""
        self._let_go()
        return build(self.leaf, self.look, self.story)

    def _let_go(self) -> None:
        """Place the heading where at least a few rows of what follows have room below it."""
        if self._held:
            self.story += [CondPageBreak(_ROOM), *self._held]
            self._held = []

    def _with_heading(self, drawing: Any) -> None:
        """A drawing cannot be split: its heading goes where it goes."""
        self.story.append(KeepTogether([*self._held, drawing]))
        self._held = []

    def _add(self, text: str, weight: str = "Regular", size: float = 10, **more: Any) -> None:
        self.story.append(self.look.text(text, weight, size, **more))


_ROOM = 42 * mm
"""Free paper that a heading needs below it."""

_BARE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
]
