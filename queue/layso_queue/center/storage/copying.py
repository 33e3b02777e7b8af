"""Copy a database while it is in use, and look whether a copy holds all that it should."""

import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pysqlite3

from layso_queue.center.storage.chain import FIRST, Broken
from layso_queue.center.storage.check import quick_check, verify
from layso_queue.center.storage.engine import BUSY_TIMEOUT_MS
from layso_queue.center.storage.faults import DatabaseDamaged, sort_out


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds: journal entries, the hash of the last, and rows by table."""

    entries: int
    head: bytes
    rows: dict[str, int]


def copy_database(source: Path, target: Path) -> Contents:
    """Copy all of `source` as it stands at one moment; return what it held then.

    All pages in one step: a copy in pieces begins anew whenever the center writes. `target` is
    one file, on the disk when this returns. Raises DatabaseDamaged, DiskFull, StoreFailed.
    """
    try:
        with (
            closing(_reading(source)) as original,
            closing(pysqlite3.connect(str(target), isolation_level=None)) as copy,
        ):
            original.execute("BEGIN")
            held = _contents(original)
            original.backup(copy, pages=-1)
            original.execute("ROLLBACK")
            copy.execute("PRAGMA journal_mode=DELETE")
    except pysqlite3.DatabaseError as error:
        raise _sorted_out(error) from error
    make_durable(target)
    return held


def examine(file: Path) -> Contents:
    """Look at every page, walk the hash chain and count; raise DatabaseDamaged unless all holds."""
    quick_check(file)
    walked = verify(file)
    if isinstance(walked, Broken):
        raise DatabaseDamaged(f"journal entry {walked.seq}: {walked.how}")
    try:
        with closing(_reading(file)) as connection:
            found = _contents(connection)
    except pysqlite3.DatabaseError as error:
        raise DatabaseDamaged(str(error)) from error
    if (found.entries, found.head) != walked:
        raise DatabaseDamaged(f"{walked[0]} entries walked, {found.entries} counted")
    return found


def fold(file: Path) -> None:
    """Make a database one file, with nothing beside it, and have it on the disk.

    Nobody else may use it. Raises DatabaseDamaged, DiskFull, StoreFailed.
    """
    try:
        with closing(pysqlite3.connect(str(file), isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except pysqlite3.DatabaseError as error:
        raise _sorted_out(error) from error
    make_durable(file)


def make_durable(file: Path) -> None:
    """Wait until the disk holds a file and its name."""
    for path in (file, file.parent):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reading(file: Path) -> pysqlite3.Connection:
    uri = f"file:{quote(str(file))}?mode=ro"
    connection = pysqlite3.connect(uri, uri=True, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    return connection


def _contents(connection: pysqlite3.Connection) -> Contents:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    names = [str(row[0]) for row in connection.execute(tables)]
    rows = {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for name in names
    }
    last = connection.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Contents(int(last[0]), bytes(last[1]), rows) if last else Contents(0, FIRST, rows)


def _sorted_out(error: Exception) -> Exception:
    text = str(error)
    if "malformed" in text or "not a database" in text or "no such table" in text:
        return DatabaseDamaged(text)
    return sort_out(error)
