"""Short work on the database beside the one writer: how it is opened, read, written, let go of."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.exc import DBAPIError

from layso_queue.center.storage.engine import open_reader, open_writer
from layso_queue.center.storage.faults import sort_out


class Beside:
    """Reads at any time, from any thread; each write is one short transaction of its own.

    Works beside a running center: the writer waits up to five seconds for its turn. All methods
    raise StoreFailed (or its kinds) when the database cannot do it.
    """

    def __init__(self, file: Path) -> None:
        """Use the database in `file`, which must have the newest schema."""
        self._reader = open_reader(file)
        self._writer = open_writer(file, keep=False)

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()
        self._writer.dispose()

    def _read(self, query: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
        with self._reading() as connection:
            return [tuple(row) for row in connection.execute(query)]

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._reader.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise sort_out(error) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._writer.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise sort_out(error) from error
