"""How good the forecast is: the table of targets, on simulated days and on real queues."""

import math
from pathlib import Path

from bench.figures import Figure


def measure(_: Path) -> list[Figure]:
    """Return the rows of the simulated days, and one that says where real queues are scored."""
    from bench.forecast import simulated

    real = "no data: python -m bench.forecast --warsaw DIR"
    return [*simulated.measure(), Figure("real offices, error", math.nan, "min", note=real)]
