"""How a center stands just now: it replaces what was said before, and is no event."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStatus:
    """One service: people waiting, and the wait in minutes; None where no counter is open."""

    code: str
    open: bool
    waiting: int
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """`n` grows with every status of an incarnation; `at` is in ms by the center's clock."""

    n: int
    at: int
    day: str
    open: bool
    services: tuple[ServiceStatus, ...] = ()
