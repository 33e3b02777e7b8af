"""Events for a center, numbered in the transaction that makes them true."""

import hashlib
from typing import Any

import orjson
from sqlalchemy import Connection, insert, select, update

from layso_queue.hub.storage.tables import heads, outgoing


def tell(
    connection: Connection,
    center: str,
    kind: str,
    entity: str,
    version: int,
    at: int,
    payload: dict[str, Any],
    id: str,
) -> int:
    """Append an event to what a center will pull; return its number.

    The center's head row stays locked until the commit: numbers become visible in order.
    """
    query = select(heads.c.seq, heads.c.hash).where(heads.c.center == center).with_for_update()
    last, previous = connection.execute(query).one()
    written = orjson.dumps(payload, option=orjson.OPT_SORT_KEYS)
    seq = int(last) + 1
    made = hashlib.sha256(bytes(previous) + written).digest()
    row = {
        "center": center,
        "seq": seq,
        "id": id,
        "kind": kind,
        "entity": entity,
        "version": version,
        "occurred_at": at,
        "payload": written.decode(),
        "hash": made,
    }
    connection.execute(insert(outgoing).values(row))
    connection.execute(update(heads).where(heads.c.center == center).values(seq=seq, hash=made))
    return seq
