"""Facts about the visit and what was noted of a ticket."""

from dataclasses import dataclass

from layso_queue.line.events.base import TicketEvent
from layso_queue.line.states import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStarted(TicketEvent):
    """The person is at the counter."""

    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFinished(TicketEvent):
    """The visit is done."""

    counter: int
    outcome: str
    dossier_codes: tuple[str, ...]
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketParked(TicketEvent):
    """The person went to copy, fill in or fetch something."""

    counter: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketResumed(TicketEvent):
    """A parked person is back in the line with the old key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketTransferred(TicketEvent):
    """Sent on with number and key; `counter` set: only that counter may call it."""

    service: str
    counter: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketReturned(TicketEvent):
    """A person who was not there is back; `key` old or now."""

    key: int
    arrived: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCancelled(TicketEvent):
    """The place was given up or voided."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketExpired(TicketEvent):
    """The day closed over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOrdered(TicketEvent):
    """A kiosk was asked for the slip; `reprint`: there may be one already."""

    kiosk: str
    reprint: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecorded(TicketEvent):
    """What became of the slip."""

    outcome: Paper
    reprint: bool
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityConfirmed(TicketEvent):
    """Staff looked at the claim."""

    confirmed: bool
