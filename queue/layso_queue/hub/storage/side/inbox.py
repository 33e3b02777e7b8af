"""What has come from one center."""

from collections.abc import Sequence

import orjson
from sqlalchemy import ColumnElement, Connection, delete, select

from layso_queue.hub.storage.side.log import StreamLog, read, written
from layso_queue.hub.storage.tables import aside, seen
from layso_queue.hub.storage.upsert import inserting, put
from layso_queue.sync import Entry, SyncRefusal, SyncRefused
from layso_queue.sync.storage import SetAside


class CenterInbox:
    """See layso_queue.sync.storage.Inbox."""

    def __init__(self, connection: Connection, center: str) -> None:
        """Use this open transaction, which has locked the center's row."""
        self._connection = connection
        self._center = center
        self.log = StreamLog(connection, center, "in")

    def seen(self, id: str) -> bool:
        """Return whether the event had its effect already."""
        query = select(seen.c.id).where(seen.c.center == self._center, seen.c.id == id)
        return self._connection.execute(query).first() is not None

    def mark_seen(self, id: str, at: int) -> None:
        """Note that it had."""
        row = {"center": self._center, "id": id, "at": at}
        once = inserting(self._connection, seen).values(row).on_conflict_do_nothing()
        self._connection.execute(once)

    def blocked(self, entity: str) -> bool:
        """Return whether an event of this entity is set aside."""
        query = select(aside.c.id).where(self._ours(), aside.c.entity == entity).limit(1)
        return self._connection.execute(query).first() is not None

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

    def _ours(self) -> ColumnElement[bool]:
        return aside.c.center == self._center
