"""Facts about calls."""

from dataclasses import dataclass

from layso_queue.line.events.base import TicketEvent
from layso_queue.line.states import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCalled(TicketEvent):
    """A ticket was called, why, and past whom (numbers waiting in the same line)."""

    counter: int
    reason: Reason
    detail: str
    passed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRecalled(TicketEvent):
    """The same call once more; `calls` counts them all."""

    counter: int
    calls: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoShowMarked(TicketEvent):
    """Nobody came when called."""

    counter: int
