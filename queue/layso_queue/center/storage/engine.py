"""How SQLite is opened: one writer that says BEGIN IMMEDIATE, readers that cannot write."""

from pathlib import Path
from urllib.parse import quote

import pysqlite3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool, StaticPool

WAL_IS_SOUND_FROM = (3, 51, 3)
"""SQLite 3.7.0 to 3.51.2 can corrupt a database when a WAL is reset; fixed from here on."""

BUSY_TIMEOUT_MS = 5000


def journal_mode(version: tuple[int, ...] = pysqlite3.sqlite_version_info) -> str:
    """Return the journal mode that is safe with this SQLite: "WAL", or "DELETE" on an old one."""
    return "WAL" if version >= WAL_IS_SOUND_FROM else "DELETE"


def open_writer(file: Path, *, keep: bool = True) -> Engine:
    """Return an engine whose transactions take the write lock at once (BEGIN IMMEDIATE).

    SQLite's own deferred transactions let two of them read the same "last number" before either
    writes. With `keep` one connection stays open for good, for the one writer thread; without it
    each use opens and closes its own (short work beside a running center).
    """

    def connect() -> pysqlite3.Connection:
        connection = pysqlite3.connect(str(file), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        connection.execute(f"PRAGMA journal_mode={journal_mode()}")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        return connection

    engine = create_engine(
        "sqlite://", module=pysqlite3, creator=connect, poolclass=StaticPool if keep else NullPool
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def open_reader(file: Path) -> Engine:
    """Return an engine that cannot change the file (mode=ro); safe to use from any thread."""

    def connect() -> pysqlite3.Connection:
        uri = f"file:{quote(str(file))}?mode=ro"
        connection = pysqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        return connection

    return create_engine(
        "sqlite://", module=pysqlite3, creator=connect, poolclass=QueuePool, pool_size=2
    )
