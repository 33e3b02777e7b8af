"""Facts about counters."""

from dataclasses import dataclass

from layso_queue.line.events.base import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterOpened(Event):
    """A counter takes people for these services."""

    counter: int
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterPaused(Event):
    """A counter takes nobody new for a while."""

    counter: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterResumed(Event):
    """A pause has ended."""

    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterClosed(Event):
    """A counter is done; tickets bound to it go back to their service's line."""

    counter: int
