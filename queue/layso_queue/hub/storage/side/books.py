"""Bookings, leases and closures of one center, as the exchange asks for them."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, select, update

from layso_queue.hub.storage.noticing import Tell
from layso_queue.hub.storage.side import told
from layso_queue.hub.storage.side.closing import tell_of_closure, tell_of_opening
from layso_queue.hub.storage.side.line import LineTickets
from layso_queue.hub.storage.side.told import sync_booking
from layso_queue.hub.storage.tables import bookings, closures, freed, leases
from layso_queue.hub.storage.upsert import put
from layso_queue.hub.times import DAY_MS
from layso_queue.sync import Booking, Event, Kind, SyncRefused
from layso_queue.sync.at_hub.storage import Closure, FreedPlace
from layso_queue.sync.leases import Lease, lease_key
from layso_queue.sync.status import Status

NO_END = 2**53


def place_of(key: str) -> tuple[str, int, bool]:
    """Return (service, slot, remote) of a lease's key; raise ValueError for no key."""
    _, kind, service, slot = key.split(":")
    return service, int(slot), kind == "remote"


def _lease(row: Row[Any]) -> Lease:
    key = lease_key(row.service, row.slot, row.remote)
    return Lease(key=key, asked=row.asked, version=row.version, sold=row.sold)


def _freed(row: Row[Any]) -> FreedPlace:
    return FreedPlace(row.booking, row.key, row.after)


class Books:
    """See layso_queue.sync.at_hub.storage.HubBooks."""

    def __init__(
        self, connection: Connection, center: str, now: int, due: Callable[[], int], tell: Tell
    ) -> None:
        """`due()`: when a place given up now may be sold again; `tell`: see Tell."""
        self._tell = tell
        self._connection = connection
        self._center = center
        self._now = now
        self._due = due
        self._tickets = LineTickets(connection, center, now, tell)
        self.expect, self.write = self._tickets.expect, self._tickets.write

    def booking(self, id: str) -> Booking | None:
        """Return a booking."""
        query = select(bookings).where(bookings.c.center == self._center, bookings.c.id == id)
        row = self._connection.execute(query).first()
        return None if row is None else sync_booking(row)

    def keep_booking(self, booking: Booking) -> None:
        """Write it, new or changed."""
        told.keep_booking(self._connection, self._center, booking, self._now, self._tell)

    def bookings_from(self, slot: int) -> Sequence[Booking]:
        """Return every booking of that slot or a later one."""
        query = (
            select(bookings)
            .where(bookings.c.center == self._center, bookings.c.slot >= slot)
            .order_by(bookings.c.slot, bookings.c.id)
        )
        return [sync_booking(row) for row in self._connection.execute(query)]

    def lease(self, key: str) -> Lease | None:
        """Return a lease."""
        service, slot, remote = place_of(key)
        query = select(leases).where(
            self._of(leases.c.center),
            leases.c.service == service,
            leases.c.slot == slot,
            leases.c.remote == remote,
        )
        row = self._connection.execute(query).first()
        return None if row is None else _lease(row)

    def leases(self) -> Sequence[Lease]:
        """Return all leases of slots not yet over."""
        query = select(leases).where(self._of(leases.c.center), leases.c.slot > self._now - DAY_MS)
        return [_lease(row) for row in self._connection.execute(query)]

    def keep_lease(self, lease: Lease) -> None:
        """Write it."""
        service, slot, remote = place_of(lease.key)
        row = {
            "center": self._center,
            "service": service,
            "slot": slot,
            "remote": remote,
            "asked": lease.asked,
            "version": lease.version,
            "sold": lease.sold,
        }
        put(self._connection, leases, row)

    def freed(self, up_to: int) -> Sequence[FreedPlace]:
        """Return the places given up whose `after` is at most `up_to`.

        One whose random moment has not come is left out and noted as known: the sweep frees it
        then. Who asks without an end looks for what is still counted, and hears of all.
        """
        these = (self._of(freed.c.center), freed.c.after <= up_to)
        query = select(freed).where(*these)
        if up_to < NO_END:
            self._connection.execute(update(freed).where(*these).values(known=True))
            query = query.where(freed.c.due_at <= self._now)
        return [_freed(row) for row in self._connection.execute(query)]

    def freed_and_due(self) -> Sequence[FreedPlace]:
        """Return the places that may be sold again, whose random moment has come meanwhile."""
        due = (freed.c.known, freed.c.due_at <= self._now)
        query = select(freed).where(self._of(freed.c.center), *due)
        return [_freed(row) for row in self._connection.execute(query)]

    def keep_freed(self, place: FreedPlace) -> None:
        """Write it, with a random moment from which on it may be sold."""
        row = {
            "center": self._center,
            "after": place.after,
            "booking": place.booking,
            "key": place.key,
            "due_at": self._due(),
            "known": False,
        }
        put(self._connection, freed, row)

    def drop_freed(self, place: FreedPlace) -> None:
        """Forget it."""
        gone = delete(freed).where(self._of(freed.c.center), freed.c.after == place.after)
        self._connection.execute(gone)

    def closures(self) -> Sequence[Closure]:
        """Return closures that are not over."""
        query = select(closures).where(self._of(closures.c.center), closures.c.ends > self._now)
        return [
            Closure(
                id=row.id,
                service=row.service,
                from_=row.begins,
                to=row.ends,
                reason=row.reason,
                reason_en=row.reason_en,
                lifted=row.lifted,
            )
            for row in self._connection.execute(query)
        ]

    def keep_closure(self, closure: Closure) -> None:
        """Write it, new or changed."""
        row = {
            "center": self._center,
            "id": closure.id,
            "service": closure.service,
            "begins": closure.from_,
            "ends": closure.to,
            "reason": closure.reason,
            "reason_en": closure.reason_en,
            "lifted": closure.lifted,
        }
        put(self._connection, closures, row)
        tell = tell_of_opening if closure.lifted else tell_of_closure
        tell(self._connection, self._center, closure, self._now, self._tell)

    def status(self) -> Status | None:
        """Return how the center last said it stands."""
        return told.status(self._connection, self._center)

    def keep_status(self, status: Status) -> None:
        """Write it."""
        told.keep_status(self._connection, self._center, status, self._now)

    def other(self, event: Event) -> SyncRefused | None:
        """Take in tickets and the catalogue."""
        if event.kind == Kind.CATALOGUE_SET:
            return told.take_catalogue(self._connection, self._center, event)
        if event.kind in (Kind.TICKET_ISSUED, Kind.TICKET_MOVED):
            return self._tickets.take_in(event)
        return None

    def _of(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        return column == self._center
