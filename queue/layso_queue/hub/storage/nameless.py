"""Names in what travels between hub and centers: taken out after thirty days, known or not.

An entry that named a person keeps its number and its hash, so that the chain goes on from it, and
loses what it told. Whoever would still need it is told as if the stream were no longer kept so far
back: a center gets a snapshot of the bookings to come.
"""

from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, or_, select, update

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.side.log import ERASED, read, written
from layso_queue.hub.storage.tables import aside, centers, entries
from layso_queue.sync import Event, Kind

NAMING = frozenset({Kind.BOOKING_BOOKED, Kind.REMOTE_REQUESTED, Kind.BOOKING_ECHOED})
"""Kinds of events that tell a person's name and the hash of her card."""

WHO = ("name", "card")


def take_names_out(database: Database, before: int) -> int:
    """Erase the names that have travelled since before that time (ms); return of how many events.

    A booking is never for a day before it was made, so its name goes within the promised days
    after the visit. One transaction a center, under its lock.
    """
    codes = database.read(lambda c: sorted(c.execute(select(centers.c.code)).scalars()))
    done = 0
    for code in codes:

        def work(connection: Connection, center: str = code) -> int:
            lock = select(centers.c.code).where(centers.c.code == center).with_for_update()
            connection.execute(lock)
            gone = _of_aside(connection, center, before)
            return gone + sum(_of_stream(connection, center, way, before) for way in ("in", "out"))

        done += database.write(work)
    return done


def _of_stream(connection: Connection, center: str, way: str, before: int) -> int:
    """Only the old end of a stream is looked at: its entries stand in the order of time."""
    ours = (entries.c.center == center, entries.c.way == way)
    young = select(entries.c.seq).where(*ours, entries.c.added_at >= before)
    first = connection.execute(young.order_by(entries.c.seq).limit(1)).scalar_one_or_none()
    old = [*ours, _names(entries.c.event)]
    if first is not None:
        old.append(entries.c.seq < first)
    query = select(entries.c.seq, entries.c.event).where(*old)
    found = [row.seq for row in connection.execute(query) if _who(read(row.event))]
    if found:
        these = update(entries).where(*ours, entries.c.seq.in_(found))
        connection.execute(these.values(event=ERASED))
    return len(found)


def _of_aside(connection: Connection, center: str, before: int) -> int:
    """What was set aside is no part of the chain any more: it keeps all but the names."""
    old = (aside.c.center == center, aside.c.at < before, _names(aside.c.event))
    done = 0
    for row in connection.execute(select(aside.c.id, aside.c.event).where(*old)).all():
        event = read(row.event)
        if _who(event):
            plain: dict[str, Any] = orjson.loads(written(event))
            plain["payload"] |= dict.fromkeys(WHO, "")
            now = update(aside).where(aside.c.center == center, aside.c.id == row.id)
            connection.execute(now.values(event=orjson.dumps(plain).decode()))
            done += 1
    return done


def _names(text: ColumnElement[str]) -> ColumnElement[bool]:
    """What may name somebody, so that not everything is read."""
    return or_(*(text.like(f'%"{word}":"_%') for word in WHO))


def _who(event: Event) -> bool:
    return event.kind in NAMING and any(event.payload.get(word) for word in WHO)
