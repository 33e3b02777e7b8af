"""How many counters a load needs, so that few people have to wait at all.

The square root rule: the load, and a safety that grows with its root. Small loads ask Erlang C.
"""

import math
from collections.abc import Mapping

from layso_queue.forecast.capacity import chance_of_waiting

SAFETY: Mapping[float, float] = {0.5: 0.506, 0.3: 0.829, 0.2: 1.062, 0.1: 1.420}
"""By the chance of having to wait: what to add to the load for each unit of its root."""

RULE_FROM = 6.0
"""Erlangs from which on the rule is used."""


def counters_needed(load: float, chance: float = 0.3) -> int:
    """Return the counters for `load` erlangs when the chance of waiting may be `chance`.

    Raises ValueError for a chance that is not in SAFETY, or a load below zero.
    """
    if load < 0 or chance not in SAFETY:
        raise ValueError("a load is not below zero, and a chance is one of the table's")
    if load >= RULE_FROM:
        return math.ceil(load + SAFETY[chance] * math.sqrt(load))
    counters = 0
    while chance_of_waiting(counters, load) > chance:
        counters += 1
    return counters


def load_of(people: float, minutes: float, span: float) -> float:
    """Return the erlangs of so many people in `span` minutes whose visits take `minutes` each."""
    return people * minutes / span


def split(loads: Mapping[str, float], desks: Mapping[int, tuple[str, ...]]) -> dict[int, float]:
    """Return the load of each desk when every service's work goes where most room is.

    `loads` in erlangs by service; work that no desk serves is left out. The split makes the
    desks as equally busy as their services allow.
    """
    parts = shares(loads, desks)
    return {
        number: sum(parts.get((code, number), 0.0) for code in codes)
        for number, codes in desks.items()
    }


def shares(
    loads: Mapping[str, float], desks: Mapping[int, tuple[str, ...]]
) -> dict[tuple[str, int], float]:
    """Return the erlangs that each service puts on each desk, by (service, desk)."""
    homes = {code: [n for n, codes in desks.items() if code in codes] for code in loads}
    parts = {(c, n): loads[c] / len(at) for c, at in homes.items() for n in at}
    for _ in range(ROUNDS):
        for code, at in homes.items():
            if len(at) > 1:
                _level(parts, code, at, loads[code])
    return parts


ROUNDS = 40
"""Each pours every service's work anew over its desks; more change nothing that counts."""


def _level(parts: dict[tuple[str, int], float], code: str, at: list[int], load: float) -> None:
    """Pour one service's load over its desks like water over a floor of other work."""
    floor = {
        n: sum(part for (other, desk), part in parts.items() if desk == n and other != code)
        for n in at
    }
    heights = sorted(floor.values())
    poured = 0.0
    level = heights[0]
    for i, below in enumerate(heights):
        above = heights[i + 1] if i + 1 < len(heights) else math.inf
        room = (above - below) * (i + 1)
        if poured + room >= load:
            level = below + (load - poured) / (i + 1)
            break
        poured += room
    for n in at:
        parts[code, n] = max(0.0, level - floor[n])
