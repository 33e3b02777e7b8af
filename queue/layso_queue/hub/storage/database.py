"""One database, PostgreSQL or SQLite: short transactions, a lock a row or a lock for all."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pysqlite3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool, StaticPool

from layso_queue.hub.storage.faults import StoreFailed, sort_out

Done = TypeVar("Done")

TRIES = 5
_TRY_AGAIN = frozenset({"40001", "40P01"})
"""PostgreSQL's words for a transaction that lost a race or a deadlock: nothing of it was kept."""

BUSY_TIMEOUT_MS = 5000
WAL_IS_SOUND_FROM = (3, 51, 3)
"""SQLite 3.7.0 to 3.51.2 can corrupt a database when a WAL is reset; fixed from here on."""


class Database:
    """Gives transactions to the rooms of storage. Safe to use from any thread."""

    def __init__(self, url: str, *, pool: int = 10) -> None:
        """Use the database at `url`, "postgresql://..." or "sqlite:///file"; nothing is read yet.

        Raises StoreFailed for an address that is neither.
        """
        try:
            made = make_url(url)
        except SQLAlchemyError as error:
            raise StoreFailed("the database address cannot be read") from error
        backend = made.get_backend_name()
        self.url = url
        self.is_postgresql = backend == "postgresql"
        self.file: Path | None = None
        self._lock = threading.Lock()
        if self.is_postgresql:
            self.engine = create_engine(
                made.set(drivername="postgresql+psycopg"),
                pool_size=pool,
                max_overflow=pool,
                pool_timeout=10,
                hide_parameters=True,
                pool_pre_ping=True,
            )
            # A look needs no transaction and no knock at the door: one way there and back.
            self._readers = create_engine(
                made.set(drivername="postgresql+psycopg"),
                isolation_level="AUTOCOMMIT",
                pool_size=pool,
                max_overflow=pool,
                pool_timeout=10,
                hide_parameters=True,
            )
        elif backend == "sqlite" and made.database:
            self.file = Path(made.database)
            self.engine = _sqlite(self.file, StaticPool)
            self._readers = _sqlite(self.file, QueuePool)
        else:
            raise StoreFailed("the database address cannot be read")

    def read(self, work: Callable[[Connection], Done]) -> Done:
        """Return what `work` reads; it must not write. Raises StoreFailed.

        Repeated once when the connection turns out to be gone, as after a failover.
        """
        try:
            try:
                return self._read_once(work)
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
                return self._read_once(work)
        except SQLAlchemyError as error:
            raise sort_out(error) from None  # its details name the values of the row

    def _read_once(self, work: Callable[[Connection], Done]) -> Done:
        with self._readers.connect() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection], Done], *, promise: bool = True) -> Done:
        """Do `work` in one transaction: all of it is kept, or nothing.

        `promise` false: what a crash may take back, such as a hold, is not waited for until
        disk and standby have it. A later promise is never kept without what came before it.
        Repeats it when PostgreSQL says it lost a race; so `work` must change nothing else.
        Raises AlreadyThere, StoreFailed, and whatever `work` raises; then nothing was kept.
        """
        if not self.is_postgresql:
            # One writer at a time: connections that wait for SQLite's own lock can starve.
            with self._lock:
                return self._once(work)

        def quickly(connection: Connection) -> Done:
            connection.exec_driver_sql("SET LOCAL synchronous_commit TO off")
            return work(connection)

        whole = work if promise else quickly
        for _ in range(TRIES - 1):
            try:
                return self._once(whole)
            except _LostRace:
                continue
        return self._once(whole)

    def close(self) -> None:
        """Let go of all connections."""
        self._readers.dispose()
        self.engine.dispose()

    def _once(self, work: Callable[[Connection], Done]) -> Done:
        try:
            with self.engine.begin() as connection:
                return work(connection)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) in _TRY_AGAIN:
                raise _LostRace("lost a race") from None
            raise sort_out(error) from None  # its details name the values of the row
        except SQLAlchemyError as error:
            raise sort_out(error) from None  # its details name the values of the row


class _LostRace(StoreFailed):
    """Nothing was kept; the same again will do."""


def _sqlite(file: Path, pool: type[StaticPool] | type[QueuePool]) -> Engine:
    journal = "WAL" if pysqlite3.sqlite_version_info >= WAL_IS_SOUND_FROM else "DELETE"

    def connect() -> pysqlite3.Connection:
        connection = pysqlite3.connect(str(file), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        # What is erased is overwritten: names and phone numbers must not stay in free pages.
        connection.execute("PRAGMA secure_delete=ON")
        return connection

    engine = create_engine(
        "sqlite://", module=pysqlite3, creator=connect, poolclass=pool, hide_parameters=True
    )
    if pool is StaticPool:

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
