"""Facts about the day, its services and its bookings."""

from dataclasses import dataclass

from layso_queue.line.events.base import Event
from layso_queue.line.plan import DayPlan
from layso_queue.line.states import Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOpened(Event):
    """A service day began, with its whole plan."""

    plan: DayPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReopened(Event):
    """A closed day gives numbers again; its series go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClosed(Event):
    """No more numbers today; the expiries of those who waited come before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceClosed(Event):
    """No more numbers for one service today."""

    service: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceReopened(Event):
    """Numbers for the service again."""

    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingMade(Event):
    """An appointment is kept."""

    code: str
    service: str
    slot: int
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingMoved(Event):
    """An appointment stands at another slot, perhaps of another day."""

    code: str
    service: str
    slot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingCancelled(Event):
    """An appointment was given up."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingRestored(Event):
    """A ticket that came back after a restore is this appointment's, which is used thereby.

    `service`, `slot` and `priority` are those of an appointment that the journal had lost too.
    """

    code: str
    ticket: str
    service: str
    slot: int
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingMissed(Event):
    """The day closed and nobody came."""

    code: str
