"""Staff and their sessions."""

from sqlalchemy import Connection, delete, insert, select, update

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.tables import sessions, staff
from layso_queue.hub.storage.upsert import put


class Accounts:
    """Keeps staff. Every method may raise StoreFailed."""

    def __init__(self, database: Database) -> None:
        """Use this database."""
        self._database = database

    def all(self) -> list[tuple[str, int | None]]:
        """Return all names, in order, each with when somebody last signed in with it."""
        query = select(staff.c.name, staff.c.used_at).order_by(staff.c.name)
        return self._database.read(lambda c: [(r.name, r.used_at) for r in c.execute(query)])

    def remove(self, name: str) -> bool:
        """Forget a person; all her sessions end. False: there is nobody of that name."""

        def work(connection: Connection) -> bool:
            gone = connection.execute(delete(staff).where(staff.c.name == name)).rowcount
            connection.execute(delete(sessions).where(sessions.c.staff == name))
            return bool(gone)

        return self._database.write(work)

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

    def keep_session(
        self, token_hash: bytes, name: str, password_hash: str, now: int, expires_at: int
    ) -> bool:
        """Keep a session; False where the password was changed, or she removed, meanwhile."""
        row = {"token_hash": token_hash, "staff": name, "expires_at": expires_at}
        same = (staff.c.name == name, staff.c.password_hash == password_hash)

        def work(connection: Connection) -> bool:
            # Held until the commit: whoever removes her now ends this session too.
            if not connection.execute(update(staff).where(*same).values(used_at=now)).rowcount:
                return False
            connection.execute(insert(sessions).values(row))
            return True

        return self._database.write(work)

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
