"""Counts over all centers, for the province's table and statistics."""

from sqlalchemy import Connection, func, select

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.offered import free_by_center
from layso_queue.hub.storage.tables import bookings


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
