"""A center's whole state of the exchange with its hub, one transaction at a time."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import orjson
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from layso_queue.center.stamps import local_date
from layso_queue.center.storage.beside import Beside
from layso_queue.center.storage.card_rows import asked_from_home, booking_of, bookings_of_card
from layso_queue.center.storage.exchange_rows import InboxRows, StreamRows
from layso_queue.center.storage.exchange_tables import sync_leases, sync_state, web_bookings
from layso_queue.center.storage.tables import bookings
from layso_queue.center.storage.web_rows import WebRows
from layso_queue.line.states import BookingState
from layso_queue.sync import Booking, Event, Head, SyncRefusal, SyncRefused
from layso_queue.sync.at_center.storage import Leap, LinkState, Mode
from layso_queue.sync.leases import Grant
from layso_queue.sync.moment import Moment


class ExchangeRows:
    """See layso_queue.sync.at_center.storage: `CenterSide` and its `CenterBooks` in one.

    `given_up_at` (ms) is written on a booking that this transaction gives up.
    """

    def __init__(self, connection: Connection, code: str, given_up_at: int) -> None:
        """Work in this transaction, for the center of this code."""
        self.code = code
        self.outbox = StreamRows(connection, "out")
        self.inbox = InboxRows(connection)
        self.web = WebRows(connection)
        self._connection = connection
        self._given_up_at = given_up_at

    @property
    def books(self) -> "ExchangeRows":
        """Bookings and leases."""
        return self

    @property
    def state(self) -> LinkState:
        """How the center stands with the hub."""
        row = self._connection.execute(select(sync_state)).first()
        if row is None:
            return LinkState()
        lineage = tuple(orjson.loads(row.lineage))
        return LinkState(
            mode=Mode(row.mode),
            lineage=lineage,
            common=row.common,
            leapt=Leap(row.leapt),
            by=row.by,
        )

    def keep_state(self, state: LinkState) -> None:
        """Write it."""
        values = {
            "mode": state.mode.value,
            "lineage": orjson.dumps(state.lineage).decode(),
            "common": state.common,
            "leapt": int(state.leapt),
            "by": state.by,
        }
        row = insert(sync_state).values(one=1, **values)
        self._connection.execute(row.on_conflict_do_update(index_elements=["one"], set_=values))

    def booking(self, id: str) -> Booking | None:
        """Return a booking."""
        query = select(web_bookings).where(web_bookings.c.id == id)
        row = self._connection.execute(query).first()
        return None if row is None else booking_of(row._asdict())

    def keep_booking(self, booking: Booking) -> None:
        """Write it, and what the line is given when its day opens."""
        values = {**asdict(booking), "state": booking.state.value, "remote": int(booking.remote)}
        row = insert(web_bookings).values(values)
        self._connection.execute(row.on_conflict_do_update(index_elements=["id"], set_=values))
        if booking.remote or not booking.code:
            return  # a number for now is no appointment, and the line knows those by their code
        gone = booking.state is BookingState.CANCELLED
        changing = {
            "service": booking.service,
            "day": local_date(booking.slot).isoformat(),
            "slot": booking.slot,
            "cancelled_at": self._given_up_at if gone else None,
        }
        row = insert(bookings).values(
            id=booking.id,
            code=booking.code,
            priority=booking.priority,
            booked_at=self._given_up_at,
            **changing,
        )
        self._connection.execute(row.on_conflict_do_update(index_elements=["id"], set_=changing))

    def bookings_from(self, slot: int) -> Sequence[Booking]:
        """Return every booking of that slot or a later one."""
        query = select(web_bookings).where(web_bookings.c.slot >= slot)
        rows = self._connection.execute(query.order_by(web_bookings.c.slot))
        return [booking_of(row._asdict()) for row in rows]

    def grant(self, key: str) -> Grant | None:
        """Return a lease."""
        query = select(sync_leases).where(sync_leases.c.key == key)
        row = self._connection.execute(query).first()
        return None if row is None else Grant(**row._asdict())

    def grants_from(self, slot: int) -> Sequence[Grant]:
        """Return the leases of that slot and all later ones."""
        return self.web.grants_from(slot)

    def keep_grant(self, grant: Grant) -> None:
        """Write it."""
        values = asdict(grant)
        row = insert(sync_leases).values(values)
        self._connection.execute(row.on_conflict_do_update(index_elements=["key"], set_=values))

    def give_number(self, booking: Booking) -> tuple[str, str] | SyncRefused | None:
        """Leave it to the writer, which gives numbers in a transaction of its own."""
        del booking
        return None

    def take_back(self, event: Event) -> SyncRefused | None:
        """Show staff what a restore lost of the line: the journal is its only source."""
        if self.web.take_back(event):
            return None
        return SyncRefused(SyncRefusal.NEEDS_STAFF, {"kind": event.kind})


class Exchange(Beside):
    """Opens transactions of the exchange. Works beside the writer, which waits for its turn."""

    def __init__(self, file: Path, code: str) -> None:
        """Use the database in `file`, which must have the newest schema."""
        super().__init__(file)
        self._code = code

    @contextmanager
    def begin(self, now: int, new_incarnation: str) -> Iterator[ExchangeRows]:
        """Give the state inside one transaction, committed at the end unless something is raised.

        The first one ever begins the center's stream with `new_incarnation`. Raises StoreFailed
        (or its kinds) when the database cannot do it.
        """
        with self._writing() as connection:
            rows = ExchangeRows(connection, self._code, now)
            if rows.outbox.head() is None:
                rows.outbox.set_head(Head(new_incarnation))
            yield rows

    def remote_waiting(self) -> list[Booking]:
        """Return who took a number from home and has none yet, the first first; or StoreFailed."""
        found = web_bookings.c
        query = select(web_bookings).where(found.remote == 1, found.state == BookingState.BOOKED)
        with self._writing() as connection:
            rows = connection.execute(query.order_by(found.id)).all()
        return [booking_of(row._asdict()) for row in rows]

    def of_tickets(self, ids: Collection[str]) -> list[Booking]:
        """Return the bookings that became these tickets. Raises StoreFailed."""
        query = select(web_bookings).where(web_bookings.c.ticket.in_(ids))
        with self._writing() as connection:
            rows = connection.execute(query.order_by(web_bookings.c.id)).all()
        return [booking_of(row._asdict()) for row in rows]

    def ticket_of(self, code: str) -> str:
        """Return the id of the ticket that an appointment became, "" for none; or StoreFailed."""
        found = web_bookings.c
        query = select(found.ticket).where(
            found.code == code, found.remote == 0, found.state == BookingState.CHECKED_IN
        )
        with self._writing() as connection:
            return connection.execute(query).scalar_one_or_none() or ""

    def from_home(self, code: str) -> Booking | None:
        """Return the number for now that was asked for under a code. Raises StoreFailed."""
        with self._writing() as connection:
            return asked_from_home(connection, code)

    def of_card(self, card: str, since: int) -> list[Booking]:
        """Return the bookings under a card's hash from `since` (ms) on. Raises StoreFailed."""
        with self._writing() as connection:
            return bookings_of_card(connection, card, since)

    def tell_journal(self, at: Moment) -> int:
        """Tell what the journal says since last time; return how much. StoreFailed: next time."""
        from layso_queue.center.storage.journal_telling import JournalTelling

        with self._writing() as connection:
            side = ExchangeRows(connection, self._code, at.now)
            if side.outbox.head() is None:
                side.outbox.set_head(Head(at.new_id()))
            return JournalTelling(connection, side, at).tell()
