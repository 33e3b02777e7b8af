"""Counts over all centers, for the province's table and statistics."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.days import BOOKINGS, TICKETS, WAITS
from layso_queue.hub.storage.offered import free_by_center
from layso_queue.hub.storage.tables import aside, bookings
from layso_queue.sync import SyncRefusal


def bookings_of_day(database: Database, day: str) -> dict[str, int]:
    """Return how many bookings stand for a day, by center."""

    def work(connection: Connection) -> dict[str, int]:
        query = (
            select(bookings.c.center, func.count())
            .where(bookings.c.day == day, bookings.c.state != "cancelled")
            .group_by(bookings.c.center)
        )
        return {row[0]: int(row[1]) for row in connection.execute(query)}

    return database.read(work)


def free_of_all(database: Database, now: int, until: int) -> dict[str, int]:
    """Return how many appointments each center still has to give, by code."""
    return database.read(lambda c: free_by_center(c, now, until))


@dataclass(slots=True)
class Counts:
    """One center's day: tickets by channel and by state, waits by step (see days.STEPS), bookings
    by state, bookings by who made them."""

    tickets: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    waits: Counter[int] = field(default_factory=Counter)
    bookings: Counter[str] = field(default_factory=Counter)
    booked_by: Counter[str] = field(default_factory=Counter)


def counts_of_day(database: Database, day: str) -> dict[str, Counts]:
    """Return the counts of every center that had any ticket or booking on a day."""

    def work(connection: Connection) -> dict[str, Counts]:
        found: defaultdict[str, Counts] = defaultdict(Counts)
        for center, channel, state, n in connection.execute(
            TICKETS.of_day(day, "center", "channel", "state")
        ):
            found[center].tickets[channel] += int(n)
            found[center].states[state] += int(n)
        for center, minutes, n in connection.execute(WAITS.of_day(day, "center", "minutes")):
            found[center].waits[minutes] += int(n)
        for center, state, channel, n in connection.execute(
            BOOKINGS.of_day(day, "center", "state", "channel")
        ):
            found[center].bookings[state] += int(n)
            found[center].booked_by[channel] += int(n)
        return dict(found)

    return database.read(work)


@dataclass(frozen=True, slots=True)
class Aside:
    """What a center told and the hub could not take in: how many events, and why the newest."""

    n: int
    why: str


def aside_of_all(database: Database) -> dict[str, Aside]:
    """Return what is set aside, by center; those with nothing are left out.

    An event that only waits for an earlier one says nothing of the fault: it is counted, but its
    reason is shown only where there is no other.
    """
    query = select(
        aside.c.center, aside.c.why, func.count(), func.max(aside.c.at), func.max(aside.c.seq)
    ).group_by(aside.c.center, aside.c.why)
    counted: dict[str, int] = {}
    newest: dict[str, tuple[bool, int, int, str]] = {}
    for center, why, n, at, seq in database.read(lambda c: c.execute(query).all()):
        counted[center] = counted.get(center, 0) + int(n)
        one = (why != SyncRefusal.WAITS_FOR_EARLIER, int(at), int(seq), str(why))
        newest[center] = max(one, newest.get(center, one))
    return {center: Aside(n, newest[center][3]) for center, n in counted.items()}
