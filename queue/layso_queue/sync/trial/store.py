"""A database of dictionaries: transactions that roll back, crashes amid them, backups."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_NOTHING = object()
Tables = dict[str, dict[Any, Any]]


class Crashed(Exception):
    """The process died between two writes."""


class RowThere(Crashed):
    """A row has this key already: the database refused it, and the process ended."""


class Store:
    """Tables by name; all values are immutable, so a copy of the dictionaries is a backup."""

    def __init__(self, tables: Tables | None = None) -> None:
        """Begin empty, or from a backup."""
        self._tables: Tables = tables or {}
        self._undo: list[tuple[dict[Any, Any], Any, Any]] = []
        self.crash_after: int | None = None

    def table(self, name: str) -> dict[Any, Any]:
        """Return a table, to read from."""
        try:
            return self._tables[name]
        except KeyError:
            return self._tables.setdefault(name, {})

    def write(self, name: str, key: Any, value: Any) -> None:
        """Set a row."""
        self._before(name, key)
        self._tables[name][key] = value

    def drop(self, name: str, key: Any) -> None:
        """Delete a row."""
        self._before(name, key)
        self._tables[name].pop(key, None)

    @contextmanager
    def transaction(self, atomic: bool = True) -> Iterator[None]:
        """Keep all or nothing; a store that is not atomic keeps what came before a crash."""
        self._undo = []
        try:
            yield
        except Crashed:
            if atomic:
                for table, key, value in reversed(self._undo):
                    if value is _NOTHING:
                        table.pop(key, None)
                    else:
                        table[key] = value
            raise
        finally:
            self._undo = []
            self.crash_after = None

    def backup(self) -> Tables:
        """Return a copy of everything."""
        return {name: dict(rows) for name, rows in self._tables.items()}

    def _before(self, name: str, key: Any) -> None:
        if self.crash_after is not None:
            self.crash_after -= 1
            if self.crash_after < 0:
                raise Crashed
        table = self.table(name)
        self._undo.append((table, key, table.get(key, _NOTHING)))
