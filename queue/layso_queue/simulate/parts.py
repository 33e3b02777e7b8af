"""What a visit is made of: one desk, or a way to the copier between, or a second service."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from layso_queue.line.order import MINUTE
from layso_queue.simulate.description import Description
from layso_queue.simulate.effects import stream
from layso_queue.simulate.habits import Parking


@dataclass(frozen=True, slots=True)
class Part:
    """Time at one desk: `takes` ms; then away for `away` ms, or at once to the next part."""

    service: str
    takes: int
    away: int = 0


class Paths:
    """Draws the ways of `n` people; each habit has a randomness of its own."""

    def __init__(self, description: Description, seed: int, about: str, n: int) -> None:
        """Draw what is needed, for people who came `about` the same way."""
        self._description = description
        self._lengths = {one.code: one.length for one in description.services}
        self._park = stream(seed, f"{about} park").random(n)
        self._away = stream(seed, f"{about} away")
        self._send = stream(seed, f"{about} send").random(n)
        self._next = stream(seed, f"{about} next")
        habit = description.dossiers
        random = stream(seed, f"{about} dossiers")
        several = random.random(n) < habit.share
        self._more: NDArray[np.int64] = several * (1 + random.poisson(max(0.0, habit.more - 1), n))

    def dossiers(self, i: int) -> tuple[int, float]:
        """Return how many dossiers the i-th person brings, and how much longer that takes."""
        more = int(self._more[i])
        return 1 + more, 1 + more * self._description.dossiers.each

    def parts(self, i: int, service: str, minutes: float) -> tuple[Part, ...]:
        """Return the i-th person's visits, the first of which takes `minutes` at `service`."""
        parts = self._with_parking(i, service, minutes)
        chance = float(self._send[i])
        for one in self._description.transfers:
            if one.service == service:
                if chance < one.share:
                    takes = float(self._lengths[one.to].draw(self._next, 1)[0])
                    return (*parts, Part(one.to, _ms(takes)))
                chance -= one.share
        return parts

    def _with_parking(self, i: int, service: str, minutes: float) -> tuple[Part, ...]:
        habit = self._habit(service)
        if habit is None or self._park[i] >= habit.share:
            return (Part(service, _ms(minutes)),)
        away = float(habit.away.draw(self._away, 1)[0])
        first = Part(service, _ms(minutes * habit.before), _ms(away))
        return (first, Part(service, _ms(minutes * (1 - habit.before))))

    def _habit(self, service: str) -> Parking | None:
        return next((one for one in self._description.parking if one.service == service), None)


def _ms(minutes: float) -> int:
    return max(1, round(minutes * MINUTE))
