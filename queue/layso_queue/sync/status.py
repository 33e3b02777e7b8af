"""How a center stands just now: it replaces what was said before, and is no event."""

from dataclasses import dataclass

MOST_ALERTS = 50
"""More different ones than there are words."""


MOST_STRETCHES = 40
"""Told of one line: so many times what is said changes from one place to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Who of a line is told the same: those with fewer than `to` people before them, and not of the
    stretch in front. The wait is from `low` to `high` minutes, both 0 "now", None: not known.
    `before` and `after` (ms) are set where lunch may lie between.
    """

    to: int
    low: int | None = None
    high: int | None = None
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStatus:
    """One service: people waiting, and the wait in minutes; None where no counter is open.

    `low` and `high` are for who comes now; `line` for those who wait, as the center tells each of
    them. None: an older center, which tells only the former.
    """

    code: str
    open: bool
    waiting: int
    low: int | None = None
    high: int | None = None
    line: tuple[Stretch, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundStatus:
    """Those who wait for one counter alone."""

    counter: int
    line: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertStatus:
    """Something that the center's staff should see to: a stable word, how many, since when (ms).

    Neither where nor what about: those may name a person.
    """

    code: str
    n: int
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """`n` grows with every status of an incarnation; `at` is in ms by the center's clock.

    `closed` is the word why it is closed, "" while it is open; `reason` says it in staff's own
    words where they closed it. `opens_at` is in ms; None: not known.
    """

    n: int
    at: int
    day: str
    open: bool
    services: tuple[ServiceStatus, ...] = ()
    closed: str = ""
    reason: str = ""
    reason_en: str = ""
    opens_at: int | None = None
    alerts: tuple[AlertStatus, ...] = ()
    bound: tuple[BoundStatus, ...] = ()
