"""The writer's side of the database: one connection, one transaction a batch, one hash chain."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement

from layso_queue.center.storage import tables
from layso_queue.center.storage.batch import Batch
from layso_queue.center.storage.chain import FIRST, Entry, next_hash
from layso_queue.center.storage.engine import open_writer
from layso_queue.center.storage.faults import sort_out


def _sql(statement: ClauseElement) -> str:
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="qmark")))


def _upsert_ticket() -> ClauseElement:
    statement = sqlite_insert(tables.tickets)
    changing = ("service", "state", "priority", "counter", "document")
    return statement.on_conflict_do_update(
        index_elements=["id"], set_={name: statement.excluded[name] for name in changing}
    )


_WAYS: dict[str, ClauseElement] = {
    "opened": insert(tables.service_days),
    "commands": insert(tables.commands),
    "tickets": _upsert_ticket(),
    "calls": insert(tables.calls),
    "closed": update(tables.service_days)
    .values(closed_at=bindparam("c"))
    .where(tables.service_days.c.date == bindparam("d")),
}


class Store:
    """The open database of a center. One thread at a time may use it."""

    def __init__(self, file: Path) -> None:
        """Open `file`, which must have the newest schema (see schema.py)."""
        self._engine = open_writer(file)
        self._entries = _sql(insert(tables.journal))
        self._others = {name: _sql(way) for name, way in _WAYS.items()}
        self._head = self._read_head()

    @property
    def head(self) -> bytes:
        """The hash of the journal's last entry."""
        return self._head

    def append(self, batch: Batch) -> None:
        """Keep the whole batch, durably, or nothing of it.

        Raises DiskFull, AlreadyThere or StoreFailed; then nothing was kept, or (a fault of the
        disk at the last moment) it is unknown: read the journal again before going on.
        """
        head = self._head
        rows = []
        for entry in batch.entries:
            made = next_hash(head, *entry)
            rows.append((*entry, head, made))
            head = made
        try:
            with self._engine.begin() as connection:
                if rows:
                    connection.exec_driver_sql(self._entries, rows)
                for name, statement in self._others.items():
                    if some := getattr(batch, name):
                        connection.exec_driver_sql(statement, some)
        except DBAPIError as error:
            raise sort_out(error) from error
        self._head = head

    def newest_days(self) -> list[tuple[str, int]]:
        """Return date and first journal entry of the newest service day and of the one before."""
        days = tables.service_days
        newest = select(days.c.date, days.c.first_seq).order_by(days.c.first_seq.desc()).limit(2)
        with self._engine.connect() as connection:
            return [(row[0], row[1]) for row in connection.execute(newest)]

    def last_seq(self) -> int:
        """Return the number of the journal's last entry, 0 if it is empty."""
        row = self._one(select(tables.journal.c.seq).order_by(tables.journal.c.seq.desc()).limit(1))
        return int(row[0]) if row else 0

    def entries_from(self, seq: int) -> Iterator[Entry]:
        """Yield the journal from entry `seq` on, in order."""
        journal = tables.journal
        query = select(journal).where(journal.c.seq >= seq).order_by(journal.c.seq)
        with self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=5000).execute(query):
                yield Entry(*tuple(row))

    def hash_before(self, seq: int) -> bytes:
        """Return the hash that entry `seq` must name as the one before it."""
        journal = tables.journal
        row = self._one(select(journal.c.hash).where(journal.c.seq == seq - 1))
        return bytes(row[0]) if row else FIRST

    def reread_head(self) -> None:
        """Take the chain's head from the file again, after a commit that failed."""
        self._head = self._read_head()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _read_head(self) -> bytes:
        return self.hash_before(self.last_seq() + 1)

    def _one(self, query: Select[*tuple[Any, ...]]) -> tuple[Any, ...] | None:
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
            return None if row is None else tuple(row)
