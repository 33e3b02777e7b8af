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

    def sign_in(self, name: str, password: str) -> str | None:
        """Return the token of a new session, or None: one of the two is wrong."""
        if not fits(self._accounts.password_hash(name), password):
            return None
        token = new_token(self._random)
        self._accounts.keep_session(hashed(token), name, self._clock.now() + SESSION_MS)
        return token

    def signed_in(self, token: str) -> str | None:
        """Return who has this session, or None."""
        return self._accounts.session(hashed(token), self._clock.now())

    def sign_out(self, token: str) -> None:
        """End a session."""
        self._accounts.end_session(hashed(token))
