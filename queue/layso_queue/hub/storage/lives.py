"""The lives of a hub: each begins with its first start, or with a restore from a backup."""

from sqlalchemy import Connection, insert, select, update

from layso_queue.hub.storage.tables import centers, life, streams
from layso_queue.hub.storage.upsert import put
from layso_queue.sync import FIRST


def life_of(connection: Connection) -> str:
    """Return the hub's incarnation."""
    return str(connection.execute(select(life.c.incarnation)).scalar_one())


def kept_keys(connection: Connection) -> str | None:
    """Return the fingerprint of the keys that this hub is used with; None: not known yet."""
    found: str | None = connection.execute(select(life.c.keys_mark)).scalar_one_or_none()
    return found


def keep_keys(connection: Connection, fingerprint: str, *, instead: bool = False) -> None:
    """Keep the fingerprint of its keys, if none is kept; or `instead` of the one that is."""
    kept = update(life).values(keys_mark=fingerprint)
    connection.execute(kept if instead else kept.where(life.c.keys_mark.is_(None)))


def has_begun(connection: Connection) -> bool:
    """Say whether keys were needed before: persons, cards or codes may have been made with them."""
    if kept_keys(connection) is not None:
        return True
    return connection.execute(select(centers.c.code).limit(1)).first() is not None


def new_life(connection: Connection, word: str) -> None:
    """Begin a new incarnation: after a restore, or the first. All centers' sales freeze."""
    put(connection, life, {"id": 1, "incarnation": word})
    # In one order for all, as every transaction that locks more than one center must.
    codes = connection.execute(select(centers.c.code).order_by(centers.c.code).with_for_update())
    for code in codes.scalars():
        connection.execute(update(centers).where(centers.c.code == code).values(frozen=True))
    outward = update(streams).where(streams.c.way == "out")
    connection.execute(outward.values(incarnation=word, acked=0))


def begin_stream(connection: Connection, center: str) -> None:
    """Begin the stream of events to a new center."""
    row = {"incarnation": life_of(connection), "seq": 0, "hash": FIRST, "acked": 0}
    connection.execute(insert(streams).values(center=center, way="out", **row))
