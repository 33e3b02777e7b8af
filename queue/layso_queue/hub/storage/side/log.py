"""A stream of numbered events of one center, in or out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from layso_queue.hub.storage.tables import entries, streams
from layso_queue.hub.storage.upsert import put
from layso_queue.sync import FIRST, Entry, Event, Head
from layso_queue.sync.events import to_plain

ERASED = ""
"""Stands for the event of an entry that named a person, once the name is erased; its number and
hash stay (see layso_queue.hub.storage.nameless)."""


@dataclass(frozen=True, slots=True)
class _End:
    head: Head | None
    acked: int = 0


class StreamLog:
    """See layso_queue.sync.storage.Log. Whoever makes it has locked the center's row.

    So nobody else changes the stream meanwhile, and its end is read once. Entries are written when
    the end is set, or before anything of the stream is looked up: many with one statement.
    """

    def __init__(self, connection: Connection, center: str, way: str) -> None:
        """`way` is "in" or "out"."""
        self._connection = connection
        self._center = center
        self._way = way
        self._known: _End | None = None
        self._added: list[dict[str, Any]] = []

    def head(self) -> Head | None:
        """Return the end of the stream; None for one that never began."""
        return self._end().head

    def set_head(self, head: Head) -> None:
        """Note the end of the stream."""
        self._write()
        row = {"incarnation": head.incarnation, "seq": head.seq, "hash": head.hash}
        key = {"center": self._center, "way": self._way}
        end = replace(self._end(), head=head)
        put(self._connection, streams, {**key, **row, "acked": end.acked})
        self._known = end

    def add(self, entry: Entry, at: int) -> None:
        """Keep an entry."""
        self._added.append(
            {
                "center": self._center,
                "way": self._way,
                "seq": entry.seq,
                "hash": entry.hash,
                "event": written(entry.event),
                "added_at": at,
            }
        )

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        """Return at most `limit` entries that follow entry `seq`."""
        self._write()
        query = (
            select(entries.c.seq, entries.c.hash, entries.c.event)
            .where(*self._entries(), entries.c.seq > seq, entries.c.event != ERASED)
            .order_by(entries.c.seq)
            .limit(limit)
        )
        found = self._connection.execute(query)
        return [Entry(row.seq, bytes(row.hash), read(row.event)) for row in found]

    def hash_at(self, seq: int) -> bytes | None:
        """Return the hash of an entry, FIRST for 0, None for one that is not kept.

        Nor is one kept from which nobody could go on, for something after it has been erased.
        """
        self._write()
        later = select(entries.c.seq).where(
            *self._entries(), entries.c.seq > seq, entries.c.event == ERASED
        )
        if self._connection.execute(later.limit(1)).first() is not None:
            return None
        if seq == 0:
            return FIRST
        query = select(entries.c.hash).where(*self._entries(), entries.c.seq == seq)
        found = self._connection.execute(query).scalar_one_or_none()
        return None if found is None else bytes(found)

    def cut(self, seq: int) -> None:
        """Drop every entry after `seq`."""
        self._write()
        self._connection.execute(delete(entries).where(*self._entries(), entries.c.seq > seq))

    def acked(self) -> int:
        """Return up to which entry the other side has it."""
        return self._end().acked

    def set_acked(self, seq: int, at: int) -> None:
        """Note it, and when for each entry that is covered for the first time."""
        self._write()
        end = self._end()
        now = update(streams).where(*self._stream()).values(acked=seq)
        self._connection.execute(now)
        if end.head is not None:
            self._known = replace(end, acked=seq)
        # Each acknowledgement covers all before it: what has none yet stands at the end.
        covered = select(entries.c.seq).where(*self._entries(), entries.c.acked_at.is_not(None))
        last = covered.order_by(entries.c.seq.desc()).limit(1)
        begin = self._connection.execute(last).scalar_one_or_none() or 0
        fresh = [*self._entries(), entries.c.seq > begin, entries.c.seq <= seq]
        self._connection.execute(update(entries).where(*fresh).values(acked_at=at))

    def forget(self, before: int) -> None:
        """Drop what the other side has had since before that time, but never the last of it."""
        self._write()
        first = select(entries.c.acked_at).where(*self._entries()).order_by(entries.c.seq).limit(1)
        oldest = self._connection.execute(first).scalar_one_or_none()
        if oldest is None or oldest >= before:
            return
        # Not what it once had beyond where it stands now: a restored side asks for that again.
        old = (entries.c.acked_at < before, entries.c.seq < self.acked())
        self._connection.execute(delete(entries).where(*self._entries(), *old))

    def _end(self) -> _End:
        if self._known is None:
            row = self._connection.execute(select(streams).where(*self._stream())).first()
            head = None if row is None else Head(row.incarnation, row.seq, bytes(row.hash))
            self._known = _End(head, 0 if row is None else int(row.acked))
        return self._known

    def _write(self) -> None:
        added, self._added = self._added, []
        if added:
            self._connection.execute(insert(entries), added)

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
