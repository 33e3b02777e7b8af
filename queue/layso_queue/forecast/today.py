"""What today is like against other days, as far as it has gone."""

import math
from dataclasses import dataclass

from layso_queue.forecast.learned import Learned
from layso_queue.forecast.lengths import logarithm
from layso_queue.forecast.pools import Pool
from layso_queue.forecast.seen import Visit
from layso_queue.forecast.watch import Watch
from layso_queue.line.events import Event


@dataclass(frozen=True, slots=True)
class Level:
    """How much longer visits take today, on a log scale: what is believed, and how surely."""

    mean: float
    deviation: float


class Today:
    """The open day on top of what was learned before it."""

    def __init__(self, learned: Learned, watch: Watch | None = None) -> None:
        """Begin with a day of which nothing, or what `watch` was told, is known."""
        self.learned = learned
        self.watch = watch or Watch()
        self._sums: dict[str, tuple[int, float]] = {}
        self._paces: dict[tuple[str, str], float] = {}
        self._pools: dict[str, Pool] = {}
        self._noise: dict[str, float] = {}
        self._hours: dict[str, list[float]] = {}
        self._privileged: list[list[tuple[str, int, float]]] | None = None
        self._last: Visit | None = None
        self._counted = 0

    def take(self, event: Event) -> None:
        """Be told the next fact of the journal."""
        self.watch.take(event)

    def pace(self, service: str, officer: str) -> float:
        """Return how many times as long a service's visits take with this officer."""
        known = self._paces.get((service, officer))
        if known is None:
            known = math.exp(self.learned.lengths.officer(service, officer))
            self._paces[service, officer] = known
        return known

    def hours(self, service: str) -> list[float]:
        """Return how many times as long a service's visits take, by local hour."""
        known = self._hours.get(service)
        if known is None:
            lengths = self.learned.lengths
            known = [math.exp(lengths.hour(service, hour)) for hour in range(24)]
            self._hours[service] = known
        return known

    def privileged(self) -> list[list[tuple[str, int, float]]]:
        """Return who comes with a head start: (service, minutes, people an hour) by local hour."""
        if self._privileged is None:
            self._privileged = self.learned.habits.privileged()
        return self._privileged

    def under_way(self, now: int) -> dict[str, tuple[int, float]]:
        """Return count and sum of what visits that still last say of today.

        Those that have ended are mostly the short ones: without the others every morning would
        look quick. Of a visit that lasts it is known that it is longer than until now.
        """
        found: dict[str, tuple[int, float]] = {}
        for visit in self.watch.under_way(now):
            planned = self._minutes.get(visit.service)
            if planned is None:
                continue
            lengths = self.learned.lengths
            over = logarithm(visit) - lengths.expected(visit, planned)
            longer = [one for one in self._residuals(visit.service) if one > over] or [over]
            n, rest = found.get(visit.service, (0, 0.0))
            found[visit.service] = (n + 1, rest + sum(longer) / len(longer))
        return found

    def levels(self, services: list[str], now: int) -> tuple[Level, dict[str, Level]]:
        """Return today's effect on all services together, and beside it on each of them."""
        self._catch_up()
        sums = dict(self._sums)
        for service, (n, rest) in self.under_way(now).items():
            ended, total = sums.get(service, (0, 0.0))
            sums[service] = (ended + n, total + rest)
        lengths = self.learned.lengths
        tau2 = max(0.02**2, lengths.common[1] / lengths.common[0])
        omega2 = max(0.02**2, lengths.own[1] / lengths.own[0])
        own = {service: omega2 + lengths.doubt(service) for service in services}
        noise = {service: self._noise_of(service) for service in services}
        precision, total = 1 / tau2, 0.0
        for service in services:
            n, rest = sums.get(service, (0, 0.0))
            if n:
                weight = 1 / (own[service] + noise[service] / n)
                precision += weight
                total += weight * rest / n
        common = total / precision
        found = {}
        for service in services:
            n, rest = sums.get(service, (0, 0.0))
            held = own[service] / (own[service] + noise[service] / n) if n else 0.0
            mean = held * (rest / n - common) if n else 0.0
            found[service] = Level(mean, (own[service] * (1 - held)) ** 0.5)
        return Level(common, precision**-0.5), found

    @property
    def _minutes(self) -> dict[str, float]:
        plan = self.watch.plan
        return {one.code: float(one.minutes) for one in plan.services} if plan else {}

    def _residuals(self, service: str) -> Pool:
        known = self._pools.get(service)
        if known is None:
            known = self._pools[service] = self.learned.lengths.residuals(service)
        return known

    def _noise_of(self, service: str) -> float:
        known = self._noise.get(service)
        if known is None:
            known = self._noise[service] = self.learned.lengths.noise(service)
        return known

    def _catch_up(self) -> None:
        """Count the visits that ended since; all of them anew if one was taken back."""
        visits = self.watch.seen.visits
        counted = self._counted
        if counted > len(visits) or (counted and visits[counted - 1] is not self._last):
            self._sums, counted = {}, 0
        if counted == len(visits):
            return
        minutes = self._minutes
        for visit in visits[counted:]:
            if visit.shown and visit.service in minutes:
                n, rest = self._sums.get(visit.service, (0, 0.0))
                expected = self.learned.lengths.expected(visit, minutes[visit.service])
                self._sums[visit.service] = (n + 1, rest + logarithm(visit) - expected)
        self._counted, self._last = len(visits), visits[-1]
