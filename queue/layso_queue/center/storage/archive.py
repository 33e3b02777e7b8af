"""What lies behind the open day: old tickets, commands done, the journal's pages, bookings."""

from dataclasses import asdict, dataclass

from sqlalchemy import insert, select, update

from layso_queue.center.storage import tables
from layso_queue.center.storage.beside import Beside
from layso_queue.center.storage.chain import Entry


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment: times in ms since the epoch, `day` the slot's local date."""

    id: str
    code: str
    service: str
    day: str
    slot: int
    priority: str
    booked_at: int
    cancelled_at: int | None = None


class Archive(Beside):
    """Reads any time of the past, from any thread; keeps bookings of days to come.

    All methods raise StoreFailed (or its kinds) when the database cannot do it.
    """

    def command(self, id: str) -> tuple[str, str | None, int | None] | None:
        """Return (day, ticket, counter) of a command done on any day, or None."""
        commands = tables.commands
        columns = (commands.c.day, commands.c.ticket, commands.c.counter)
        rows = self._read(select(*columns).where(commands.c.id == id))
        return (rows[0][0], rows[0][1], rows[0][2]) if rows else None

    def ticket(self, id: str) -> bytes | None:
        """Return the ticket of any day as it was last kept, in JSON, or None."""
        rows = self._read(select(tables.tickets.c.document).where(tables.tickets.c.id == id))
        return bytes(rows[0][0]) if rows else None

    def day_of(self, id: str) -> str | None:
        """Return the date of the service day that a ticket belongs to, or None."""
        rows = self._read(select(tables.tickets.c.day).where(tables.tickets.c.id == id))
        return str(rows[0][0]) if rows else None

    def promised(self, id: str) -> tuple[int, int] | None:
        """Return the minutes (low, high) told when a ticket was issued, or None."""
        told = tables.predictions
        rows = self._read(select(told.c.low, told.c.high).where(told.c.ticket == id))
        return (rows[0][0], rows[0][1]) if rows else None

    def entries(self, after: int, limit: int) -> list[Entry]:
        """Return at most `limit` journal entries that follow entry `after`."""
        journal = tables.journal
        query = select(journal).where(journal.c.seq > after).order_by(journal.c.seq).limit(limit)
        return [Entry(*row) for row in self._read(query)]

    def days(self) -> list[tuple[str, int]]:
        """Return date and first journal entry of every service day, the first day first."""
        days = tables.service_days
        return [
            (row[0], row[1])
            for row in self._read(select(days.c.date, days.c.first_seq).order_by(days.c.first_seq))
        ]

    def journal_of(self, day: str) -> list[Entry]:
        """Return the journal entries of a service day, so far; none for a date without one."""
        found = self.days()
        first = next((seq for date, seq in found if date == day), None)
        if first is None:
            return []
        after = min((seq for _, seq in found if seq > first), default=None)
        journal = tables.journal
        query = select(journal).where(journal.c.seq >= first).order_by(journal.c.seq)
        return [
            Entry(*row)
            for row in self._read(query if after is None else query.where(journal.c.seq < after))
        ]

    def bookings(self, day: str) -> list[Booking]:
        """Return the appointments of a local date, by slot and code."""
        found = tables.bookings
        query = select(found).where(found.c.day == day).order_by(found.c.slot, found.c.code)
        return [Booking(*row) for row in self._read(query)]

    def booking(self, code: str) -> Booking | None:
        """Return the appointment with this code, or None."""
        rows = self._read(select(tables.bookings).where(tables.bookings.c.code == code))
        return Booking(*rows[0]) if rows else None

    def add_booking(self, booking: Booking) -> tuple[Booking, bool]:
        """Keep an appointment; return what is kept under its id, and whether it is new.

        Raises AlreadyThere("bookings.code") for a code in use.
        """
        kept = tables.bookings
        with self._writing() as connection:
            row = connection.execute(select(kept).where(kept.c.id == booking.id)).first()
            if row:
                return Booking(*tuple(row)), False
            connection.execute(insert(kept), asdict(booking))
        return booking, True

    def cancel_booking(self, code: str, at: int) -> Booking | None:
        """Mark an appointment as given up (once) and return it; None if there is none."""
        kept = tables.bookings
        with self._writing() as connection:
            connection.execute(
                update(kept)
                .where(kept.c.code == code, kept.c.cancelled_at.is_(None))
                .values(cancelled_at=at)
            )
        return self.booking(code)
