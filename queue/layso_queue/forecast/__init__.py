"""Waiting time, from the line as it stands and the real calling rule run forward.

estimate(day, now) -> Estimate(waits, newcomers)
"""

from layso_queue.forecast.estimate import Estimate, estimate
from layso_queue.forecast.ranges import Range

__all__ = ["Estimate", "Range", "estimate"]
