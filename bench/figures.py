"""One measured figure, its limit, and the table they are printed in."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured value; `limit` is the aim, met from below unless `at_least`."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def verdict(self) -> str:
        """Return "ok", "MISSED", or "" where there is no limit."""
        if self.limit is None:
            return ""
        met = self.value >= self.limit if self.at_least else self.value <= self.limit
        return "ok" if met else "MISSED"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value at `share` (0 to 1) of the sorted values; NaN if there are none."""
    ordered = sorted(values)
    return ordered[math.ceil(share * len(ordered)) - 1] if ordered else math.nan


def median(values: Iterable[float]) -> float:
    """Return the middle value."""
    return statistics.median(values)


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as an aligned table."""
    rows = [("figure", "value", "unit", "aim", "", "note")]
    for one in figures:
        aim = "" if one.limit is None else f"{'>=' if one.at_least else '<='} {one.limit:g}"
        rows.append((one.name, f"{one.value:.4g}", one.unit, aim, one.verdict, one.note))
    widths = [max(len(row[i]) for row in rows) for i in range(6)]
    lines = ["  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(line.rstrip() for line in lines)
