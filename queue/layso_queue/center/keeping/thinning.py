"""Which copies are kept: all of today, one of each day before, none that is too old."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from layso_queue.center.stamps import local_date


class Dated(Protocol):
    """Anything made at a time."""

    @property
    def at(self) -> int:
        """When it was made, ms."""


Some = TypeVar("Some", bound=Dated)


def too_many(copies: Iterable[Some], now: int, days: int) -> list[Some]:
    """Return what may go; of each day before today its last copy stays, for `days` days.

    The newest of all is never among them, however old.
    """
    today = local_date(now)
    newest_first = sorted(copies, key=lambda one: one.at, reverse=True)
    kept_days = set()
    gone = []
    for copy in newest_first[1:]:
        day = local_date(copy.at)
        if day >= today:
            continue
        known = day in kept_days or day == local_date(newest_first[0].at)
        if known or (today - day).days > days:
            gone.append(copy)
        else:
            kept_days.add(day)
    return gone
