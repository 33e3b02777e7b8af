"""Web places per service and hour: all services of an hour together, since counters are shared."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from layso_queue.forecast.capacity import Hour, Load, Offer, offer_of, wait_of_walk_in
from layso_queue.forecast.staffing import load_of, shares
from layso_queue.simulate import Length

PERCENTILE = 0.7
"""Walk-ins are prepared for at this percentile."""

MOST = 60
"""Places of one service in one hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A service's places from `start` on (minutes after midnight), for `span` minutes.

    `places` are fewer than the formula's `offer` where the simulator shows a line left over from
    the hours before, which no formula of one hour knows.
    """

    service: str
    start: float
    span: float
    offer: Offer
    places: int

    @property
    def cut(self) -> bool:
        """Say whether the simulator took places away."""
        return self.places < self.offer.places

    @property
    def sentence(self) -> tuple[str, dict[str, int]]:
        """Return the key of the sentence that explains it, under `plan.places`, and its values."""
        if self.cut:
            key = "cut_one" if self.places == 1 else "cut" if self.places else "cut_all"
            return key, {"places": self.places, "more": self.offer.places}
        return self.offer.sentence


def places(
    start: float,
    span: float,
    walk_ins: Mapping[str, float],
    lengths: Mapping[str, Length],
    desks: Mapping[int, tuple[str, ...]],
    targets: Mapping[str, float],
    privileged: float,
    show: float,
) -> list[Offered]:
    """Return what to open in the `span` minutes from `start` on with these counters.

    `walk_ins` are people an hour by service, at the percentile to be prepared for. One place more
    is given in turn to every service, as long as nobody's walk-ins wait beyond their target.
    """
    given = dict.fromkeys(walk_ins, 0)
    going = [code for code in walk_ins if any(code in one for one in desks.values())]
    at = _Shared(walk_ins, lengths, desks, privileged, show, span)
    while going:
        for code in list(going):
            tried = given | {code: given[code] + 1}
            near = at.beside(code)
            waits = {one: wait_of_walk_in(at.hour(one, tried), tried[one]) for one in near}
            if tried[code] > MOST or any(waits[one] > targets[one] for one in near):
                going.remove(code)
            else:
                given = tried
    return [
        Offered(
            service=code,
            start=start,
            span=span,
            offer=offer_of(at.hour(code, given), n, targets[code]),
            places=n,
        )
        for code, n in given.items()
    ]


class _Shared:
    """The hour of each service, with what the others put on the counters it shares with them."""

    def __init__(
        self,
        walk_ins: Mapping[str, float],
        lengths: Mapping[str, Length],
        desks: Mapping[int, tuple[str, ...]],
        privileged: float,
        show: float,
        span: float,
    ) -> None:
        self._span = span
        self._walk_ins = walk_ins
        self._lengths = lengths
        self._desks = desks
        self._privileged = privileged
        self._show = show

    def beside(self, code: str) -> list[str]:
        """Return the services that share a counter with this one, and itself."""
        others = {one for codes in self._desks.values() if code in codes for one in codes}
        return sorted(others & set(self._walk_ins))

    def hour(self, code: str, given: Mapping[str, int]) -> Hour:
        """Return a service's hour while so many places of the others are open."""
        own = [n for n, codes in self._desks.items() if code in codes]
        works = {one: self._work(one, given) for one in self._walk_ins}
        parts = shares(works, self._desks)
        others, first = [], []
        for one in self._walk_ins:
            work = sum(parts.get((one, n), 0.0) for n in own)
            if one != code and work > 0:
                share = work / works[one]
                others.append(self._load(one, self._walk_ins[one] * share))
                first.append(self._load(one, self._booked(one, given) * share))
        walk = self._load(code, self._walk_ins[code])
        made = Hour(
            counters=len(own),
            walk_ins=walk,
            privileged=self._privileged,
            show=self._show,
            span=self._span,
        )
        return replace(made, others=tuple(others), first=tuple(first))

    def _work(self, code: str, given: Mapping[str, int]) -> float:
        people = self._walk_ins[code] + self._booked(code, given)
        return load_of(people, self._lengths[code].mean, 60)

    def _booked(self, code: str, given: Mapping[str, int]) -> float:
        return self._show * given[code] * 60 / self._span

    def _load(self, code: str, people: float) -> Load:
        length = self._lengths[code]
        return Load(people=people, minutes=length.mean, cv=length.cv)
