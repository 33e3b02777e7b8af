"""Orders that give numbers."""

from dataclasses import dataclass

from layso_queue.line.commands.base import Command
from layso_queue.line.states import Channel, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueTicket(Command):
    """Give a number; `ticket` is the UUIDv7 made at the kiosk, counter or hub."""

    ticket: str
    service: str
    channel: Channel = Channel.KIOSK
    priority: Priority = Priority.NONE
    dossiers: int = 1
    language: str = "vi"
    assisted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOverEmergency(Command):
    """Take over a number that a kiosk gave while it was cut off, as in `Z1-07`.

    `issued_at` is the kiosk's time in ms since the epoch; it orders the ticket.
    """

    ticket: str
    number: str
    service: str
    issued_at: int
    priority: Priority = Priority.NONE
    dossiers: int = 1
    language: str = "vi"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRehearsal(Command):
    """Give a number that never counts in anything, as in `?A001`."""

    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Command):
    """Turn a booking into a ticket, once."""

    ticket: str
    code: str
    language: str = "vi"
