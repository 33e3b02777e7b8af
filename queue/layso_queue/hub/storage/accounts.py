"""Staff and their sessions."""

from sqlalchemy import Connection, delete, insert, select

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.tables import sessions, staff
from layso_queue.hub.storage.upsert import put


class Accounts:
    """Keeps staff. Every method may raise StoreFailed."""

    def __init__(self, database: Database) -> None:
        """Use this database."""
        self._database = database

    def put_staff(self, name: str, password_hash: str) -> None:
        """Keep a person; all her sessions end."""

        def work(connection: Connection) -> None:
            put(connection, staff, {"name": name, "password_hash": password_hash})
            connection.execute(delete(sessions).where(sessions.c.staff == name))

        self._database.write(work)

    def password_hash(self, name: str) -> str | None:
        """Return what is kept of a person's password, or None: nobody of that name."""
        query = select(staff.c.password_hash).where(staff.c.name == name)
        return self._database.read(lambda c: c.execute(query).scalar_one_or_none())

    def keep_session(self, token_hash: bytes, name: str, expires_at: int) -> None:
        """Keep a session."""
        row = {"token_hash": token_hash, "staff": name, "expires_at": expires_at}
        self._database.write(lambda c: c.execute(insert(sessions).values(row)))

    def session(self, token_hash: bytes, now: int) -> str | None:
        """Return whose session this is, or None: unknown or over."""
        query = select(sessions.c.staff).where(
            sessions.c.token_hash == token_hash, sessions.c.expires_at > now
        )
        return self._database.read(lambda c: c.execute(query).scalar_one_or_none())

    def end_session(self, token_hash: bytes) -> None:
        """Forget a session."""
        gone = delete(sessions).where(sessions.c.token_hash == token_hash)
        self._database.write(lambda c: c.execute(gone))
