"""How long a visit takes a counter: service, hour, officer, dossiers and day, each shrunk.

All on a log scale, where effects add up. What is left of each visit is kept in its service's pool.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from layso_queue.forecast.pools import Pool, added, filled, normal
from layso_queue.forecast.seen import Visit

SIGMA = 0.55
"""Deviation of a visit's logarithm until it is learned."""

DOUBT = 1.5
"""The set minutes count as so many visits: they are somebody's guess."""

SHORTEST = 0.1
MOST_DOSSIERS = 6

Cell = list[float]
"""A decayed count and a decayed sum."""


@dataclass
class Group:
    """Effects of one kind; `tau` is how much they differ, learned too."""

    tau: float
    cells: dict[str, Cell] = field(default_factory=dict)

    def effect(self, name: str) -> float:
        """Return the effect, shrunk toward none as long as little speaks for it."""
        cell = self.cells.get(name)
        return 0.0 if cell is None else cell[1] / (cell[0] + (SIGMA / self.tau) ** 2)

    def add(self, name: str, value: float) -> None:
        """Take in one observation of what no other effect explains."""
        cell = self.cells.setdefault(name, [0.0, 0.0])
        cell[0] += 1
        cell[1] += value

    def forget(self, factor: float) -> None:
        """Let all that was seen count less, and drop what no longer counts."""
        for name, cell in list(self.cells.items()):
            cell[0] *= factor
            cell[1] *= factor
            if cell[0] < 0.05:
                del self.cells[name]

    def measure(self, prior: float, least: float = 0.02) -> None:
        """Learn how much the effects differ, by moments, holding on to `prior` at first."""
        weights, total = 3.0, 3.0 * prior**2
        for n, s in self.cells.values():
            weight = n / (n + 20)
            weights += weight
            total += weight * ((s / n) ** 2 - SIGMA**2 / n)
        self.tau = math.sqrt(max(least**2, total / weights))


PRIORS = {"hour": 0.05, "hour_of": 0.05, "officer": 0.15, "officer_of": 0.07, "dossiers": 0.3}


@dataclass
class Lengths:
    """What is known of the visits' lengths."""

    means: dict[str, Cell] = field(default_factory=dict)
    groups: dict[str, Group] = field(
        default_factory=lambda: {name: Group(tau) for name, tau in PRIORS.items()}
    )
    pools: dict[str, Pool] = field(default_factory=dict)
    common: Cell = field(default_factory=lambda: [4.0, 4.0 * 0.07**2])
    own: Cell = field(default_factory=lambda: [4.0, 4.0 * 0.10**2])
    """Decayed counts and sums of squared effects of days: all services' together, each one's."""

    def mean(self, service: str, set_minutes: float) -> float:
        """Return the mean logarithm of a service's visits."""
        n, total = self.means.get(service, (0.0, 0.0))
        guess = math.log(max(SHORTEST, set_minutes)) - SIGMA**2 / 2
        return (guess * DOUBT + total) / (n + DOUBT)

    def noise(self, service: str) -> float:
        """Return the variance of a visit's logarithm that nothing known explains."""
        pool = self.pools.get(service, [])
        return (sum(one * one for one in pool) + 20 * SIGMA**2) / (len(pool) + 20)

    def doubt(self, service: str) -> float:
        """Return the variance of that mean."""
        n = self.means.get(service, (0.0, 0.0))[0]
        return SIGMA**2 / (n + DOUBT)

    def hour(self, service: str, hour: int) -> float:
        """Return what the hour adds."""
        groups = self.groups
        return groups["hour"].effect(f"{hour}") + groups["hour_of"].effect(f"{service}|{hour}")

    def officer(self, service: str, officer: str) -> float:
        """Return what the officer adds."""
        groups = self.groups
        own = groups["officer_of"].effect(f"{service}|{officer}")
        return groups["officer"].effect(officer) + own

    def dossiers(self, n: int) -> float:
        """Return what several dossiers add."""
        if n <= 1:
            return 0.0
        return self.groups["dossiers"].effect(str(min(n, MOST_DOSSIERS)))

    def expected(self, visit: Visit, set_minutes: float) -> float:
        """Return the mean logarithm of such a visit on a usual day."""
        mean = self.mean(visit.service, set_minutes) + self.hour(visit.service, visit.hour)
        return mean + self.officer(visit.service, visit.officer) + self.dossiers(visit.dossiers)

    def residuals(self, service: str) -> Pool:
        """Return, in order, how visits of the service differ from their mean."""
        return filled(self.pools.get(service, []), normal(0.0, SIGMA, 60))

    def learn(self, visits: Iterable[Visit], minutes: Callable[[str], float], keep: float) -> None:
        """Take in a day's visits; all that was known before counts `keep` times as much."""
        shown = [visit for visit in visits if visit.shown]
        self._learn_days(shown, minutes, keep)
        for cell in self.means.values():
            cell[0] *= keep
            cell[1] *= keep
        for group in self.groups.values():
            group.forget(keep)
        for visit in shown:
            cell = self.means.setdefault(visit.service, [0.0, 0.0])
            others = self.expected(visit, 1.0) - self.mean(visit.service, 1.0)
            cell[0] += 1
            cell[1] += logarithm(visit) - others
        for name in PRIORS:
            self._learn_group(name, shown, minutes)
        of_day = _by_service(shown, lambda one: logarithm(one) - self._usual(one, minutes))
        for service, values in of_day.items():
            mean = sum(values) / len(values)
            left = [value - mean for value in values]
            self.pools[service] = added(self.pools.get(service, []), left)

    def _usual(self, visit: Visit, minutes: Callable[[str], float]) -> float:
        return self.expected(visit, minutes(visit.service))

    def _learn_group(self, name: str, shown: list[Visit], minutes: Callable[[str], float]) -> None:
        """Take in what this kind of effect has to explain beside all others and the day."""
        group = self.groups[name]
        of_day = _by_service(shown, lambda one: logarithm(one) - self._usual(one, minutes))
        means = {service: sum(values) / len(values) for service, values in of_day.items()}
        new = []
        for visit in shown:
            key = _key(name, visit)
            if key is not None:
                left = logarithm(visit) - self._usual(visit, minutes) - means[visit.service]
                new.append((key, left + group.effect(key)))
        for key, value in new:
            group.add(key, value)
        group.measure(PRIORS[name])

    def _learn_days(self, shown: list[Visit], minutes: Callable[[str], float], keep: float) -> None:
        """Learn how much days differ, from how far this one is from what was expected."""
        of_day = _by_service(shown, lambda one: logarithm(one) - self._usual(one, minutes))
        known = {s: v for s, v in of_day.items() if self.means.get(s, (0.0,))[0] > 20}
        if len(known) < 2:
            return
        noise = {s: self.noise(s) / len(v) + self.doubt(s) for s, v in known.items()}
        means = {s: sum(v) / len(v) for s, v in known.items()}
        own = self.own[1] / self.own[0]
        weight = {s: 1 / (own + noise[s]) for s in known}
        whole = sum(weight.values())
        middle = sum(weight[s] * means[s] for s in known) / whole
        for cell in (self.own, self.common):
            cell[0] *= keep
            cell[1] *= keep
        self.common[0] += 1
        self.common[1] += middle**2 - 1 / whole
        for s in known:
            rest = 1 - weight[s] / whole
            self.own[0] += rest
            self.own[1] += (means[s] - middle) ** 2 - noise[s] * rest


def logarithm(visit: Visit) -> float:
    """Return the logarithm of a visit's minutes."""
    return math.log(max(SHORTEST, visit.minutes))


def _key(name: str, visit: Visit) -> str | None:
    if name == "dossiers":
        return str(min(visit.dossiers, MOST_DOSSIERS)) if visit.dossiers > 1 else None
    value = str(visit.hour) if name.startswith("hour") else visit.officer
    return f"{visit.service}|{value}" if name.endswith("_of") else value


def _by_service(visits: Iterable[Visit], value: Callable[[Visit], float]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for visit in visits:
        found.setdefault(visit.service, []).append(value(visit))
    return found
