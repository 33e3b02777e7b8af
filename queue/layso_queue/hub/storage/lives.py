"""The lives of a hub: each begins with its first start, or with a restore from a backup."""

from sqlalchemy import Connection, insert, select, update

from layso_queue.hub.storage.tables import centers, life, streams
from layso_queue.hub.storage.upsert import put
from layso_queue.sync import FIRST


def life_of(connection: Connection) -> str:
    """Return the hub's incarnation."""
    return str(connection.execute(select(life.c.incarnation)).scalar_one())


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
