"""A center's own history, learned from its journals: who comes when, how long visits take.

What a journal cannot tell yet is believed as the settings and the usual center have it.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from layso_queue.forecast.demand import SLOTS, Demand
from layso_queue.forecast.demand_kinds import kind_of
from layso_queue.line.states import Priority
from layso_queue.reports.history_day import Facts
from layso_queue.simulate import Description, Length, PriorityShare

BELIEVED_VISITS = 10
"""Visits that a service's set minutes count as, against those that were measured."""

BELIEVED_PEOPLE = 40
"""People that the usual shares (priority, not there) count as."""

LAST = 60
"""Service days that are looked back over."""

HALF_HOUR = 24 * 60 / SLOTS


@dataclass(slots=True)
class History:
    """What is known of a center; `days` is the number of service days that it was learned from."""

    usual: Description
    weekdays: frozenset[int]
    days: int = 0
    demand: dict[str, Demand] = field(default_factory=dict)
    booked: dict[str, int] = field(default_factory=lambda: {"kept": 0, "came": 0})
    _lengths: dict[str, list[float]] = field(default_factory=dict)
    _claims: dict[Priority, int] = field(default_factory=dict)
    _people: int = 0
    _missed: int = 0
    _hours: dict[int, list[tuple[float, float]]] = field(default_factory=dict)

    def learn(self, facts: Iterable[Facts], works_on: Callable[[date], bool]) -> None:
        """Learn days in order; days between them were closed. `works_on` is the calendar."""
        known = [one for one in facts if one.people]
        dates = {date.fromisoformat(one.date) for one in known}
        first = min(dates, default=date.min)

        def opened(day: date) -> bool:
            return day in dates if day >= first else works_on(day)

        before: date | None = None
        for one in known:
            day = date.fromisoformat(one.date)
            self._mark_closed(before, day)
            kind = kind_of(day, opened, self.weekdays) or "mon"
            for code, demand in self.demand.items():
                demand.learn(one.date, kind, one.counts.get(code, [0] * SLOTS))
            self._take(one)
            before = day

    def length(self, code: str) -> Length:
        """Return how long visits of a service take, as measured and as set."""
        believed = next(one.length for one in self.usual.services if one.code == code)
        found = self._lengths.get(code, [])
        n = len(found) + BELIEVED_VISITS
        mean = (sum(found) + BELIEVED_VISITS * believed.mean) / n
        spread = (believed.cv * mean) ** 2 * BELIEVED_VISITS
        variance = (sum((one - mean) ** 2 for one in found) + spread) / n
        return Length(mean=mean, cv=min(2.0, math.sqrt(variance) / mean))

    @property
    def priorities(self) -> tuple[PriorityShare, ...]:
        """Return the part of the walk-ins who claim each class."""
        believed = {one.priority: one.share for one in self.usual.priorities}
        whole = self._people + BELIEVED_PEOPLE
        return tuple(
            PriorityShare(
                priority=one,
                share=(self._claims.get(one, 0) + BELIEVED_PEOPLE * believed.get(one, 0.0)) / whole,
            )
            for one in Priority
            if one is not Priority.NONE and (one in believed or one in self._claims)
        )

    @property
    def no_show(self) -> float:
        """Return the part of the people who are not there when called."""
        believed = BELIEVED_PEOPLE * self.usual.no_show
        return (self._missed + believed) / (self._people + BELIEVED_PEOPLE)

    @property
    def show(self) -> float:
        """Return the part of the booked people who come."""
        return (self.booked["came"] + 0.85 * 20) / (self.booked["kept"] + 20)

    @property
    def hours(self) -> Mapping[int, tuple[float, float]]:
        """Return when each counter usually opens and closes; one seldom open is left out."""
        return {
            number: (median(a for a, _ in found), median(b for _, b in found))
            for number, found in self._hours.items()
            if 2 * len(found) > self.days
        }

    def _mark_closed(self, before: date | None, day: date) -> None:
        while before is not None and (before := before + timedelta(days=1)) < day:
            for demand in self.demand.values():
                demand.mark_closed(before.isoformat())

    def _take(self, one: Facts) -> None:
        self.days += 1
        self._people += one.people
        self._missed += one.missed
        self.booked["kept"] += one.booked
        self.booked["came"] += one.came
        for code, lengths in one.lengths.items():
            self._lengths.setdefault(code, []).extend(lengths)
        for priority, n in one.claims.items():
            self._claims[priority] = self._claims.get(priority, 0) + n
        for number, hours in one.hours.items():
            self._hours.setdefault(number, []).append(hours)


def begin(usual: Description, weekdays: frozenset[int], factors: Mapping[str, float]) -> History:
    """Return the history of a center that has none: as many come as the usual day has."""
    profile = [0.0] * SLOTS
    for period in usual.arrivals:
        for slot in range(SLOTS):
            start = slot * HALF_HOUR
            inside = min(period.end, start + HALF_HOUR) - max(period.start, start)
            if inside > 0:
                profile[slot] += period.people * inside / (period.end - period.start)
    people = sum(period.people for period in usual.arrivals)
    made = History(usual, weekdays)
    for one in usual.services:
        made.demand[one.code] = Demand(people * one.share, tuple(profile), dict(factors))
    return made
