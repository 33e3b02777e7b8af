"""Bookings as the hub keeps them; at most two a person and day, each service once."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, insert, select, update

from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import PER_DAY
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.faults import AlreadyThere
from layso_queue.hub.storage.rows import Booked
from layso_queue.hub.storage.tables import bookings, person_days
from layso_queue.hub.storage.upsert import inserting

Done = TypeVar("Done")


def find(connection: Connection, **by: Any) -> Booked | None:
    """Return the booking whose column has this value (`code`, `id` or `hold`)."""
    ((name, value),) = by.items()
    row = connection.execute(select(bookings).where(bookings.c[name] == value)).first()
    return None if row is None else booked(row)


def not_over(connection: Connection, code: str, now: int) -> Booked:
    """Return a booking whose day is not over while it stands. Raises Refused: BOOKING_OVER."""
    found = known(connection, code)
    if found.state == "booked" and found.is_over(now):
        raise Refused(Refusal.BOOKING_OVER)
    return found


def booked(row: Row[Any]) -> Booked:
    """Return a row as a booking."""
    return Booked(**row._mapping)


def keep(connection: Connection, booking: Booked) -> None:
    """Keep a new booking. Raises Refused: DAY_LIMIT, SERVICE_TWICE."""
    count_person(connection, booking.person, booking.day)
    refuse_twice(connection, booking, booking.day)
    connection.execute(insert(bookings).values(asdict(booking)))


def refuse_twice(connection: Connection, booking: Booked, day: str) -> None:
    """Raise Refused(SERVICE_TWICE) if the person has this service on that day already.

    The unique index says the same to two who come at once; `said_twice` knows its word.
    """
    query = select(bookings.c.id).where(
        bookings.c.person == booking.person,
        bookings.c.day == day,
        bookings.c.service == booking.service,
        bookings.c.state.in_(("booked", "checked_in")),
        bookings.c.id != booking.id,
    )
    if connection.execute(query).first() is not None:
        raise Refused(Refusal.SERVICE_TWICE)


def known(connection: Connection, code: str) -> Booked:
    """Return the booking of a code. Raises Refused(NOT_FOUND)."""
    found = find(connection, code=code)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


def once_a_service(database: Database, work: Callable[[Connection], Done]) -> Done:
    """Do what gives a person a booking; of two at once the second is Refused(SERVICE_TWICE)."""
    try:
        return database.write(work)
    except AlreadyThere as error:
        if said_twice(error):
            raise Refused(Refusal.SERVICE_TWICE) from error
        raise


def said_twice(error: AlreadyThere) -> bool:
    """Say whether a constraint's word means: this person has this service that day already."""
    return "a_person_books_a_service_once_a_day" in error.what or "bookings.person" in error.what


def count_person(connection: Connection, person: str, day: str) -> None:
    """Count one more booking of a person for a day. Raises Refused(DAY_LIMIT)."""
    statement = inserting(connection, person_days).values(person=person, day=day, n=1)
    counted = connection.execute(
        statement.on_conflict_do_update(
            index_elements=["person", "day"],
            set_={"n": person_days.c.n + 1},
            where=person_days.c.n < PER_DAY,
        ).returning(person_days.c.n)
    )
    if counted.first() is None:
        raise Refused(Refusal.DAY_LIMIT, limit=PER_DAY)


def uncount_person(connection: Connection, person: str, day: str) -> None:
    """Count one booking less."""
    connection.execute(
        update(person_days)
        .where(person_days.c.person == person, person_days.c.day == day, person_days.c.n > 0)
        .values(n=person_days.c.n - 1)
    )
