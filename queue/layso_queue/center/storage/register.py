"""Devices, staff and sessions: small tables that other processes of the center may write too."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, insert, select

from layso_queue.center.storage import tables
from layso_queue.center.storage.beside import Beside


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """An enrolled device; of its token only the SHA-256 is kept."""

    name: str
    role: str
    token_hash: bytes
    enrolled_at: int


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A person who may sign in at a counter; of the PIN only the argon2id hash is kept."""

    code: str
    role: str
    pin_hash: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """Somebody signed in at a counter's device; `expires_at` in ms since the epoch."""

    token_hash: bytes
    staff: str
    role: str
    counter: int
    device: str
    expires_at: int


class Register(Beside):
    """Who may use the center. Each write is one short transaction of its own.

    Works beside a running center: the writer waits up to five seconds for its turn.
    All methods raise StoreFailed (or its kinds) when the database cannot do it.
    """

    def devices(self) -> list[DeviceRow]:
        """Return all enrolled devices, by name."""
        with self._reading() as connection:
            query = select(tables.devices).order_by(tables.devices.c.name)
            return [DeviceRow(*row) for row in connection.execute(query)]

    def enrol(self, device: DeviceRow, *, replace: bool = False) -> None:
        """Keep a device; with `replace` an older one of the same name is forgotten.

        Raises AlreadyThere("devices.name") for a name in use.
        """
        with self._writing() as connection:
            if replace:
                connection.execute(
                    delete(tables.devices).where(tables.devices.c.name == device.name)
                )
            connection.execute(insert(tables.devices), asdict(device))

    def remove_device(self, name: str) -> bool:
        """Forget a device, so that its token no longer counts; say whether there was one."""
        with self._writing() as connection:
            found = connection.execute(delete(tables.devices).where(tables.devices.c.name == name))
            return found.rowcount > 0

    def staff(self) -> list[StaffRow]:
        """Return all staff, by code."""
        with self._reading() as connection:
            query = select(tables.staff).order_by(tables.staff.c.code)
            return [StaffRow(*row) for row in connection.execute(query)]

    def add_staff(self, person: StaffRow) -> None:
        """Keep a person; the same code again replaces role and PIN, and signs her out."""
        with self._writing() as connection:
            _forget(connection, person.code)
            connection.execute(insert(tables.staff), asdict(person))

    def remove_staff(self, code: str) -> bool:
        """Forget a person and her sessions; say whether there was such a person."""
        with self._writing() as connection:
            return _forget(connection, code)

    def sessions(self, now: int) -> list[SessionRow]:
        """Return the sessions that have not expired; those that have are forgotten."""
        with self._writing() as connection:
            connection.execute(delete(tables.sessions).where(tables.sessions.c.expires_at <= now))
            return [SessionRow(*row) for row in connection.execute(select(tables.sessions))]

    def open_sessions(self) -> list[SessionRow]:
        """Return all sessions that were kept, expired or not."""
        with self._reading() as connection:
            return [SessionRow(*row) for row in connection.execute(select(tables.sessions))]

    def is_open(self, token_hash: bytes) -> bool:
        """Say whether a session is kept still."""
        sessions = tables.sessions
        query = select(sessions.c.staff).where(sessions.c.token_hash == token_hash)
        with self._reading() as connection:
            return connection.execute(query).first() is not None

    def keep_session(self, session: SessionRow, pin_hash: str) -> bool:
        """Keep a session, so that a restart of the center signs nobody out.

        False, and nothing is kept, where the person was removed or given another PIN meanwhile.
        """
        staff = tables.staff
        query = select(staff.c.role).where(
            staff.c.code == session.staff, staff.c.pin_hash == pin_hash
        )
        with self._writing() as connection:
            if connection.execute(query).first() is None:
                return False
            connection.execute(insert(tables.sessions), asdict(session))
            return True

    def end_session(self, token_hash: bytes) -> None:
        """Forget a session."""
        with self._writing() as connection:
            connection.execute(
                delete(tables.sessions).where(tables.sessions.c.token_hash == token_hash)
            )


def _forget(connection: Connection, code: str) -> bool:
    connection.execute(delete(tables.sessions).where(tables.sessions.c.staff == code))
    return connection.execute(delete(tables.staff).where(tables.staff.c.code == code)).rowcount > 0
