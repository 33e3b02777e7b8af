"""What the hub's side needs of its database, for one center, inside one open transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from layso_queue.sync.bookings import Booking
from layso_queue.sync.events import Event
from layso_queue.sync.leases import Lease
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.status import Status
from layso_queue.sync.storage import Inbox, Log


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """The center gives no numbers for a service (all of them when empty), in [from_, to) ms."""

    id: str
    service: str
    from_: int
    to: int
    reason: str
    reason_en: str = ""
    lifted: bool = False


@dataclass(frozen=True, slots=True)
class FreedPlace:
    """A place given up; it is sold again once the center has entry `after` of its stream."""

    booking: str
    key: str
    after: int


class HubBooks(Protocol):
    """Bookings, leases and closures of one center."""

    def booking(self, id: str) -> Booking | None:
        """Return a booking."""

    def keep_booking(self, booking: Booking) -> None:
        """Write it, new or changed."""

    def bookings_from(self, slot: int) -> Sequence[Booking]:
        """Return every booking of that slot or a later one, in any state."""

    def lease(self, key: str) -> Lease | None:
        """Return a lease."""

    def leases(self) -> Sequence[Lease]:
        """Return all leases of slots not yet over."""

    def keep_lease(self, lease: Lease) -> None:
        """Write it."""

    def freed(self, up_to: int) -> Sequence[FreedPlace]:
        """Return the places given up whose `after` is at most `up_to`."""

    def keep_freed(self, place: FreedPlace) -> None:
        """Write it."""

    def drop_freed(self, place: FreedPlace) -> None:
        """Forget it: the place is for sale again."""

    def closures(self) -> Sequence[Closure]:
        """Return closures that are not over."""

    def keep_closure(self, closure: Closure) -> None:
        """Write it, new or changed. It never touches a booking; the hub tells the people."""

    def status(self) -> Status | None:
        """Return how the center last said it stands."""

    def keep_status(self, status: Status) -> None:
        """Write it."""

    def other(self, event: Event) -> SyncRefused | None:
        """Take in what is no business of the exchange: tickets, the catalogue, remote refusals."""


class HubSide(Protocol):
    """Everything about one center, its row locked until the transaction ends."""

    @property
    def incarnation(self) -> str:
        """This life of the hub: a new word after every restore from a backup."""

    @property
    def inbox(self) -> Inbox:
        """What came from the center."""

    @property
    def outbox(self) -> Log:
        """What goes to the center; its head's incarnation is `incarnation`."""

    @property
    def books(self) -> HubBooks:
        """The center's bookings and places."""

    def frozen(self) -> bool:
        """Return whether sales wait until the center has told again what a restore lost."""

    def thaw(self) -> None:
        """Let sales go on."""

    def begin_anew(self) -> None:
        """Give the hub a new incarnation and freeze all its centers: it was rolled back."""
