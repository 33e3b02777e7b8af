"""How long a counter is taken by one visit."""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class Law(StrEnum):
    """The shape of the spread around the mean."""

    FIXED = "fixed"
    EXPONENTIAL = "exponential"
    LOG_NORMAL = "log_normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A visit's length: `mean` in minutes; `cv`, deviation by mean, counts for log-normal only."""

    mean: float
    law: Law = Law.LOG_NORMAL
    cv: float = 0.6

    def __post_init__(self) -> None:
        """Refuse what no visit can be with ValueError."""
        if self.mean <= 0 or self.cv < 0:
            raise ValueError("a visit's mean is above zero and its cv not below")

    def draw(self, random: np.random.Generator, n: int) -> NDArray[np.float64]:
        """Draw `n` lengths in minutes."""
        if self.law is Law.FIXED:
            return np.full(n, self.mean)
        if self.law is Law.EXPONENTIAL:
            return random.exponential(self.mean, n)
        sigma = math.sqrt(math.log(1 + self.cv**2))
        return random.lognormal(math.log(self.mean) - sigma**2 / 2, sigma, n)
