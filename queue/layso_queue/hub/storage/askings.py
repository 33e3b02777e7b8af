"""How often somebody asks, counted once for all processes: one statement an asking."""

from collections.abc import Callable

from sqlalchemy import Connection, case, delete, select

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.tables import askings
from layso_queue.hub.storage.upsert import inserting

Transaction = Connection
"""What a guard is handed to count in."""

Judge = Callable[[Connection], None]
"""Counts, as the last thing in a transaction, and raises Refused if it is too much."""


def count(database: Database, rate: str, client: bytes, now: int, step: int, most: int) -> int:
    """Count one asking in a transaction of its own; see `counted`."""
    asked = (rate, client, now, step, most)
    return database.write(lambda c: counted(c, *asked), promise=False)


def counted(
    connection: Connection, rate: str, client: bytes, now: int, step: int, most: int
) -> int:
    """Count one asking, one every `step` ms and at most `most` at once; return 0 if it is allowed.

    Else the ms until the next one is; then nothing is counted. `due` is when the client would have
    its last asking if each had waited its turn: the row is all that is kept. Until the transaction
    ends, others of this client wait: count last.
    """
    later = case((askings.c.due > now, askings.c.due), else_=now)
    row = inserting(connection, askings).values(rate=rate, client=client, due=now + step)
    more = row.on_conflict_do_update(
        index_elements=["rate", "client"],
        set_={"due": later + step},
        where=later <= now + (most - 1) * step,
    ).returning(askings.c.due)
    if connection.execute(more).first() is not None:
        return 0
    these = (askings.c.rate == rate, askings.c.client == client)
    due = connection.execute(select(askings.c.due).where(*these)).scalar_one()
    return max(1, int(due) - now - (most - 1) * step)


def forget(connection: Connection, now: int) -> None:
    """Forget everybody who may ask as often as anybody again."""
    connection.execute(delete(askings).where(askings.c.due < now))
