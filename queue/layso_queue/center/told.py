"""The range of minutes that windows are told of a wait."""

from collections.abc import Iterable
from typing import NamedTuple

from layso_queue.line.order import MINUTE

Newcomer = tuple[str, int]
"""Somebody who comes now: service code, and head start in minutes."""


class Wait(NamedTuple):
    """From `low` to `high` minutes, about `median`; both 0 is "now".

    `before` and `after` are set (ms since the epoch) where lunch may lie between: called before
    the one or after the other.
    """

    low: int
    high: int
    median: int = 0
    before: int | None = None
    after: int | None = None

    @property
    def is_now(self) -> bool:
        """Say whether a free counter is waiting for this person."""
        return self.high == 0


WaitsOfTickets = dict[str, Wait]
WaitsOfNewcomers = dict[Newcomer, Wait]


def head_of(foreseen: Iterable[Newcomer], service: str, before: int) -> int | None:
    """Return the most minutes of head start foreseen for a service that are not above `before`.

    `before` in ms, from a ticket's key to its arrival. None where nothing was foreseen.
    """
    heads = (head for code, head in foreseen if code == service and head * MINUTE <= before)
    return max(heads, default=None)
