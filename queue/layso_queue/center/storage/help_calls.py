"""Calls for help that nobody has answered: kept only so long, so that a restart loses none."""

from dataclasses import asdict, dataclass

from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    delete,
    insert,
    select,
)

from layso_queue.center.storage.beside import Beside
from layso_queue.center.storage.tables import metadata

help_calls = Table(
    "help_calls",
    metadata,
    Column("id", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("since", Integer, nullable=False),
    PrimaryKeyConstraint("id", name="help_is_called_once"),
    CheckConstraint("place <> ''", name="help_is_called_somewhere"),
)


@dataclass(frozen=True, slots=True)
class HelpCall:
    """Somebody called a helper to `place` (a kiosk or counter) at `since` (ms)."""

    id: str
    place: str
    about: str
    since: int


class HelpCalls(Beside):
    """Keeps open calls. All methods raise StoreFailed (or its kinds) when the database cannot."""

    def keep(self, call: HelpCall) -> None:
        """Keep a call; the same id again changes nothing."""
        with self._writing() as connection:
            connection.execute(insert(help_calls).prefix_with("OR IGNORE"), asdict(call))

    def forget(self, id: str) -> None:
        """A helper has come."""
        self._delete(help_calls.c.id == id)

    def forget_before(self, since: int) -> None:
        """Nobody waits any more who called before `since` (ms)."""
        self._delete(help_calls.c.since < since)

    def all(self) -> tuple[HelpCall, ...]:
        """Return what is kept, oldest first."""
        query = select(help_calls).order_by(help_calls.c.since, help_calls.c.id)
        with self._reading() as connection:
            return tuple(HelpCall(**row._asdict()) for row in connection.execute(query))

    def _delete(self, which: object) -> None:
        with self._writing() as connection:
            connection.execute(delete(help_calls).where(which))  # type: ignore[arg-type]
