"""What the center's side needs of its database, inside one open transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Protocol

from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Event
from layso_queue.sync.leases import Grant
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.storage import Inbox, Log


class Mode(StrEnum):
    """How a center stands with its hub; every mode but GOING is shown to staff."""

    GOING = "going"
    RETURNING = "returning"
    """Restored or rolled back: the hub must first return what is lost."""
    SUPERSEDED = "superseded"
    """Another copy of this center has taken over; this one serves on and syncs no more."""
    APART = "apart"
    """Away for longer than anything is kept: staff must ask for help."""


class Leap(IntEnum):
    """Whether numbers leapt since the restore, so that none is given that a phone may hold."""

    NOT_YET = 0
    DONE = 1
    DUE = 2
    """The hub that returned what was lost was restored too: phones may hold what it forgot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkState:
    """What a center knows of its exchange over a restart.

    `lineage` are its earlier incarnations, newest first (the present one is in the outbox's head).
    `common` is the entry up to which its stream and the hub's agree, while RETURNING. `leapt` is
    NOT_YET while GOING, unless a leap is DUE. `by` is the incarnation that took over.
    """

    mode: Mode = Mode.GOING
    lineage: tuple[str, ...] = ()
    common: int = 0
    leapt: Leap = Leap.NOT_YET
    by: str = ""


class CenterBooks(Protocol):
    """The center's own copy of its web bookings, and its leases."""

    def booking(self, id: str) -> Booking | None:
        """Return a booking."""

    def keep_booking(self, booking: Booking) -> None:
        """Write it, new or changed."""

    def bookings_from(self, slot: int) -> Sequence[Booking]:
        """Return every booking of that slot or a later one, in any state."""

    def grant(self, key: str) -> Grant | None:
        """Return a lease."""

    def grants_from(self, slot: int) -> Sequence[Grant]:
        """Return the leases of that slot and all later ones."""

    def keep_grant(self, grant: Grant) -> None:
        """Write it."""

    def give_number(self, booking: Booking) -> tuple[str, str] | SyncRefused | None:
        """Give a remote booking its ticket now; return (ticket id, number), or why not.

        The ticket's id is the booking's: one that a restore gave back is found again, and its
        number stays, though nobody remembers for whom it was given.
        None for later: then `telling.give_remote` follows.
        """

    def take_back(self, event: Event) -> SyncRefused | None:
        """Do anew what this center once did and a restore lost: a ticket given or moved, a
        closure, the catalogue. Refuses what clashes with what was done since (NUMBER_TAKEN)."""


class CenterSide(Protocol):
    """A center's whole state of the exchange."""

    @property
    def code(self) -> str:
        """The center's code."""

    @property
    def state(self) -> LinkState:
        """How it stands with the hub."""

    def keep_state(self, state: LinkState) -> None:
        """Write it."""

    @property
    def outbox(self) -> Log:
        """What goes to the hub; its head's incarnation is the center's own."""

    @property
    def inbox(self) -> Inbox:
        """What came from the hub; of its log only the head is used."""

    @property
    def books(self) -> CenterBooks:
        """Bookings and leases."""
