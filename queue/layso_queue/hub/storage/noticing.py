"""Notices are noted in the transaction that makes them true; how they go out is `outgoing`."""

from collections.abc import Callable

from sqlalchemy import Connection, insert, select, update

from layso_queue.hub.ids import Random, uuid7
from layso_queue.hub.storage.rows import Booked
from layso_queue.hub.storage.tables import notices
from layso_queue.hub.times import DAY_MS

Ways = Callable[[str], tuple[str, ...]]
"""Gives the ways in which a kind of fact is told."""


Tell = Callable[[Connection, Booked, str, str], None]
"""Has the person of a booking told: (transaction, booking, kind of fact, more about it)."""


def nobody(_: str) -> tuple[str, ...]:
    """Tell nobody of anything."""
    return ()


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
