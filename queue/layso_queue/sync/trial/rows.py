"""The exchange's protocols on a `Store`: a stream, and an inbox."""

from collections.abc import Callable, Sequence

from layso_queue.sync.positions import FIRST, Entry, Head
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.storage import SetAside
from layso_queue.sync.trial.store import RowThere, Store


class Stream:
    """A `Log`. `shown_at` gives when a row can be read: later than now without a locked counter."""

    def __init__(
        self, store: Store, name: str, shown: Callable[[Entry], bool] = lambda _: True
    ) -> None:
        """Keep the stream in tables that begin with `name`."""
        self._store = store
        self._name = name
        self._shown = shown

    def head(self) -> Head | None:
        head: Head | None = self._store.table(self._name).get("head")
        return head

    def set_head(self, head: Head) -> None:
        self._store.write(self._name, "head", head)

    def add(self, entry: Entry, at: int) -> None:
        if entry.seq in self._entries:
            raise RowThere
        self._store.write(self._name + ".entries", entry.seq, (entry, at))
        self._store.write(self._name, "last", entry.seq)

    def after(self, seq: int, limit: int) -> Sequence[Entry]:
        entries = self._entries
        last = self._store.table(self._name).get("last", 0)
        first = max(seq, self._store.table(self._name).get("forgotten", 0))
        found = []
        for n in range(first + 1, last + 1):
            row = entries.get(n)
            if row is not None and self._shown(row[0]):
                found.append(row[0])
                if len(found) == limit:
                    break
        return found

    def hash_at(self, seq: int) -> bytes | None:
        if seq == 0:
            return FIRST
        row = self._entries.get(seq)
        return None if row is None else row[0].hash

    def cut(self, seq: int) -> None:
        for n in range(self._store.table(self._name).get("last", 0), seq, -1):
            self._store.drop(self._name + ".entries", n)
            self._store.drop(self._name + ".acked", n)
        self._store.write(self._name, "last", seq)

    def acked(self) -> int:
        seq: int = self._store.table(self._name).get("acked", 0)
        return seq

    def set_acked(self, seq: int, at: int) -> None:
        known = self._store.table(self._name + ".acked")
        for n in range(seq, 0, -1):
            if n in known or n not in self._entries:
                break
            self._store.write(self._name + ".acked", n, at)
        if seq != self.acked():
            self._store.write(self._name, "acked", seq)

    def forget(self, before: int) -> None:
        gone: int = self._store.table(self._name).get("forgotten", 0)
        known = self._store.table(self._name + ".acked")
        first = gone
        while gone + 1 < self.acked() and known.get(gone + 1, before) < before:
            gone += 1
            self._store.drop(self._name + ".entries", gone)
        if gone != first:
            self._store.write(self._name, "forgotten", gone)

    @property
    def _entries(self) -> dict[int, tuple[Entry, int]]:
        return self._store.table(self._name + ".entries")


class Inbox:
    """An `Inbox` of the exchange."""

    def __init__(self, store: Store, name: str) -> None:
        self.log = Stream(store, name)
        self._store = store
        self._name = name

    def seen(self, id: str) -> bool:
        return id in self._store.table(self._name + ".seen")

    def mark_seen(self, id: str, at: int) -> None:
        self._store.write(self._name + ".seen", id, at)

    def blocked(self, entity: str) -> bool:
        return any(one.entry.event.entity == entity for one in self.aside())

    def set_aside(self, one: SetAside, _: int) -> None:
        self._store.write(self._name + ".aside", one.entry.event.id, one)

    def aside(self) -> Sequence[SetAside]:
        return list(self._store.table(self._name + ".aside").values())

    def taken_up(self, id: str) -> None:
        self._store.drop(self._name + ".aside", id)

    def refused(self, id: str) -> SyncRefused | None:
        one = self._store.table(self._name + ".aside").get(id)
        return one.refused if one else None
