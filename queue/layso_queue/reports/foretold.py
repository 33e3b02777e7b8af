"""What was told against what came, by service and by hour; all in minutes."""

from collections.abc import Iterable
from dataclasses import dataclass

from layso_queue.center.stamps import local
from layso_queue.center.storage.forecasts import Prediction
from layso_queue.line.order import MINUTE

SOON = 1.0
"""A wait up to this was none: its interval is not counted."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """One ticket: the hour of its issue, the middle and the interval foretold, and the wait."""

    service: str
    hour: int
    median: float
    low: float
    high: float
    said: tuple[int, int]
    wait: float


@dataclass(frozen=True, slots=True)
class Figures:
    """How good some forecasts were.

    `bias` is above zero where people were told too much; `held` the share of waits over a minute
    within the interval, `kept` within what was said; NaN where there are none.
    """

    tickets: int
    wait: float
    error: float
    bias: float
    held: float
    kept: float


def foretold(predictions: Iterable[Prediction]) -> list[Foretold]:
    """Return the tickets that were called, of all that were foretold."""
    return [
        Foretold(
            service=one.service,
            hour=local(one.issued_at).hour,
            median=one.median,
            low=one.interval_low,
            high=one.interval_high,
            said=(one.low, one.high),
            wait=(one.called_at - one.issued_at) / MINUTE,
        )
        for one in predictions
        if one.called_at is not None
    ]


def figures(some: list[Foretold]) -> Figures:
    """Return the figures of at least one ticket."""
    n = len(some)
    long = [one for one in some if one.wait > SOON]
    return Figures(
        tickets=n,
        wait=sum(one.wait for one in some) / n,
        error=sum(abs(one.median - one.wait) for one in some) / n,
        bias=sum(one.median - one.wait for one in some) / n,
        held=_share(one.low <= one.wait <= one.high for one in long),
        kept=_share(one.said[0] <= one.wait <= one.said[1] for one in long),
    )


def by_service(some: list[Foretold]) -> dict[str, list[Foretold]]:
    """Return them by service, in the order of its codes."""
    codes = sorted({one.service for one in some})
    return {code: [one for one in some if one.service == code] for code in codes}


def by_hour(some: list[Foretold]) -> dict[int, list[Foretold]]:
    """Return them by the local hour of the issue, in order."""
    hours = sorted({one.hour for one in some})
    return {hour: [one for one in some if one.hour == hour] for hour in hours}


def _share(found: Iterable[bool]) -> float:
    every = list(found)
    return sum(every) / len(every) if every else float("nan")
