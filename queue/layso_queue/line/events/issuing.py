"""Facts about numbers."""

from dataclasses import dataclass

from layso_queue.line.events.base import Event
from layso_queue.line.states import Channel, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketIssued(Event):
    """A number was given. `arrived` is when the person came, `key` what orders her (ms)."""

    ticket: str
    number: str
    series: str
    n: int
    service: str
    channel: Channel
    priority: Priority
    dossiers: int
    language: str
    assisted: bool
    arrived: int
    key: int
    booking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumberAdopted(Event):
    """A ticket whose answer never reached the kiosk goes by the number its person holds."""

    ticket: str
    number: str
    instead_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFloorSet(Event):
    """The series goes on after `floor`: a restore lost which numbers before it are in use."""

    series: str
    floor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalIssued(Event):
    """A number for practice; it stands in no line."""

    service: str
    number: str
