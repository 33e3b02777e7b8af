"""How many come at most, with a given chance, when both people and days vary."""

import math


def quantile(mean: float, cv: float, share: float) -> float:
    """Return the number that is not exceeded with chance `share`, between whole numbers too.

    People come by chance around a day's mean, which itself has deviation `cv` (as a part of the
    mean): negative binomial, Poisson where `cv` is 0. Raises ValueError for a share that is none.
    """
    if not 0 < share < 1 or mean < 0 or cv < 0:
        raise ValueError("a share lies between zero and one, mean and cv are not below zero")
    if mean == 0:
        return 0.0
    if mean > LARGE:
        return max(0.0, mean + _normal(share) * math.sqrt(mean + (cv * mean) ** 2))
    chance = _none(mean, cv)
    reached, n = 0.0, 0
    while reached + chance < share:
        reached += chance
        n += 1
        chance *= _step(n, mean, cv)
    # Each whole number stands for half a person less to half a person more.
    return max(0.0, n - 0.5 + (share - reached) / chance)


LARGE = 600.0
"""From this mean on the bell curve is as good, and sums of tiny chances are not."""


def _none(mean: float, cv: float) -> float:
    if cv * cv * mean < 1e-9:
        return math.exp(-mean)
    size = 1 / cv**2
    return math.exp(-size * math.log1p(mean / size))


def _step(n: int, mean: float, cv: float) -> float:
    """Return the chance of n people divided by that of n - 1."""
    if cv * cv * mean < 1e-9:
        return mean / n
    size = 1 / cv**2
    return (n - 1 + size) / n * mean / (mean + size)


def _normal(share: float) -> float:
    from statistics import NormalDist

    return NormalDist().inv_cdf(share)
