"""Places that centers leased: granted, shrunk, taken, given back. Never more sold than leased."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, insert, select, update

from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage.rows import Free, Place
from layso_queue.hub.storage.tables import centers, leases


def grant(
    connection: Connection, place: Place, *, ends: int, n: int, version: int
) -> tuple[int, int]:
    """Lease `n` places of a slot; return (places now leased, the version that stands).

    An older version than the one that stands changes nothing. Fewer than are taken is a wish:
    the answer is then how many are taken.
    """
    known = connection.execute(_of(place).with_for_update()).first()
    if known is None:
        row = {**place._asdict(), "ends": ends, "n": n, "taken": 0, "version": version}
        connection.execute(insert(leases).values(row))
        return n, version
    if version <= known.version:
        return known.n, known.version
    answer = max(n, known.taken)
    connection.execute(
        update(leases).where(*_is(place)).values(n=answer, ends=ends, version=version)
    )
    return answer, version


def take(connection: Connection, place: Place, now: int) -> int:
    """Take one place and return when the slot ends.

    One conditional UPDATE: whoever comes second waits for the row and finds it changed.
    Raises Refused: SALES_FROZEN, SLOT_OVER, SLOT_FULL, NOT_FOUND.
    """
    selling = select(centers.c.frozen).where(centers.c.code == place.center)
    frozen = connection.execute(selling).scalar_one_or_none()
    if frozen is None:
        raise Refused(Refusal.NOT_FOUND)
    if frozen:
        raise Refused(Refusal.SALES_FROZEN)
    in_time = leases.c.ends > now if place.kind == "now" else leases.c.slot > now
    taken = connection.execute(
        update(leases)
        .where(*_is(place), leases.c.taken < leases.c.n, in_time)
        .values(taken=leases.c.taken + 1)
        .returning(leases.c.ends)
    ).scalar_one_or_none()
    if taken is not None:
        return int(taken)
    lease = connection.execute(_of(place)).first()
    if lease is None:
        raise Refused(Refusal.NOT_FOUND)
    over = (lease.ends if place.kind == "now" else lease.slot) <= now
    raise Refused(Refusal.SLOT_OVER if over else Refusal.SLOT_FULL)


def give_back(connection: Connection, places: Iterable[Place]) -> int:
    """Give places back, in one order for all, so that two who do it never wait for each other."""
    counted = Counter(places)
    for place in sorted(counted):
        connection.execute(
            update(leases).where(*_is(place)).values(taken=leases.c.taken - counted[place])
        )
    return counted.total()


def free_slots(
    connection: Connection, center: str, service: str, kind: str, now: int, until: int
) -> list[Free]:
    """Return the slots still to come that have a place left, in order of time."""
    to_come = leases.c.ends > now if kind == "now" else leases.c.slot > now
    query = (
        select(leases.c.slot, leases.c.ends, leases.c.n - leases.c.taken)
        .where(
            leases.c.center == center,
            leases.c.service == service,
            leases.c.kind == kind,
            leases.c.slot < until,
            leases.c.taken < leases.c.n,
            to_come,
        )
        .order_by(leases.c.slot)
    )
    return [Free(*row) for row in connection.execute(query)]


def _is(place: Place) -> list[ColumnElement[bool]]:
    return [getattr(leases.c, name) == value for name, value in place._asdict().items()]


def _of(place: Place) -> Select[Any]:
    return select(leases).where(*_is(place))
