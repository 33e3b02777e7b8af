"""What a simulated day is like: desks, services, who comes when. All times in minutes.

A time of day is minutes after local midnight, so that half past seven is 450.
"""

import math
from dataclasses import dataclass, field

from layso_queue.line.plan import Rules
from layso_queue.line.states import Priority
from layso_queue.simulate.lengths import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service, the part of the people who come for it, and how long their visits take."""

    code: str
    share: float
    length: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A counter, what it serves, and when; a gap between two of its hours is a pause."""

    number: int
    services: tuple[str, ...]
    hours: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """People who come from `start` to `end`, evenly and by chance, `people` of them on average."""

    start: float
    end: float
    people: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityShare:
    """The part of the people who claim a priority class."""

    priority: Priority
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointments:
    """Bookings of a service: slots, the part that shows up, and how they miss the minute."""

    service: str
    slots: tuple[float, ...]
    show: float = 0.85
    late_mean: float = -8.0
    late_deviation: float = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A whole day. Who holds a number when the last hours end is still served.

    `no_show` is the part of walk-ins who are gone when called, `walk` the minutes from call to
    desk, `recall` the minutes between two calls of somebody who does not come.
    """

    services: tuple[Service, ...]
    desks: tuple[Desk, ...]
    arrivals: tuple[Period, ...]
    priorities: tuple[PriorityShare, ...] = ()
    no_show: float = 0.0
    walk: float = 0.0
    recall: float = 1.0
    appointments: tuple[Appointments, ...] = ()
    rules: Rules = field(default_factory=Rules)
    date: str = "2026-11-23"
    offset_minutes: int = 420

    def __post_init__(self) -> None:
        """Refuse with ValueError what does not fit together."""
        if not math.isclose(sum(service.share for service in self.services), 1.0):
            raise ValueError("the services' shares make one")
        if sum(one.share for one in self.priorities) > 1.0:
            raise ValueError("the priorities' shares make one at most")
        if self.no_show > 0 and self.rules.start_at_call:
            raise ValueError("nobody is missed when a visit starts with its call")
        if not self.desks or any(not desk.hours for desk in self.desks):
            raise ValueError("a day needs desks, and every desk hours")
        if any(a >= b for desk in self.desks for a, b in desk.hours):
            raise ValueError("hours end after they start")

    @property
    def opens(self) -> float:
        """Return when the first number can be given."""
        starts = [period.start for period in self.arrivals]
        return min([*starts, *(desk.hours[0][0] for desk in self.desks)])

    @property
    def last_end(self) -> float:
        """Return when the last desk's hours end."""
        return max(desk.hours[-1][1] for desk in self.desks)


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
