"""One run: from the present state the real calling rule is played on, until all are dated."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from math import exp, inf

from layso_queue.forecast.programs import Ahead

HORIZON = 600.0
"""Minutes: no run looks further, and nobody is told a longer wait."""

Coming = tuple[float, float, int, bool]
"""Somebody who will begin to wait: minute, key (ms from now), service, one of the privileged."""


@dataclass(slots=True)
class Chances:
    """What one run draws from; `uniform` gives the next number from 0 to 1."""

    levels: list[float]
    """Mean logarithm of a visit by service."""
    lengths: list[float]
    """Minutes at a usual pace and hour, by item; 0 for newcomers."""
    patience: list[float]
    """Minutes from now after which a ticket's person has left, by item."""
    busy: list[float]
    """Minutes for which each desk is still taken; 0 for a free one."""
    aheads: list[Ahead]
    coming: list[Coming]
    next_privileged: Callable[[float], Coming | None]
    uniform: Callable[[], float]


@dataclass(slots=True)
class Rules:
    """What is the same for all runs; lines, services and desks are indices."""

    keys: list[list[float]]
    """By line: the items' keys in order, and infinity after the last."""
    items: list[list[int]]
    services: list[int]
    desk_lines: list[tuple[int, ...]]
    paces: list[list[float]]
    hours: list[list[float]]
    """Factors by service and local hour."""
    minute: float
    no_show: float
    back: float
    miss: list[float]
    backs: list[float]
    gaps: list[float]
    residuals: list[list[float]]
    onward: list[list[tuple[float, int]]]
    """By service: chance and next service (-1: away for a while, then back) at a visit's end."""
    aways: list[float]


def play(rules: Rules, chance: Chances, count: int) -> list[float]:
    """Return the minute from now in which each item is called, HORIZON if it is not.

    The run ends when `count` items are dated.
    """
    starts = [HORIZON] * len(rules.services)
    at = [0] * len(rules.items)
    extra: list[list[tuple[float, int]]] = [[] for _ in rules.items]
    free = [(busy, desk) for desk, busy in enumerate(chance.busy) if chance.aheads[desk]]
    freed = list(chance.busy)
    stage = [0] * len(freed)
    idle: list[int] = []
    coming = list(chance.coming)
    first = chance.next_privileged(0.0)
    if first is not None:
        coming.append(first)
    heapq.heapify(free)
    heapq.heapify(coming)
    uniform = chance.uniform
    while count and (free or (idle and coming)):
        if coming and (not free or coming[0][0] <= free[0][0]):
            minute, key, service, privileged = heapq.heappop(coming)
            heapq.heappush(extra[service], (key, service))
            if privileged and (following := chance.next_privileged(minute)) is not None:
                heapq.heappush(coming, following)
            for desk in idle:
                if service in rules.desk_lines[desk]:
                    idle.remove(desk)
                    heapq.heappush(free, (minute, desk))
                    break
            continue
        minute, desk = heapq.heappop(free)
        if minute >= HORIZON:
            break
        start, end, rest = chance.aheads[desk][stage[desk]]
        if minute < start:
            heapq.heappush(free, (start, desk))
            continue
        if minute >= end:
            stage[desk] += 1
            if stage[desk] < len(chance.aheads[desk]):
                again = max(minute, max(end, freed[desk]) + rest) if rest else minute
                heapq.heappush(free, (again, desk))
            continue
        while True:
            best, line, fresh = inf, -1, False
            for one in rules.desk_lines[desk]:
                key = rules.keys[one][at[one]]
                if key < best:
                    best, line, fresh = key, one, False
                if extra[one] and extra[one][0][0] < best:
                    best, line, fresh = extra[one][0][0], one, True
            if line < 0:
                idle.append(desk)
                break
            if fresh:
                _, service = heapq.heappop(extra[line])
                pool = rules.residuals[service]
                length = exp(chance.levels[service] + pool[int(uniform() * len(pool))])
            else:
                item = rules.items[line][at[line]]
                at[line] += 1
                service = rules.services[item]
                starts[item] = minute
                count -= 1
                if not count:
                    return starts
                length = chance.lengths[item]
                if not length or minute > chance.patience[item]:
                    continue  # a newcomer delays nobody, and who has left does not either
            luck = uniform()
            if luck < rules.no_show:
                length = rules.miss[int(luck / rules.no_show * len(rules.miss))]
                if uniform() < rules.back:
                    away = rules.backs[int(uniform() * len(rules.backs))]
                    heapq.heappush(coming, (minute + length + away, best, service, False))
            else:
                hour = int((rules.minute + minute) // 60) % 24
                length *= rules.paces[desk][service] * rules.hours[service][hour]
                for share, to in rules.onward[service]:
                    if luck > 1 - share:
                        away = 0.0 if to >= 0 else rules.aways[int(uniform() * len(rules.aways))]
                        then = service if to < 0 else to
                        heapq.heappush(coming, (minute + length + away, best, then, False))
                        break
                    luck += share
            freed[desk] = minute + length
            if rules.gaps:
                length += rules.gaps[int(uniform() * len(rules.gaps))]
            heapq.heappush(free, (minute + length, desk))
            break
    return starts
