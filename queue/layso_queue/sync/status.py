"""How a center stands just now: it replaces what was said before, and is no event."""

from dataclasses import dataclass

MOST_ALERTS = 50
"""More different ones than there are words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStatus:
    """One service: people waiting, and the wait in minutes; None where no counter is open."""

    code: str
    open: bool
    waiting: int
    low: int | None = None
    high: int | None = None


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
