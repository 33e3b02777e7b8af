"""Places kept for ten minutes while somebody writes a name."""

from sqlalchemy import Connection, delete, insert, select, update

from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import CHALLENGE_TRIES, HOLD_MS
from layso_queue.hub.storage.leasing import give_back, take
from layso_queue.hub.storage.rows import Hold, Place
from layso_queue.hub.storage.tables import holds, leases


def hold(connection: Connection, id: str, place: Place, now: int, instead_of: str | None) -> Hold:
    """Keep a place; the one that the same browser kept before goes back.

    Raises Refused as `leasing.take` does; then the former hold still stands.
    """
    ends = take(connection, place, now)
    if instead_of is not None:
        let_go(connection, instead_of)
    kept = Hold(id, place, ends, now + HOLD_MS)
    row = {**place._asdict(), "id": id, "expires_at": kept.expires_at, "tries": 0}
    connection.execute(insert(holds).values(row))
    return kept


def let_go(connection: Connection, id: str) -> bool:
    """Give a held place back at once; say whether there was one."""
    gone = connection.execute(delete(holds).where(holds.c.id == id).returning(*_PLACE)).first()
    if gone is not None:
        give_back(connection, [Place(*gone)])
    return gone is not None


def held(connection: Connection, id: str, now: int) -> Hold | None:
    """Return a hold that has not expired."""
    query = (
        select(holds, leases.c.ends).join(leases).where(holds.c.id == id, holds.c.expires_at > now)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    place = Place(row.center, row.service, row.kind, row.slot)
    return Hold(row.id, place, row.ends, row.expires_at, row.tries)


def use(connection: Connection, id: str, now: int) -> Hold:
    """Take the hold away for good: its place is now the caller's. Raises Refused(HOLD_GONE)."""
    kept = held(connection, id, now)
    used = connection.execute(delete(holds).where(holds.c.id == id, holds.c.expires_at > now))
    if kept is None or used.rowcount != 1:
        raise Refused(Refusal.HOLD_GONE)
    return kept


def count_try(connection: Connection, id: str) -> int:
    """Count a wrong answer and return how many are left; with none left the place goes back."""
    tries = connection.execute(
        update(holds)
        .where(holds.c.id == id)
        .values(tries=holds.c.tries + 1)
        .returning(holds.c.tries)
    ).scalar_one_or_none()
    left = 0 if tries is None else CHALLENGE_TRIES - int(tries)
    if left <= 0:
        let_go(connection, id)
    return max(0, left)


_PLACE = (holds.c.center, holds.c.service, holds.c.kind, holds.c.slot)
