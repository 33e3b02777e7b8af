"""Places kept for ten minutes while somebody writes a name."""

from sqlalchemy import Connection, delete, insert, select, update

from layso_queue.hub.rules import CHALLENGE_TRIES
from layso_queue.hub.storage.rows import Hold, Place
from layso_queue.hub.storage.side import Side
from layso_queue.hub.storage.tables import holds
from layso_queue.sync.at_hub import selling
from layso_queue.sync.moment import Moment

_PLACE = (holds.c.center, holds.c.service, holds.c.slot, holds.c.remote)


def keep(connection: Connection, hold: Hold) -> None:
    """Note who keeps a place that was just taken."""
    row = {**hold.place._asdict(), "id": hold.id, "expires_at": hold.expires_at, "tries": 0}
    connection.execute(insert(holds).values(row))


def held(connection: Connection, id: str, now: int) -> Hold | None:
    """Return a hold that has not expired."""
    query = select(holds).where(holds.c.id == id, holds.c.expires_at > now)
    row = connection.execute(query).first()
    if row is None:
        return None
    place = Place(row.center, row.service, row.slot, row.remote)
    return Hold(row.id, place, row.expires_at, row.tries)


def use(connection: Connection, id: str, now: int) -> bool:
    """Take the hold away, its place now being the caller's; say whether it still stood."""
    used = delete(holds).where(holds.c.id == id, holds.c.expires_at > now).returning(holds.c.id)
    return connection.execute(used).first() is not None


def let_go(connection: Connection, side: Side, id: str, at: Moment) -> bool:
    """Give a held place back at once; say whether there was one."""
    gone = connection.execute(delete(holds).where(holds.c.id == id).returning(*_PLACE)).first()
    if gone is not None:
        selling.release(side, gone.service, gone.slot, gone.remote, at)
    return gone is not None


def let_go_expired(connection: Connection, side: Side, center: str, at: Moment) -> int:
    """Give back all places of a center that were held too long; return how many."""
    late = delete(holds).where(holds.c.center == center, holds.c.expires_at <= at.now)
    gone = connection.execute(late.returning(*_PLACE)).all()
    for row in gone:
        selling.release(side, row.service, row.slot, row.remote, at)
    return len(gone)


def count_try(connection: Connection, id: str) -> int:
    """Count a wrong answer and return how many are left, 0 at least."""
    more = update(holds).where(holds.c.id == id).values(tries=holds.c.tries + 1)
    tries = connection.execute(more.returning(holds.c.tries)).scalar_one_or_none()
    return 0 if tries is None else max(0, CHALLENGE_TRIES - int(tries))
