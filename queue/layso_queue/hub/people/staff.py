"""Staff of the province: they sign in with a password and see all centers."""

from layso_queue.hub.clock import Clock
from layso_queue.hub.ids import Random, hashed, new_token
from layso_queue.hub.people.passwords import fits, hash_of
from layso_queue.hub.storage.accounts import Accounts
from layso_queue.hub.storage.database import Database
from layso_queue.hub.times import MINUTE_MS

SESSION_MS = 8 * 60 * MINUTE_MS
"""A working day."""


class Staff:
    """Signs people in and out. Every method may raise StoreFailed."""

    def __init__(self, database: Database, clock: Clock, random: Random) -> None:
        """`random(n)` gives n random bytes."""
        self._accounts = Accounts(database)
        self._clock = clock
        self._random = random

    def add(self, name: str, password: str) -> None:
        """Keep a person; the same name again changes the password and ends all sessions."""
        self._accounts.put_staff(name, hash_of(password))

    def all(self) -> list[tuple[str, int | None]]:
        """Return all names, each with when somebody last signed in with it."""
        return self._accounts.all()

    def remove(self, name: str) -> bool:
        """Forget a person and end all her sessions; False: there is nobody of that name."""
        return self._accounts.remove(name)

    def knows(self, name: str) -> bool:
        """Say whether there is a person of this name."""
        return self._accounts.password_hash(name) is not None

    def sign_in(self, name: str, password: str) -> str | None:
        """Return the token of a new session, or None: one of the two is wrong."""
        known = self._accounts.password_hash(name)
        if not fits(known, password) or known is None:
            return None
        token, now = new_token(self._random), self._clock.now()
        kept = self._accounts.keep_session(hashed(token), name, known, now, now + SESSION_MS)
        return token if kept else None

    def signed_in(self, token: str) -> str | None:
        """Return who has this session, or None."""
        return self._accounts.session(hashed(token), self._clock.now())

    def sign_out(self, token: str) -> None:
        """End a session."""
        self._accounts.end_session(hashed(token))
