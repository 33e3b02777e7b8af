"""Which places are for sale, as pages show them: a look without a lock, so a hint only."""

from sqlalchemy import Connection, and_, func, select

from layso_queue.hub.storage.closed import is_closed
from layso_queue.hub.storage.rows import Free, Place
from layso_queue.hub.storage.tables import centers, leases
from layso_queue.hub.times import DAY_MS


def is_over(place: Place, now: int) -> bool:
    """Say whether nothing of a place can be sold any more, or not yet: a day's remote numbers."""
    if place.remote:
        return not place.slot <= now < place.slot + DAY_MS
    return place.slot <= now


def free_places(
    connection: Connection, center: str, service: str, remote: bool, now: int, until: int
) -> list[Free]:
    """Return slots to come with a place left, in order of time; none of a frozen center."""
    moment = now if remote else leases.c.slot
    closed = is_closed(leases.c.center, leases.c.service, moment)
    begun = and_(leases.c.slot <= now, leases.c.slot > now - DAY_MS)
    query = (
        select(leases.c.slot, leases.c.asked - leases.c.sold)
        .join(centers, centers.c.code == leases.c.center)
        .where(
            leases.c.center == center,
            leases.c.service == service,
            leases.c.remote == remote,
            leases.c.sold < leases.c.asked,
            begun if remote else and_(leases.c.slot > now, leases.c.slot < until),
            centers.c.frozen.is_(False),
            ~closed,
        )
        .order_by(leases.c.slot)
    )
    return [Free(*row) for row in connection.execute(query)]


def leased_slots(
    connection: Connection, center: str, service: str, now: int, until: int
) -> list[int]:
    """Return the slots of a service to come that were ever leased, in order of time."""
    query = (
        select(leases.c.slot)
        .where(
            leases.c.center == center,
            leases.c.service == service,
            leases.c.remote.is_(False),
            leases.c.slot > now,
            leases.c.slot < until,
            leases.c.asked + leases.c.sold > 0,
        )
        .order_by(leases.c.slot)
    )
    return list(connection.execute(query).scalars())


def free_by_center(connection: Connection, now: int, until: int) -> dict[str, int]:
    """Return how many appointments each center still has to give, by code."""
    left = func.sum(leases.c.asked - leases.c.sold)
    query = (
        select(leases.c.center, left)
        .where(
            leases.c.remote.is_(False),
            leases.c.slot > now,
            leases.c.slot < until,
            leases.c.sold < leases.c.asked,
            ~is_closed(leases.c.center, leases.c.service, leases.c.slot),
        )
        .group_by(leases.c.center)
    )
    return {row[0]: int(row[1]) for row in connection.execute(query)}
