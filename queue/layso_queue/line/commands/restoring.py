"""Orders after a restore: give back what slips say, and leave out numbers that may be in use."""

from dataclasses import dataclass

from layso_queue.line.commands.base import Command
from layso_queue.line.states import Channel, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreTicket(Command):
    """Give a ticket back the number that stands on its slip: the journal had lost it.

    `arrived` is when its person came, `key` what ordered her (ms); `booking` is the code of her
    appointment.
    """

    ticket: str
    number: str
    service: str
    arrived: int
    key: int
    channel: Channel = Channel.KIOSK
    priority: Priority = Priority.NONE
    dossiers: int = 1
    language: str = "vi"
    assisted: bool = False
    booking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreBooking(Command):
    """Say whose appointment a ticket is that came back without it: that one is used.

    `service`, `slot` (ms) and `priority` are the appointment's, should the journal have lost it.
    """

    code: str
    ticket: str
    service: str
    slot: int
    priority: Priority = Priority.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNumberFloor(Command):
    """Leave out the next `by` numbers of every series: some of them may be in people's hands.

    Said again with less, and before a number was given, it leaves out less.
    """

    by: int
