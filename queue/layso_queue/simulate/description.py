"""What a simulated day is like: desks, services, who comes when. All times in minutes.

A time of day is minutes after local midnight, so that half past seven is 450.
"""

import math
from dataclasses import dataclass, field

from layso_queue.line.plan import Rules
from layso_queue.simulate.effects import Breaks, Effects, Week
from layso_queue.simulate.habits import (
    Appointments,
    Dossiers,
    Habit,
    Leaving,
    Parking,
    PriorityShare,
    Returning,
    Transfer,
    part_of_habit,
)
from layso_queue.simulate.lengths import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service, the part of the people who come for it, and how long their visits take."""

    code: str
    share: float
    length: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A counter, what it serves, and when; a gap between two of its hours is lunch.

    `pace` is its officer's: visits take so many times as long as the service's mean. `officer` is
    the code that signs for the counter's orders; without one it is made from the number.
    """

    number: int
    services: tuple[str, ...]
    hours: tuple[tuple[float, float], ...]
    pace: float = 1.0
    officer: str = ""

    @property
    def signs(self) -> str:
        """Return who signs for the counter."""
        return self.officer or f"nv{self.number:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """People who come from `start` to `end`, evenly and by chance, `people` of them on average."""

    start: float
    end: float
    people: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A whole day. Who holds a number when the last hours end is still served.

    `no_show` is the part of walk-ins who are gone when called, `walk` the minutes from call to
    desk, `recall` the minutes between two calls of somebody who does not come. `at_door` is the
    part of those who would come before noon who stand at the door when it opens.
    """

    services: tuple[Service, ...]
    desks: tuple[Desk, ...]
    arrivals: tuple[Period, ...]
    at_door: float = 0.0
    priorities: tuple[PriorityShare, ...] = ()
    no_show: float = 0.0
    walk: float = 0.0
    recall: float = 1.0
    appointments: tuple[Appointments, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    parking: tuple[Parking, ...] = ()
    leaving: Leaving = field(default_factory=Leaving)
    returning: Returning = field(default_factory=Returning)
    dossiers: Dossiers = field(default_factory=Dossiers)
    effects: Effects = field(default_factory=Effects)
    breaks: Breaks = field(default_factory=Breaks)
    week: Week = field(default_factory=Week)
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
        if any(desk.pace <= 0 for desk in self.desks):
            raise ValueError("an officer's pace is above zero")
        if any(one.start > one.end or one.people < 0 for one in self.arrivals):
            raise ValueError("people come from one time of day to a later one, none or more")
        if any(not 0 <= part <= 1 for part in self._parts()):
            raise ValueError("a share is from zero to one")
        self._refuse_strangers()

    def _parts(self) -> list[float]:
        habits: list[Habit] = [*self.appointments, *self.transfers, *self.parking]
        habits += [self.leaving, self.returning, self.dossiers, *self.priorities]
        parts = [part_of_habit(one) for one in habits] + [one.before for one in self.parking]
        return [*parts, self.at_door, self.no_show, self.breaks.early]

    def _refuse_strangers(self) -> None:
        codes = {service.code for service in self.services}
        named = {one.service for one in self.appointments} | {one.service for one in self.parking}
        named |= {code for one in self.transfers for code in (one.service, one.to)}
        named |= {code for desk in self.desks for code in desk.services}
        if named - codes:
            raise ValueError(f"no such service: {', '.join(sorted(named - codes))}")
        if any(one.service == one.to for one in self.transfers):
            raise ValueError("a transfer leads to another service")
        served = {code for desk in self.desks for code in desk.services}
        if codes - served:
            raise ValueError(f"no desk serves {', '.join(sorted(codes - served))}")

    @property
    def opens(self) -> float:
        """Return when the first number can be given."""
        starts = [period.start for period in self.arrivals]
        return min([*starts, *(desk.hours[0][0] for desk in self.desks)])

    @property
    def last_end(self) -> float:
        """Return when the last desk's hours end."""
        return max(desk.hours[-1][1] for desk in self.desks)
