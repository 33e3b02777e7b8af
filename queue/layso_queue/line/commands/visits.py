"""Orders about the visit and what is noted of a ticket."""

from dataclasses import dataclass

from layso_queue.line.commands.base import TicketCommand
from layso_queue.line.states import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class StartService(TicketCommand):
    """The person has come to the counter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishService(TicketCommand):
    """The visit is done; codes of dossiers, outcome and services as noted by staff."""

    outcome: str = ""
    dossier_codes: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkTicket(TicketCommand):
    """Send a person to copy, fill in or fetch something; a reason is needed."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeTicket(TicketCommand):
    """A parked person is back: near the front, with her old key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferTicket(TicketCommand):
    """Send a person on to another service or counter, with number and key; a reason is needed."""

    reason: str
    service: str | None = None
    counter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnTicket(TicketCommand):
    """A person who was not there has come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelTicket(TicketCommand):
    """The citizen leaves, staff void it, or its paper never came."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPaper(TicketCommand):
    """Have a kiosk print the slip, of who is still on her way through the day."""

    kiosk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPaper(TicketCommand):
    """What became of the slip."""

    outcome: Paper
    reprint: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPriority(TicketCommand):
    """Staff have seen that the priority claim is right, or is not; the key stays."""

    confirmed: bool
