"""Small bounded collections of numbers that chance draws from, and shares with a prior."""

import math
from statistics import NormalDist

Pool = list[float]

_NORMAL = NormalDist()


def added(pool: Pool, new: list[float], limit: int = 200) -> Pool:
    """Return the pool with new values, the oldest forgotten; of many new ones an even choice."""
    room = limit // 2
    if len(new) > room and len(pool) >= limit - room:
        new = [new[i * len(new) // room] for i in range(room)]
    return [*pool, *(round(one, 3) for one in new)][-limit:]


def normal(mean: float, deviation: float, n: int) -> Pool:
    """Return `n` values that stand for a normal distribution."""
    return [mean + deviation * _NORMAL.inv_cdf((i + 0.5) / n) for i in range(n)]


def log_normal(mean: float, cv: float, n: int) -> Pool:
    """Return `n` values that stand for a log-normal distribution of this mean."""
    sigma = math.sqrt(math.log(1 + cv**2))
    return [math.exp(one) for one in normal(math.log(mean) - sigma**2 / 2, sigma, n)]


def filled(pool: Pool, prior: Pool) -> Pool:
    """Return the pool in order; while it is small, with every second value of the prior or so."""
    lacking = max(0, len(prior) - len(pool))
    some = [prior[i * len(prior) // lacking] for i in range(lacking)] if lacking else []
    return sorted([*pool, *some])


def share(count: float, of: float, prior: float, weight: float) -> float:
    """Return a share of events, shrunk toward `prior` as if `weight` events had said that."""
    return (count + prior * weight) / (of + weight)
