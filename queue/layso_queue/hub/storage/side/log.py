"""A stream of numbered events of one center, in or out."""

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from layso_queue.hub.storage.tables import entries, streams
from layso_queue.hub.storage.upsert import put
from layso_queue.sync import FIRST, Entry, Event, Head
from layso_queue.sync.events import to_plain


class StreamLog:
    """See layso_queue.sync.storage.Log. Whoever makes it has locked the center's row."""

    def __init__(self, connection: Connection, center: str, way: str) -> None:
        """`way` is "in" or "out"."""
        self._connection = connection
        self._center = center
        self._way = way

    def head(self) -> Head | None:
        """Return the end of the stream; None for one that never began."""
        row = self._connection.execute(select(streams).where(*self._stream())).first()
        return None if row is None else Head(row.incarnation, row.seq, bytes(row.hash))

    def set_head(self, head: Head) -> None:
        """Note the end of the stream."""
        acked = self.acked()
        row = {"incarnation": head.incarnation, "seq": head.seq, "hash": head.hash}
        key = {"center": self._center, "way": self._way}
        put(self._connection, streams, {**key, **row, "acked": acked})

    def add(self, entry: Entry, at: int) -> None:
        """Keep an entry."""
        self._connection.execute(
            insert(entries).values(
                center=self._center,
                way=self._way,
                seq=entry.seq,
                hash=entry.hash,
                event=written(entry.event),
                added_at=at,
            )
        )

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        """Return at most `limit` entries that follow entry `seq`."""
        query = (
            select(entries.c.seq, entries.c.hash, entries.c.event)
            .where(*self._entries(), entries.c.seq > seq)
            .order_by(entries.c.seq)
            .limit(limit)
        )
        found = self._connection.execute(query)
        return [Entry(row.seq, bytes(row.hash), read(row.event)) for row in found]

    def hash_at(self, seq: int) -> bytes | None:
        """Return the hash of an entry, FIRST for 0, None for one that is not kept."""
        if seq == 0:
            return FIRST
        query = select(entries.c.hash).where(*self._entries(), entries.c.seq == seq)
        found = self._connection.execute(query).scalar_one_or_none()
        return None if found is None else bytes(found)

    def cut(self, seq: int) -> None:
        """Drop every entry after `seq`."""
        self._connection.execute(delete(entries).where(*self._entries(), entries.c.seq > seq))

    def acked(self) -> int:
        """Return up to which entry the other side has it."""
        query = select(streams.c.acked).where(*self._stream())
        return int(self._connection.execute(query).scalar_one_or_none() or 0)

    def set_acked(self, seq: int, at: int) -> None:
        """Note it, and when for each entry that is covered for the first time."""
        now = update(streams).where(*self._stream()).values(acked=seq)
        self._connection.execute(now)
        fresh = [*self._entries(), entries.c.seq <= seq, entries.c.acked_at.is_(None)]
        self._connection.execute(update(entries).where(*fresh).values(acked_at=at))

    def forget(self, before: int) -> None:
        """Drop what the other side has had since before that time, but never the last of it."""
        # Not what it once had beyond where it stands now: a restored side asks for that again.
        last = self.acked()
        old = (entries.c.acked_at < before, entries.c.seq < last)
        self._connection.execute(delete(entries).where(*self._entries(), *old))

    def _stream(self) -> tuple[ColumnElement[bool], ...]:
        return streams.c.center == self._center, streams.c.way == self._way

    def _entries(self) -> tuple[ColumnElement[bool], ...]:
        return entries.c.center == self._center, entries.c.way == self._way


def written(event: Event) -> str:
    """Return an event as it is kept."""
    return orjson.dumps(to_plain(event)).decode()


def read(text: str) -> Event:
    """Return a kept event."""
    plain: dict[str, Any] = orjson.loads(text)
    return Event(**plain)
