"""What the people of a simulated day may do beside coming and being served. All data, in minutes.

Shares are parts of one: 0.15 is 15 of 100 people.
"""

from dataclasses import dataclass, field

from layso_queue.line.states import Priority
from layso_queue.simulate.lengths import Law, Length


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityShare:
    """The part of the people who claim a priority class."""

    priority: Priority
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointments:
    """Bookings of a service: slots, the part that shows up, and how they miss the minute.

    `priorities` are the classes claimed among them.
    """

    service: str
    slots: tuple[float, ...]
    show: float = 0.85
    late_mean: float = -8.0
    late_deviation: float = 8.0
    priorities: tuple[PriorityShare, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """The part of one service's people who are sent on to another; both visits take their time."""

    service: str
    to: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Parking:
    """The part of a service's people who go to copy or fill in something, and come back.

    `before` is the part of the visit that is done before they go, `away` how long they stay.
    """

    service: str
    share: float
    away: Length = field(default_factory=lambda: Length(mean=12.0, cv=0.5))
    before: float = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """The part of the walk-ins who give their number up once they have waited too long."""

    share: float = 0.0
    patience: Length = field(default_factory=lambda: Length(mean=60.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """The part of those who were not there when called who come back, and after how long."""

    share: float = 0.0
    after: Length = field(default_factory=lambda: Length(mean=12.0, law=Law.EXPONENTIAL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossiers:
    """The part of the walk-ins who bring several dossiers.

    They bring `more` beyond the first on average; each takes `each` of a visit's length again.
    """

    share: float = 0.0
    more: float = 3.0
    each: float = 0.35


Habit = PriorityShare | Appointments | Transfer | Parking | Leaving | Returning | Dossiers


def part_of_habit(one: Habit) -> float:
    """Return the part of the people who have the habit."""
    return one.show if isinstance(one, Appointments) else one.share
