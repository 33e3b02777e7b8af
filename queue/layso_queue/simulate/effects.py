"""What makes a center's days and hours differ from one another. All data, in minutes."""

import math
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from layso_queue.simulate.lengths import Length

A_WEEK = 7

OFFICE_WEEK = (1.25, 0.95, 0.95, 0.95, 0.90, 0.0, 0.0)
"""People by weekday, Monday first, against the mean of the open days; 0 is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What stretches visits beside chance; a factor of 1.2 makes them a fifth longer.

    `day_cv` is the deviation of a service's factor of the day, drawn log-normal around 1 for each
    service and day. `hours` are factors by time of day: (from, to, factor).
    """

    day_cv: float = 0.0
    hours: tuple[tuple[float, float, float], ...] = ()

    def __post_init__(self) -> None:
        """Refuse with ValueError what stretches nothing or less than nothing."""
        if self.day_cv < 0 or any(a >= b or factor <= 0 for a, b, factor in self.hours):
            raise ValueError("factors are above zero, from one time of day to a later one")

    def at(self, minute: float) -> float:
        """Return the factor of visits that begin at `minute` after midnight."""
        return next((factor for a, b, factor in self.hours if a <= minute < b), 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """Short pauses of counters, `a_day` of them at each on average, beside the planned ones.

    A break begins when the visit under way is over. `early` is the chance that a counter closes
    early, by up to `early_by` minutes; never the last one that serves a service.
    """

    a_day: float = 0.0
    length: Length = field(default_factory=lambda: Length(mean=7.0, cv=0.5))
    early: float = 0.0
    early_by: float = 60.0

    def __post_init__(self) -> None:
        """Refuse with ValueError less than nothing."""
        if self.a_day < 0 or self.early_by < 0:
            raise ValueError("breaks are none or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """How many people come on which day: a factor by weekday, and chance around it.

    `closed` are dates without a day, `open` dates with one whatever their weekday; "YYYY-MM-DD".
    """

    factors: tuple[float, ...] = OFFICE_WEEK
    people_cv: float = 0.1
    closed: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse with ValueError what is no week."""
        if len(self.factors) != A_WEEK or min(self.factors) < 0 or max(self.factors) <= 0:
            raise ValueError("a week has seven factors, one of them above zero")
        if self.people_cv < 0:
            raise ValueError("a deviation is not below zero")

    def factor(self, day: date) -> float:
        """Return how many people come on a date against the mean; 0 is closed."""
        if day.isoformat() in self.closed:
            return 0.0
        usual = self.factors[day.weekday()]
        return 1.0 if usual <= 0 and day.isoformat() in self.open else usual


def around_one(random: np.random.Generator, cv: float) -> float:
    """Draw a log-normal factor with mean 1 and deviation `cv`."""
    sigma = math.sqrt(math.log(1 + cv**2))
    return float(random.lognormal(-(sigma**2) / 2, sigma))


def stream(seed: int, about: str) -> np.random.Generator:
    """Return the randomness of one matter: what is drawn for others leaves it as it is."""
    return np.random.default_rng([seed, *about.encode()])
