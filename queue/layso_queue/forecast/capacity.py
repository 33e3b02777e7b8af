"""How many places to open on the web in one hour, so that walk-ins still wait no longer than meant.

W_walk = (1 + cv²) / 2 x [C(c, a) / (c mu)] / ((1 - rho_first) (1 - rho))

after Erlang and Cobham: who booked or has priority goes first, walk-ins take what is left. It is
the wait of a long hour like this one; a day as it really goes is asked of the simulator.
"""

import math
from dataclasses import dataclass

MOST_PLACES = 1000
"""No more are ever offered for one hour, even where nobody would wait."""

LONGEST_SAID = 180.0
"""Minutes: a longer wait does not come to pass within an hour; the line then simply grows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """People who come to the same counters: how many an hour, and their visits' length.

    `minutes` is the mean of a visit, `cv` its deviation divided by the mean.
    """

    people: float
    minutes: float
    cv: float = 0.6

    def __post_init__(self) -> None:
        """Refuse with ValueError what no hour can bring."""
        if self.people < 0 or self.minutes <= 0 or self.cv < 0:
            raise ValueError("people and cv are not below zero, and a visit takes time")

    @property
    def work(self) -> float:
        """Return the counters that this keeps busy (erlangs)."""
        return self.people * self.minutes / 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """One service in one hour, or in another `span` of minutes; loads are people an hour always.

    `walk_ins` are all who come without an appointment, at the percentile to be prepared for;
    `privileged` is the part of them (0 to 1) that goes first; `others` is what the same counters
    have to do for other services, `first` the part of that which goes first, booked people of those
    services; `show` is the part of the booked people who come.
    """

    counters: int
    walk_ins: Load
    privileged: float = 0.0
    others: tuple[Load, ...] = ()
    first: tuple[Load, ...] = ()
    show: float = 0.85
    span: float = 60.0

    def __post_init__(self) -> None:
        """Refuse with ValueError shares that are none, and counters below zero."""
        if not 0 <= self.privileged <= 1 or not 0 < self.show <= 1 or self.counters < 0:
            raise ValueError("shares are from zero to one, counters not below zero")


@dataclass(frozen=True, slots=True)
class Offer:
    """The places to open, and what a walk-in then waits (minutes, unrounded).

    `more` is a larger number of places with its wait, to say what the target protects from;
    `more_wait` is infinite where the line would grow without end. `places` 0 with a `wait` above
    the target: walk-ins alone are too many already.
    """

    places: int
    wait: float
    more: int
    more_wait: float
    target: float

    @property
    def sentence(self) -> tuple[str, dict[str, int]]:
        """Return the key of the sentence that explains it, under `plan.places`, and its values.

        "With 13 places at 10:00 a walk-in waits about 10 minutes; with 15, about 16."
        """
        values = {"places": self.places, "more": self.more, "target": _said(self.target)}
        if self.wait > LONGEST_SAID:
            return "never", values
        values["wait"] = _said(self.wait)
        if self.wait > self.target:
            return "full", values
        if self.places >= MOST_PLACES:
            return "free", values
        one = "_one" if self.places == 1 else ""
        if self.more_wait > LONGEST_SAID:
            return f"edge{one}" if self.places else "none_edge", values
        return f"usual{one}" if self.places else "none", values | {
            "more_wait": _said(self.more_wait)
        }


def chance_of_waiting(counters: int, load: float) -> float:
    """Return Erlang's C: the chance that all `counters` are busy under `load` erlangs.

    1 where the load is as large as the counters or there are none; 0 without any load.
    """
    if load <= 0:
        return 0.0
    if counters <= load:
        return 1.0
    blocked = 1.0
    for n in range(1, counters + 1):
        blocked = load * blocked / (n + load * blocked)
    return blocked / (1 - load / counters * (1 - blocked))


def wait_of_walk_in(hour: Hour, places: int = 0) -> float:
    """Return the mean wait in minutes of a walk-in without priority, with so many places booked.

    Infinite when more comes than the counters can do, or when there are none.
    """
    walk = hour.walk_ins
    booked = Load(people=hour.show * places * 60 / hour.span, minutes=walk.minutes, cv=walk.cv)
    parts = (walk, booked, *hour.first, *hour.others)
    work = sum(part.work for part in parts)
    if hour.counters == 0 or work >= hour.counters:
        return math.inf
    if work == 0:
        return 0.0
    left = sum(part.work * part.minutes * (1 + part.cv**2) / 2 for part in parts) / work
    ahead = sum(part.work for part in hour.first)
    first = (booked.work + ahead + hour.privileged * walk.work) / hour.counters
    waiting = chance_of_waiting(hour.counters, work)
    return waiting * left / hour.counters / ((1 - first) * (1 - work / hour.counters))


def places_to_open(hour: Hour, target: float, most: int = MOST_PLACES) -> Offer:
    """Return the largest number of places, up to `most`, with a wait within `target` minutes."""
    if target <= 0:
        raise ValueError("a target is above zero minutes")
    places = 0
    while places < most and wait_of_walk_in(hour, places + 1) <= target:
        places += 1
    return offer_of(hour, places, target)


def offer_of(hour: Hour, places: int, target: float) -> Offer:
    """Return what so many places mean for walk-ins, beside what some more would."""
    more = _telling(hour, places, target)
    return Offer(places, wait_of_walk_in(hour, places), more, wait_of_walk_in(hour, more), target)


def _telling(hour: Hour, places: int, target: float) -> int:
    """Return a number of places, two more at best, whose wait is said to be above the target."""
    more = places + 2
    if wait_of_walk_in(hour, more) > LONGEST_SAID:
        return places + 1
    while _said(wait_of_walk_in(hour, more)) <= target:
        if math.isinf(wait_of_walk_in(hour, more + 1)):
            break
        more += 1
    return more


def _said(minutes: float) -> int:
    return max(1, round(minutes))
