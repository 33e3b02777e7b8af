"""Phone numbers that go with tickets, for minutes: in a file of their own, in no copy and no log.

Not in the center's database: that is copied every quarter of an hour, and its copies are kept for
weeks. What is deleted here is overwritten in the file, not only forgotten.
"""

import os
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pysqlite3
import structlog

from layso_queue.center.storage.faults import StoreFailed

log = structlog.get_logger()

_TABLE = """
CREATE TABLE IF NOT EXISTS phones (
    ticket TEXT NOT NULL,
    phone TEXT NOT NULL,
    language TEXT NOT NULL,
    CONSTRAINT a_ticket_is_followed_by_one_number PRIMARY KEY (ticket)
)
"""


@dataclass(frozen=True, slots=True)
class FollowingPhone:
    """Whom to tell of a ticket. The number never shows, whoever prints this."""

    ticket: str
    phone: str
    language: str

    def __repr__(self) -> str:
        return f"FollowingPhone({self.ticket})"


class PhoneBook:
    """Used from any thread; `keep`, `all` and `erase` raise StoreFailed.

    A file that cannot be read begins anew: nothing in it is owed to anybody.
    """

    def __init__(self, file: Path) -> None:
        """Name the file; it is made by the first number."""
        self._file = file
        self._lock = threading.Lock()
        self._known: pysqlite3.Connection | None = None

    def keep(self, one: FollowingPhone) -> None:
        """Keep a number until its ticket ends."""
        row = (one.ticket, one.phone, one.language)
        self._do("INSERT OR REPLACE INTO phones VALUES (?, ?, ?)", [row])

    def all(self) -> list[FollowingPhone]:
        """Return every number that is still kept."""
        if self._known is None and not self._file.exists():
            return []
        with self._kept() as connection:
            rows = connection.execute("SELECT ticket, phone, language FROM phones").fetchall()
        return [FollowingPhone(*row) for row in rows]

    def erase(self, tickets: Collection[str]) -> None:
        """Erase the numbers of these tickets."""
        if tickets:
            self._do("DELETE FROM phones WHERE ticket = ?", [(one,) for one in tickets])

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._known is not None:
                self._known.close()
            self._known = None

    def _do(self, statement: str, rows: list[tuple[str, ...]]) -> None:
        with self._kept() as connection, connection:
            connection.executemany(statement, rows)

    @contextmanager
    def _kept(self) -> Iterator[pysqlite3.Connection]:
        try:
            with self._lock:
                yield self._open()
        except (pysqlite3.Error, OSError) as error:
            raise StoreFailed(type(error).__name__) from None  # its words could hold a number

    def _open(self) -> pysqlite3.Connection:
        if self._known is None:
            try:
                self._known = self._opened()
            except pysqlite3.DatabaseError as error:
                log.warning("the phone numbers cannot be read", why=type(error).__name__)
                self._file.unlink(missing_ok=True)
                self._known = self._opened()
        return self._known

    def _opened(self) -> pysqlite3.Connection:
        os.close(os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600))
        connection = pysqlite3.connect(str(self._file), check_same_thread=False)
        try:
            # No journal file in which a number would outlive its deletion.
            connection.execute("PRAGMA journal_mode=MEMORY")
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute(_TABLE)
        except BaseException:
            connection.close()
            raise
        return connection
