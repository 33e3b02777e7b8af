"""Orders about the day, its services and its bookings."""

from dataclasses import dataclass

from layso_queue.line.commands.base import Command
from layso_queue.line.plan import DayPlan
from layso_queue.line.states import Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDay(Command):
    """Open the service day, or open it again after it was closed.

    A date before the last one is refused unless `confirmed`.
    """

    plan: DayPlan
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDay(Command):
    """Close the day: who still waits expires, who is at a counter is served to the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleDay(Command):
    """End what a closed day has left open, as nobody is served to the end any more.

    Who was being served counts as served, with the outcome LEFT_OPEN; everybody else expires.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseService(Command):
    """Give no more numbers for a service today."""

    service: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenService(Command):
    """Give numbers for a service again."""

    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeBooking(Command):
    """Keep an appointment: `slot` in ms since the epoch."""

    code: str
    service: str
    slot: int
    priority: Priority = Priority.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveBooking(Command):
    """Give an appointment another slot (ms since the epoch), of today or of another day."""

    code: str
    service: str
    slot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBooking(Command):
    """Give an appointment up."""

    code: str
