"""The range of minutes that people are told."""

import math
from dataclasses import dataclass
from itertools import pairwise

STEPS = (0, 5, 10, 15, 20, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180, 240, 300, 360, 480)
"""Minutes that are said aloud: fine near at hand, coarse far off, as the estimate itself is."""


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high` minutes; (0, 0) is "now"."""

    low: int
    high: int

    @property
    def is_now(self) -> bool:
        """Say whether a free counter is waiting for this person."""
        return self.high == 0


def spoken(low: float, high: float) -> Range:
    """Widen an interval of minutes to steps that can be said; under half a minute is "now"."""
    if high < 0.5:
        return Range(0, 0)
    down = max((step for step in STEPS if step <= low), default=0)
    up = next((step for step in STEPS if step >= high), math.ceil(high / 60) * 60)
    if up <= down:
        up = next((above for below, above in pairwise(STEPS) if below == down), down + 60)
    return Range(down, up)
