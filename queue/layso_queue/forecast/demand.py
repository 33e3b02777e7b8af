"""How many people come: a level, a weekday, an hour. Learned day by day, kept as plain data.

A day is of a kind: its weekday, or `AFTER_CLOSED` for the first open day after one that is usually
worked and was not. Level x factor of the kind gives the day; the hour profile gives its hours, half
from days of the same kind and half from all days. One `Demand` describes one service.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from layso_queue.forecast.demand_chance import quantile
from layso_queue.forecast.demand_mean import Mean

SLOTS = 48
"""Half hours of a day; slot 15 begins at 07:30."""

HALF_LIFE = 5
"""Open days after which what was learned counts half for the level."""

LONG_HALF_LIFE = 40
"""The same for what changes slowly: kinds of days, hours, chance."""

AFTER_CLOSED = "after_closed"
"""The kind of the first open day after a closure on a usual working day."""

BELIEF = 1.5
"""Days that the assumption before any history counts as, in a kind's factor and in the hours."""

Record = dict[str, Any]


def _slow() -> Mean:
    return Mean(half_life=LONG_HALF_LIFE)


@dataclass(slots=True)
class Demand:
    """What is known of one service's walk-ins (or of any other people counted by half hours).

    Believed before anything was learned: `people` a day, `profile`, their split over the half hours
    (on any scale), and `factors` by kind of day (1 where none is named).
    """

    people: float = 0.0
    profile: Sequence[float] = ()
    factors: Mapping[str, float] = field(default_factory=dict)
    days: int = 0
    closed: int = 0
    last: str = ""
    _level: Mean = field(default_factory=lambda: Mean(half_life=HALF_LIFE))
    _kinds: dict[str, Mean] = field(default_factory=dict)
    _hours: dict[str, list[float]] = field(default_factory=dict)
    _chance: Mean = field(default_factory=_slow)

    def __post_init__(self) -> None:
        """Refuse with ValueError a profile of another length."""
        if self.profile and len(self.profile) != SLOTS:
            raise ValueError(f"a profile has {SLOTS} half hours")

    def learn(self, date: str, kind: str, counts: Sequence[int]) -> None:
        """Learn an open day, later than all before: people by half hour.

        Raises ValueError for a date that is not later, or counts of another length.
        """
        if len(counts) != SLOTS:
            raise ValueError(f"a day has {SLOTS} half hours")
        self._go_on_to(date)
        came = float(sum(counts))
        expected = self.day(kind)
        if self.days:
            over = (came - expected) ** 2 - expected
            self._chance.learn(over / max(1.0, expected) ** 2)
        factor = self.factor(kind)
        alike = came / factor if factor > 0 else came
        level = self.level if self.days else alike
        self._level.learn(alike)
        if level > 0:
            self._kinds.setdefault(kind, _slow()).learn(came / level)
        for name in (kind, _ALL):
            keep = 0.5 ** (1 / LONG_HALF_LIFE)
            before = self._hours.get(name, [0.0] * SLOTS)
            self._hours[name] = [a * keep + b for a, b in zip(before, counts, strict=True)]
        self.days += 1

    def mark_closed(self, date: str) -> None:
        """Note a day on which nobody could come: it teaches nothing about how many would."""
        self._go_on_to(date)
        self.closed += 1

    @property
    def level(self) -> float:
        """Return the people of a day whose factor is 1."""
        if self._level.weight == 0:
            return self.people
        return self._level.total / self._level.weight

    def factor(self, kind: str) -> float:
        """Return how many times the level a day of this kind brings."""
        believed = self.factors.get(kind, 1.0)
        found = self._kinds.get(kind)
        return believed if found is None else found.with_belief(believed, BELIEF)

    def day(self, kind: str) -> float:
        """Return the people expected on a day of this kind."""
        return self.level * self.factor(kind)

    def hours(self, kind: str) -> list[float]:
        """Return the people expected in each half hour of such a day."""
        whole = self.day(kind)
        return [whole * part for part in self._profile(kind)]

    def percentile(self, kind: str, share: float, slots: Sequence[int]) -> float:
        """Return the people of some half hours together that are not exceeded with `share`.

        Chance has two parts: who happens to come, and how large the whole day turns out.
        """
        hours = self.hours(kind)
        return quantile(sum(hours[slot] for slot in slots), self.day_cv, share)

    @property
    def day_cv(self) -> float:
        """Return the deviation of whole days around what was expected, beyond pure chance."""
        variance = self._chance.with_belief(DAY_CV**2, BELIEF)
        return float(max(0.0, min(1.0, variance)) ** 0.5)

    def _profile(self, kind: str) -> list[float]:
        believed = _shares(self.profile) or [1 / SLOTS] * SLOTS
        everyday = _mixed(self._hours.get(_ALL), believed, BELIEF * self.level)
        own = self._hours.get(kind)
        if own is None or sum(own) == 0:
            return everyday
        alike = _shares(own) or everyday
        return [(a + b) / 2 for a, b in zip(alike, everyday, strict=True)]

    def _go_on_to(self, date: str) -> None:
        if date <= self.last:
            raise ValueError(f"{date} is not after {self.last}")
        self.last = date

    def to_record(self) -> Record:
        """Return everything as JSON-ready data."""
        return {
            "people": self.people,
            "profile": list(self.profile),
            "factors": dict(self.factors),
            "days": self.days,
            "closed": self.closed,
            "last": self.last,
            "level": [self._level.weight, self._level.total],
            "kinds": {kind: [one.weight, one.total] for kind, one in self._kinds.items()},
            "hours": {kind: list(one) for kind, one in self._hours.items()},
            "chance": [self._chance.weight, self._chance.total],
        }

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Demand":
        """Return what `to_record` wrote; raise KeyError or ValueError for anything else."""
        made = cls(
            float(record["people"]), tuple(record["profile"]), dict(record["factors"]),
            int(record["days"]), int(record["closed"]), str(record["last"]),
        )  # fmt: skip
        made._level = Mean.of(HALF_LIFE, record["level"])
        made._kinds = {kind: Mean.of(LONG_HALF_LIFE, one) for kind, one in record["kinds"].items()}
        made._hours = {kind: [float(n) for n in one] for kind, one in record["hours"].items()}
        made._chance = Mean.of(LONG_HALF_LIFE, record["chance"])
        return made


_ALL = "all"

DAY_CV = 0.15
"""Assumed until it is learned: how far whole days are from what was expected."""


def _shares(counts: Sequence[float]) -> list[float]:
    whole = sum(counts)
    return [one / whole for one in counts] if whole else []


def _mixed(counts: Sequence[float] | None, believed: Sequence[float], weight: float) -> list[float]:
    if counts is None or sum(counts) == 0:
        return list(believed)
    whole = sum(counts) + weight
    return [(n + weight * b) / whole for n, b in zip(counts, believed, strict=True)]
