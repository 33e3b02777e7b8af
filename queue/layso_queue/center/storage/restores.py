"""When the database came back from a copy, and who has said since what the copy lacked."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from layso_queue.center.storage.beside import Beside
from layso_queue.center.storage.restore_tables import restore_reports, restores


@dataclass(frozen=True, slots=True)
class Restore:
    """One restore; times in ms. `day` is the local date on which it was done.

    `copy` names the copy, made at `copy_at`; `aside` the file it took the place of, empty if there
    was none. `done_by` says who ended the waiting for what the copy lacks.
    """

    n: int
    at: int
    day: str
    copy: str
    copy_at: int
    aside: str
    done_at: int | None = None
    done_by: str | None = None


class Restores(Beside):
    """The restores of a center. All methods raise StoreFailed (or its kinds)."""

    def add(self, at: int, day: str, copy: str, copy_at: int, aside: str) -> Restore:
        """Note a restore; an earlier one that still waits is ended by it."""
        with self._writing() as connection:
            newest = _newest(connection)
            made = Restore(newest.n + 1 if newest else 1, at, day, copy, copy_at, aside)
            _end(connection, at, "restore")
            connection.execute(insert(restores), asdict(made))
            return made

    def newest(self) -> Restore | None:
        """Return the last restore, or None: this database never came from a copy."""
        with self._writing() as connection:
            return _newest(connection)

    def report(self, n: int, kiosk: str, at: int) -> None:
        """Note that a kiosk has said all that it gave; again changes nothing."""
        with self._writing() as connection:
            row = sqlite_insert(restore_reports).values(restore=n, kiosk=kiosk, at=at)
            connection.execute(row.on_conflict_do_nothing())

    def reporters(self, n: int) -> set[str]:
        """Return the kiosks that have."""
        query = select(restore_reports.c.kiosk).where(restore_reports.c.restore == n)
        with self._writing() as connection:
            return {str(row[0]) for row in connection.execute(query)}

    def end(self, at: int, by: str) -> None:
        """Wait no longer; again changes nothing."""
        with self._writing() as connection:
            _end(connection, at, by)


def _newest(connection: Connection) -> Restore | None:
    row = connection.execute(select(restores).order_by(restores.c.n.desc()).limit(1)).first()
    return None if row is None else Restore(*tuple(row))


def _end(connection: Connection, at: int, by: str) -> None:
    waiting = restores.c.done_at.is_(None)
    connection.execute(update(restores).where(waiting).values(done_at=at, done_by=by))
