"""When people come."""

import numpy as np
from numpy.typing import NDArray

from layso_queue.simulate.description import Description, Period

NOON = 720.0
AT_THE_KIOSK = 0.15
"""Minutes between two numbers when the people at the door take theirs: nine seconds each."""

_USUAL = (
    (420, 480, 0.12),
    (480, 540, 0.20),
    (540, 600, 0.17),
    (600, 660, 0.11),
    (660, 690, 0.03),
    (780, 840, 0.11),
    (840, 900, 0.12),
    (900, 960, 0.09),
    (960, 1020, 0.05),
)


def usual_arrivals(people: float) -> tuple[Period, ...]:
    """Return the arrivals of a usual Vietnamese office day: a high morning, nobody at noon."""
    return tuple(Period(start=a, end=b, people=people * share) for a, b, share in _USUAL)


def minutes_of_coming(
    description: Description, random: np.random.Generator, door: np.random.Generator
) -> NDArray[np.float64]:
    """Draw when walk-ins come, in minutes after midnight, the first first."""
    minutes = np.concatenate(
        [
            random.uniform(period.start, period.end, random.poisson(period.people))
            for period in description.arrivals
        ]
        or [np.empty(0)]
    )
    early = (minutes < NOON) & (door.random(len(minutes)) < description.at_door)
    minutes[early] = description.opens + AT_THE_KIOSK * np.arange(np.count_nonzero(early))
    return np.sort(minutes)
