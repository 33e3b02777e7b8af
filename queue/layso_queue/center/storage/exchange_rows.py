"""The streams of the exchange in the center's database, inside one open transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import orjson
from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from layso_queue.center.storage.exchange_tables import (
    sync_aside,
    sync_heads,
    sync_outbox,
    sync_seen,
)
from layso_queue.sync import FIRST, Entry, Event, Head, SyncRefusal, SyncRefused
from layso_queue.sync.events import to_plain
from layso_queue.sync.storage import SetAside


@dataclass(frozen=True, slots=True)
class _End:
    head: Head | None
    acked: int = 0


class StreamRows:
    """See layso_queue.sync.storage.Log. The way "in" keeps its head and no entries."""

    def __init__(self, connection: Connection, way: str) -> None:
        """`connection` has begun with BEGIN IMMEDIATE: nobody else numbers a fact meanwhile.

        So the end of the stream is read once.
        """
        self._connection = connection
        self._way = way
        self._end: _End | None = None

    def head(self) -> Head | None:
        """Return the end of the stream."""
        return self._known().head

    def set_head(self, head: Head) -> None:
        """Note the end of the stream."""
        values = {"incarnation": head.incarnation, "seq": head.seq, "hash": head.hash}
        row = insert(sync_heads).values(way=self._way, acked=0, **values)
        end = replace(self._known(), head=head)
        self._connection.execute(row.on_conflict_do_update(index_elements=["way"], set_=values))
        self._end = end

    def add(self, entry: Entry, at: int) -> None:
        """Keep an entry."""
        row = insert(sync_outbox).values(
            seq=entry.seq, hash=entry.hash, event=written(entry.event), added_at=at
        )
        self._connection.execute(row)

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        """Return at most `limit` entries that follow entry `seq`."""
        found = sync_outbox.c
        query = select(found.seq, found.hash, found.event).where(found.seq > seq)
        rows = self._connection.execute(query.order_by(found.seq).limit(limit))
        return [Entry(row.seq, bytes(row.hash), read(row.event)) for row in rows]

    def hash_at(self, seq: int) -> bytes | None:
        """Return the hash of an entry, FIRST for 0, None for one that is not kept."""
        if seq == 0:
            return FIRST
        query = select(sync_outbox.c.hash).where(sync_outbox.c.seq == seq)
        hash = self._connection.execute(query).scalar_one_or_none()
        return None if hash is None else bytes(hash)

    def cut(self, seq: int) -> None:
        """Drop every entry after `seq`."""
        self._connection.execute(delete(sync_outbox).where(sync_outbox.c.seq > seq))

    def acked(self) -> int:
        """Return up to which entry the hub has it."""
        return self._known().acked

    def set_acked(self, seq: int, at: int) -> None:
        """Note it, and when for each entry that is covered for the first time."""
        self._connection.execute(
            update(sync_heads).where(sync_heads.c.way == self._way).values(acked=seq)
        )
        end = self._known()
        if end.head is not None:
            self._end = replace(end, acked=seq)
        # Each acknowledgement covers all before it: what has none yet stands at the end.
        found = sync_outbox.c
        last = select(found.seq).where(found.acked_at.is_not(None)).order_by(found.seq.desc())
        begin = self._connection.execute(last.limit(1)).scalar_one_or_none() or 0
        fresh = (found.seq > begin, found.seq <= seq)
        self._connection.execute(update(sync_outbox).where(*fresh).values(acked_at=at))

    def forget(self, before: int) -> None:
        """Drop what the hub has had since before that time, but never the last of it."""
        first = select(sync_outbox.c.acked_at).order_by(sync_outbox.c.seq).limit(1)
        oldest = self._connection.execute(first).scalar_one_or_none()
        if oldest is None or oldest >= before:
            return
        old = (sync_outbox.c.seq < self.acked(), sync_outbox.c.acked_at < before)
        self._connection.execute(delete(sync_outbox).where(*old))

    def _known(self) -> _End:
        if self._end is None:
            query = select(sync_heads).where(sync_heads.c.way == self._way)
            row = self._connection.execute(query).first()
            head = None if row is None else Head(row.incarnation, row.seq, bytes(row.hash))
            self._end = _End(head, 0 if row is None else int(row.acked))
        return self._end


class InboxRows:
    """See layso_queue.sync.storage.Inbox."""

    def __init__(self, connection: Connection) -> None:
        """Work in this transaction."""
        self.log = StreamRows(connection, "in")
        self._connection = connection

    def seen(self, id: str) -> bool:
        """Return whether the event had its effect already."""
        query = select(sync_seen.c.id).where(sync_seen.c.id == id)
        return self._connection.execute(query).first() is not None

    def mark_seen(self, id: str, at: int) -> None:
        """Note that it had."""
        row = insert(sync_seen).values(id=id, at=at)
        self._connection.execute(row.on_conflict_do_nothing())

    def blocked(self, entity: str) -> bool:
        """Return whether an event of this entity is set aside."""
        query = select(sync_aside.c.id).where(sync_aside.c.entity == entity)
        return self._connection.execute(query).first() is not None

    def set_aside(self, one: SetAside, at: int) -> None:
        """Put an event aside; the same id again keeps its place and gets the newer reason."""
        place = select(func.coalesce(func.max(sync_aside.c.place), 0) + 1).scalar_subquery()
        why = {"why": one.refused.why.value, "about": orjson.dumps(one.refused.about)}
        event = one.entry.event
        row = insert(sync_aside).values(
            id=event.id,
            place=place,
            seq=one.entry.seq,
            hash=one.entry.hash,
            entity=event.entity,
            event=written(event),
            at=at,
            **why,
        )
        self._connection.execute(row.on_conflict_do_update(index_elements=["id"], set_=why))

    def aside(self) -> Sequence[SetAside]:
        """Return all that is set aside, oldest first."""
        rows = self._connection.execute(select(sync_aside).order_by(sync_aside.c.place))
        return [
            SetAside(
                Entry(row.seq, bytes(row.hash), read(row.event)),
                SyncRefused(SyncRefusal(row.why), orjson.loads(row.about)),
            )
            for row in rows
        ]

    def taken_up(self, id: str) -> None:
        """Drop an event from what is set aside."""
        self._connection.execute(delete(sync_aside).where(sync_aside.c.id == id))


def written(event: Event) -> bytes:
    """Return the event as it is kept."""
    return orjson.dumps(to_plain(event), option=orjson.OPT_SORT_KEYS)


def read(kept: bytes) -> Event:
    """Return the event that was written."""
    return Event(**orjson.loads(kept))
