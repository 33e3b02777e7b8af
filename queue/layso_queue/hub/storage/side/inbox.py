"""What has come from one center."""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, delete, select

from layso_queue.hub.storage.side.log import StreamLog, read, written
from layso_queue.hub.storage.tables import aside, seen
from layso_queue.hub.storage.upsert import inserting, put
from layso_queue.sync import Entry, SyncRefusal, SyncRefused
from layso_queue.sync.storage import SetAside


class CenterInbox:
    """See layso_queue.sync.storage.Inbox.

    What a push brings is looked up with one statement and noted with one: see `expect`.
    """

    def __init__(self, connection: Connection, center: str) -> None:
        """Use this open transaction, which has locked the center's row."""
        self._connection = connection
        self._center = center
        self.log = StreamLog(connection, center, "in")
        self._expected: frozenset[str] = frozenset()
        self._had: set[str] = set()
        self._marked: list[dict[str, Any]] = []
        self._blocked: set[str] | None = None

    def expect(self, ids: Iterable[str]) -> None:
        """Look these up at once; what is marked from now on waits for `write`."""
        self._expected = frozenset(ids)
        query = select(seen.c.id).where(seen.c.center == self._center)
        found = self._connection.execute(query.where(seen.c.id.in_(self._expected)))
        self._had = set(found.scalars())

    def write(self) -> None:
        """Write what was marked of the expected ones."""
        marked, self._marked = self._marked, []
        if marked:
            once = inserting(self._connection, seen).on_conflict_do_nothing()
            self._connection.execute(once, marked)

    def seen(self, id: str) -> bool:
        """Return whether the event had its effect already."""
        if id in self._expected:
            return id in self._had
        query = select(seen.c.id).where(seen.c.center == self._center, seen.c.id == id)
        return self._connection.execute(query).first() is not None

    def mark_seen(self, id: str, at: int) -> None:
        """Note that it had."""
        row = {"center": self._center, "id": id, "at": at}
        if id in self._expected:
            self._had.add(id)
            self._marked.append(row)
            return
        once = inserting(self._connection, seen).values(row).on_conflict_do_nothing()
        self._connection.execute(once)

    def blocked(self, entity: str) -> bool:
        """Return whether an event of this entity is set aside."""
        if self._blocked is None:
            query = select(aside.c.entity).where(self._ours()).distinct()
            self._blocked = set(self._connection.execute(query).scalars())
        return entity in self._blocked

    def set_aside(self, one: SetAside, at: int) -> None:
        """Put an event aside; the same id again replaces it."""
        entry = one.entry
        row = {
            "center": self._center,
            "id": entry.event.id,
            "entity": entry.event.entity,
            "seq": entry.seq,
            "hash": entry.hash,
            "event": written(entry.event),
            "why": one.refused.why.value,
            "about": orjson.dumps(one.refused.about).decode(),
            "at": at,
        }
        put(self._connection, aside, row)
        self._blocked = None

    def aside(self) -> Sequence[SetAside]:
        """Return all that is set aside, oldest first."""
        query = select(aside).where(self._ours()).order_by(aside.c.seq)
        return [
            SetAside(
                Entry(row.seq, bytes(row.hash), read(row.event)),
                SyncRefused(SyncRefusal(row.why), orjson.loads(row.about)),
            )
            for row in self._connection.execute(query)
        ]

    def taken_up(self, id: str) -> None:
        """Drop an event from what is set aside."""
        self._connection.execute(delete(aside).where(self._ours(), aside.c.id == id))
        self._blocked = None

    def _ours(self) -> ColumnElement[bool]:
        return aside.c.center == self._center
