"""The center's hours of one day, and how to tell a wait that may last over lunch."""

import math
from dataclasses import dataclass

from layso_queue.line.order import MINUTE

Windows = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Split:
    """Called before the one or after the other, in ms since the epoch: lunch is in between."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """When numbers are called today: (from, to) in ms since the epoch, in order."""

    spans: tuple[tuple[int, int], ...] = ()

    def windows(self, now: int) -> Windows:
        """Return the hours from now on, in minutes from now; who is left at the end is served."""
        left = [((a - now) / MINUTE, (b - now) / MINUTE) for a, b in self.spans if b > now]
        if not left:
            return [(0.0, math.inf)]
        return [*left[:-1], (left[-1][0], math.inf)]

    def reopens(self, at: int) -> int | None:
        """Return when the gap between two spans ends in which `at` lies (ms), or None."""
        for (_, end), (start, _) in zip(self.spans, self.spans[1:], strict=False):
            if end <= at < start:
                return start
        return None

    def split(self, low: int, high: int) -> Split | None:
        """Return the first gap that lies within `low` and `high` (ms), if one does."""
        for (_, end), (start, _) in zip(self.spans, self.spans[1:], strict=False):
            if low < end and start <= high:
                return Split(end, start)
        return None
