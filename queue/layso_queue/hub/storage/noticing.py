"""Notices: noted in the transaction that makes them true, claimed by one sender at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from layso_queue.hub.ids import Random, uuid7
from layso_queue.hub.storage.closed import is_closed
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.following import notices_of_walk_ins
from layso_queue.hub.storage.rows import Booked
from layso_queue.hub.storage.tables import bookings, notices
from layso_queue.hub.times import DAY_MS, MINUTE_MS

Ways = Callable[[str], tuple[str, ...]]
"""Gives the ways in which a kind of fact is told."""


Tell = Callable[[Connection, Booked, str, str], None]
"""Has the person of a booking told: (transaction, booking, kind of fact, more about it)."""


def nobody(_: str) -> tuple[str, ...]:
    """Tell nobody of anything."""
    return ()


CLAIM_MS = 2 * MINUTE_MS
"""A sender that dies keeps its notices from the others no longer than this."""

FIRST_WAIT_MS = MINUTE_MS
LONGEST_WAIT_MS = 60 * MINUTE_MS
MOST_TRIES = 12


_TURNS = {"five_before": "waiting", "now": "called"}
"""The state of a ticket in which it is still true that its turn is near, or there."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice to be sent now, with its booking as it is now."""

    id: str
    kind: str
    way: str
    tries: int
    version: int
    about: str
    booking: Booked
    closed: bool = False
    """Whether its center has closed the time of the booking."""

    @property
    def moot(self) -> bool:
        """Whether it is no longer true, or nobody is left to tell."""
        if not self.booking.code:  # a walk-in's ticket, told of its turn and of nothing else
            return self.booking.state != _TURNS.get(self.kind)
        if self.kind == "reminder" and self.closed:
            return True  # she was told that it is closed, and is not called there
        if self.kind in ("booked", "changed", "reminder", "closed", "reopened"):
            return self.booking.state != "booked" or self.booking.version != self.version
        return False


def note(
    connection: Connection,
    booking: Booked,
    kind: str,
    ways: tuple[str, ...],
    at: int,
    random: Random,
    about: str = "",
) -> None:
    """Have a fact about a booking told in these ways, from the time `at` on."""
    for way in ways:
        if (way == "email" and not booking.email) or (way == "sms" and not booking.phone):
            continue
        row = {
            "id": uuid7(at, random),
            "booking": booking.id,
            "version": booking.version,
            "kind": kind,
            "way": way,
            "about": about,
            "due_at": at,
            "tries": 0,
            "state": "waiting",
            "fault": "",
        }
        connection.execute(insert(notices).values(row))


def remind(
    connection: Connection, booking: Booked, ways: tuple[str, ...], now: int, random: Random
) -> None:
    """Have the person of an appointment reminded a day before, if that is still to come."""
    due = booking.slot - DAY_MS
    if not booking.remote and due > now:
        people = tuple(way for way in ways if not way.startswith("webhook:"))
        note(connection, booking, "reminder", people, due, random)


def was_noted(connection: Connection, booking: str, version: int, kind: str) -> bool:
    """Say whether this fact about a booking was noted before."""
    query = select(notices.c.id).where(
        notices.c.booking == booking, notices.c.version == version, notices.c.kind == kind
    )
    return connection.execute(query.limit(1)).first() is not None


def take_back(connection: Connection, booking: str, version: int, kind: str, after: str) -> None:
    """Drop what was not sent of a fact, and what would follow it in those ways.

    A notice that somebody is just sending, or tried to, may have arrived: what follows is sent.
    """
    of_it = (notices.c.booking == booking, notices.c.version == version)
    waits = (*of_it, notices.c.kind == kind, notices.c.state == "waiting")
    unsent = (*waits, notices.c.tries == 0)
    ways = connection.execute(select(notices.c.way).where(*unsent)).scalars().all()
    moot = {"state": "moot"}
    connection.execute(update(notices).where(*waits).values(moot))
    follows = (*of_it, notices.c.kind == after, notices.c.state == "waiting")
    connection.execute(update(notices).where(*follows, notices.c.way.in_(ways)).values(moot))


def claim(database: Database, now: int, limit: int = 20) -> list[Claimed]:
    """Take notices that are due, so that no other sender has them for two minutes."""

    def work(connection: Connection) -> list[Claimed]:
        due = (
            select(notices.c.id)
            .where(notices.c.state == "waiting", notices.c.due_at <= now)
            .order_by(notices.c.due_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        ids = list(connection.execute(due).scalars())
        later = {"due_at": now + CLAIM_MS, "tries": notices.c.tries + 1}
        connection.execute(update(notices).where(notices.c.id.in_(ids)).values(later))
        closed = is_closed(bookings.c.center, bookings.c.service, bookings.c.slot)
        query = (
            select(notices, bookings, closed.label("closed"))
            .join(bookings, bookings.c.id == notices.c.booking)
            .where(notices.c.id.in_(ids))
            .order_by(notices.c.id)
        )
        found = []
        for row in connection.execute(query):
            values = row._mapping
            booking = Booked(**{column.name: values[column] for column in bookings.c})
            found.append(
                Claimed(
                    values[notices.c.id],
                    values[notices.c.kind],
                    values[notices.c.way],
                    values[notices.c.tries],
                    values[notices.c.version],
                    values[notices.c.about],
                    booking,
                    bool(row.closed),
                )
            )
        for row, who in notices_of_walk_ins(connection, set(ids) - {one.id for one in found}):
            about = (row.id, row.kind, row.way, row.tries, row.version, row.about)
            found.append(Claimed(*about, who))
        return found

    return database.write(work)


def sent(database: Database, notice: Claimed, *, moot: bool = False) -> None:
    """Note that a notice was sent, or that it need not be any more."""
    _mark(database, notice, {"state": "moot" if moot else "sent", "fault": ""})


def give_up(database: Database, notice: Claimed, fault: str) -> None:
    """Note that a notice can never be sent, and why; for staff to see."""
    _mark(database, notice, {"state": "failed", "fault": fault[:200]})


def put_off(database: Database, notice: Claimed, fault: str, now: int, after_s: int = 0) -> None:
    """Note when a notice is tried again: each time later, at last never."""
    if notice.tries >= MOST_TRIES:
        give_up(database, notice, fault)
        return
    wait = max(after_s * 1000, min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (notice.tries - 1)))
    _mark(database, notice, {"due_at": now + wait, "fault": fault[:200]})


def _mark(database: Database, notice: Claimed, values: dict[str, object]) -> None:
    done = update(notices).where(notices.c.id == notice.id).values(values)
    database.write(lambda c: c.execute(done))
