"""Two charts that print well in black and white: bars by name, and columns by hour."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from layso_printing.reports.look import Look, font

_GAP = 2 * mm


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its value, how the value is written, and a target to be held."""

    label: str
    value: float
    said: str
    target: float | None = None
    """A mark across the bar; a bar beyond it is drawn in the warning colour."""


class BarChart(Flowable):  # type: ignore[misc] # the library has no types
    """Bars from left to right, one a line: names wrap, values stand at the bars' ends."""

    def __init__(self, look: Look, bars: Sequence[Bar], label_share: float = 0.36) -> None:
        super().__init__()
        self._look, self._bars, self._share = look, bars, label_share
        self._labels: list[tuple[Any, float]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        room = width * self._share - _GAP
        texts = [self._look.text(bar.label, size=9) for bar in self._bars]
        self._labels = [(text, max(5.5 * mm, text.wrap(room, 1000)[1])) for text in texts]
        self.height = sum(height + _GAP for _, height in self._labels)
        return width, self.height

    def draw(self) -> None:
        canvas, colours = self.canv, self._look.colours
        start = self.width * self._share
        widest = max((stringWidth(bar.said, font("SemiBold"), 9) for bar in self._bars), default=0)
        room = self.width - start - widest - _GAP
        most = max((max(bar.value, bar.target or 0) for bar in self._bars), default=0) or 1
        y = self.height
        for bar, (text, height) in zip(self._bars, self._labels, strict=True):
            y -= height + _GAP
            text.drawOn(canvas, 0, y + (height - text.height) / 2)
            late = bar.target is not None and bar.value > bar.target
            length = max(0.6, room * bar.value / most)
            canvas.setFillColor(colours.accent if late else colours.good)
            middle = y + height / 2
            canvas.rect(start, middle - 1.7 * mm, length, 3.4 * mm, stroke=0, fill=1)
            end = start + length
            if bar.target is not None:
                at = start + room * bar.target / most
                canvas.setStrokeColor(colours.ink)
                canvas.setLineWidth(1.1)
                canvas.line(at, middle - 2.6 * mm, at, middle + 2.6 * mm)
                said = stringWidth(bar.said, font("SemiBold"), 9) + 3 * mm
                end = max(end, at) if end < at + 1 and end + said > at else end
            canvas.setFillColor(colours.ink)
            canvas.setFont(font("SemiBold"), 9)
            canvas.drawString(end + 1.4 * mm, middle - 3.1, bar.said)


class HourChart(Flowable):  # type: ignore[misc] # the library has no types
    """Columns side by side, such as tickets by hour; at most about 24 of them."""

    def __init__(
        self, look: Look, columns: Sequence[tuple[str, float]], height: float = 38 * mm
    ) -> None:
        super().__init__()
        self._look, self._columns, self._high = look, columns, height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self._high
        return width, self._high

    def draw(self) -> None:
        canvas, colours = self.canv, self._look.colours
        foot, room = 5.5 * mm, self._high - 11 * mm
        most = max((value for _, value in self._columns), default=0) or 1
        step = self.width / max(1, len(self._columns))
        thick = min(step * 0.62, 14 * mm)
        canvas.setStrokeColor(colours.line)
        canvas.setLineWidth(0.7)
        canvas.line(0, foot, self.width, foot)
        for order, (label, value) in enumerate(self._columns):
            middle = step * (order + 0.5)
            high = room * value / most
            canvas.setFillColor(colours.accent)
            if high:
                canvas.rect(middle - thick / 2, foot, thick, high, stroke=0, fill=1)
            canvas.setFillColor(colours.ink)
            canvas.setFont(font("SemiBold"), 8.5)
            canvas.drawCentredString(middle, foot + high + 1.2 * mm, f"{value:g}")
            canvas.setFillColor(colours.quiet)
            canvas.setFont(font("Regular"), 8)
            canvas.drawCentredString(middle, foot - 4 * mm, label)
