"""What people and counters do beside visits: come late or not at all, leave, go on, take a break.

Counts are decayed; shares are held to a prior until enough was seen.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from layso_queue.forecast.pools import Pool, added, filled, log_normal, normal, share
from layso_queue.forecast.seen import Seen

Counts = dict[str, float]

NO_SHOW, SHOW = 0.05, 0.85
LATENESS = normal(-8.0, 8.0, 20)
REST = log_normal(10.0, 0.6, 20)
MISS = log_normal(2.0, 0.3, 10)
WALK = log_normal(0.5, 0.5, 10)
AWAY = log_normal(12.0, 0.5, 20)

USUAL = 20.0
"""So many people speak for a day being like others."""

PATIENCE = (0.0, 10.0, 20.0, 40.0, 60.0, 90.0)
"""Minutes at which people's readiness to leave may change."""


@dataclass
class Habits:
    """All that was learned of them."""

    counts: Counts = field(default_factory=dict)
    pools: dict[str, Pool] = field(default_factory=dict)

    def learn(self, seen: Seen, keep: float) -> None:
        """Take in a day; all that was known before counts `keep` times as much."""
        self.counts = {name: n * keep for name, n in self.counts.items() if n * keep > 0.02}
        self._count("days", 1)
        self._count("booked", seen.booked)
        self._count("came", seen.came)
        self._count("missed", seen.missed)
        self._count("called", len(seen.visits))
        self._count("back", len(seen.back))
        for kind, some in (("ended", seen.ended), ("parked", seen.parked)):
            for service, n in some.items():
                self._count(f"{kind}|{service}", n)
        for (service, to), n in seen.sent.items():
            self._count(f"sent|{service}|{to}", n)
        for (service, head, hour), n in seen.privileged.items():
            self._count(f"privileged|{service}|{head}|{hour}", n)
        for hour, n in seen.arrived.items():
            self._count(f"arrived|{hour}", n)
        for kind, some in (("pauses", seen.pauses), ("endings", seen.endings)):
            for reason, n in some.items():
                self._count(f"{kind}|{reason[:40]}", n)
        for after in seen.left_after:
            self._count(f"left|{bisect_right(PATIENCE, after)}", 1)
        for i, start in enumerate(PATIENCE):
            end = PATIENCE[i + 1] if i + 1 < len(PATIENCE) else float("inf")
            at_risk = sum(max(0.0, min(end, waited) - start) for waited in seen.waited)
            self._count(f"risk|{i + 1}", at_risk)
        self._keep("gaps", seen.gaps)
        self._keep("late", seen.lateness)
        self._keep("away", seen.away)
        self._keep("back", seen.back, 60)
        self._keep("miss", [one.minutes for one in seen.visits if not one.shown], 60)
        self._keep("walk", [one.walk for one in seen.visits if one.shown and one.walk is not None])
        for reason in {reason for reason, _ in seen.rests}:
            lengths = [length for name, length in seen.rests if name == reason]
            self._keep(f"rest|{reason[:40]}", lengths, 60)

    @property
    def no_show(self) -> float:
        """Return the share of calls that nobody answers."""
        return share(self._of("missed"), self._of("called"), NO_SHOW, 20)

    @property
    def show(self) -> float:
        """Return the share of appointments that are kept."""
        return share(self._of("came"), self._of("booked"), SHOW, 10)

    @property
    def back(self) -> float:
        """Return the share of people who were not there and come back."""
        return share(self._of("back"), self._of("missed"), 0.2, 5)

    def parked(self, service: str) -> float:
        """Return the share of visits that end with the person going to fetch something."""
        return share(self._of(f"parked|{service}"), self._of(f"ended|{service}"), 0.0, 20)

    def sent(self, service: str) -> dict[str, float]:
        """Return the shares of a service's visits that end with a transfer, by where to."""
        start = f"sent|{service}|"
        ended = self._of(f"ended|{service}")
        some = {name[len(start) :]: n for name, n in self.counts.items() if name.startswith(start)}
        return {to: share(n, ended, 0.0, 20) for to, n in some.items()}

    def leaving(self) -> list[float]:
        """Return how many leave a minute, by stretch of PATIENCE."""
        return [
            self._of(f"left|{i + 1}") / (self._of(f"risk|{i + 1}") + 200)
            for i in range(len(PATIENCE))
        ]

    def privileged(self) -> list[list[tuple[str, int, float]]]:
        """Return who comes with a head start: (service, minutes, people an hour) by local hour."""
        found: list[list[tuple[str, int, float]]] = [[] for _ in range(24)]
        days = self._of("days")
        for name, n in sorted(self.counts.items()):
            if name.startswith("privileged|"):
                _, service, head, hour = name.split("|")
                found[int(hour)].append((service, int(head), n / days))
        return found

    def crowd(self, arrived: dict[int, int], minute: float) -> float:
        """Return how many times as many people as usual have come by this local minute."""
        days, hour = self._of("days"), int(minute // 60)
        if not days:
            return 1.0
        whole = sum(self._of(f"arrived|{one}") for one in range(hour))
        whole += self._of(f"arrived|{hour}") * (minute % 60) / 60
        return (sum(arrived.values()) + USUAL) / (whole / days + USUAL)

    def stops(self, reason: str) -> float:
        """Return the chance that a counter pausing for this reason calls nobody any more."""
        ends = self._of(f"endings|{reason[:40]}")
        return share(ends, ends + self._of(f"pauses|{reason[:40]}"), 0.0, 2)

    def rests(self, reason: str) -> Pool:
        """Return lengths of breaks for this reason, in order."""
        return filled(self.pools.get(f"rest|{reason[:40]}", []), REST)

    def pool(self, name: str, prior: Pool) -> Pool:
        """Return what was seen under a name, in order, or the prior while that is little."""
        return filled(self.pools.get(name, []), prior)

    def _of(self, name: str) -> float:
        return self.counts.get(name, 0.0)

    def _count(self, name: str, n: float) -> None:
        if n:
            self.counts[name] = self.counts.get(name, 0.0) + n

    def _keep(self, name: str, new: list[float], limit: int = 120) -> None:
        if new:
            self.pools[name] = added(self.pools.get(name, []), new, limit)
