"""Sign-in at a counter: a PIN against its argon2id hash, slower after five wrong ones."""

import asyncio
from dataclasses import dataclass

from layso_queue.center.clock import Clock
from layso_queue.center.people.devices import Device
from layso_queue.center.people.pins import fits
from layso_queue.center.people.roles import Role
from layso_queue.center.people.tokens import hashed, new_token
from layso_queue.center.storage import Register, SessionRow, StoreFailed

TRIES = 5
FIRST_PAUSE_MS = 30_000
LONGEST_PAUSE_MS = 15 * 60_000
SESSION_MS = 12 * 3_600_000
"""A working day."""


class PinWrong(Exception):
    """Code and PIN do not belong together; which of them is wrong is not said."""


class TooManyTries(Exception):
    """Too many wrong PINs; `seconds` until the next try counts."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody signed in at one counter, on one device; `expires_at` in ms."""

    staff: str
    role: Role
    counter: int
    device: str
    expires_at: int


class Staff:
    """Knows who is signed in; sessions outlive a restart of the center."""

    def __init__(self, register: Register, clock: Clock) -> None:
        """Begin with the sessions that were kept."""
        self._register = register
        self._clock = clock
        self._sessions = {
            row.token_hash: Session(
                row.staff, Role(row.role), row.counter, row.device, row.expires_at
            )
            for row in register.sessions(clock.now())
        }
        self._wrong: dict[str, tuple[int, int]] = {}

    async def sign_in(
        self, code: str, pin: str, counter: int, device: Device
    ) -> tuple[str, Session]:
        """Return a new session and its token; raise PinWrong or TooManyTries."""
        now = self._clock.now()
        # Both the person and the device are slowed down: many PINs, or many people's one PIN.
        keys = (f"staff {code}", f"device {device.name}")
        until = max(self._wrong.get(key, (0, 0))[1] for key in keys)
        if until > now:
            raise TooManyTries(-(-(until - now) // 1000))
        # Counted before the slow check, so that tries sent at once all count.
        for key in keys:
            self._count(key, now)
        rows = await asyncio.to_thread(self._register.staff)
        row = next((one for one in rows if one.code == code), None)
        if not await asyncio.to_thread(fits, row.pin_hash if row else None, pin) or row is None:
            raise PinWrong
        for key in keys:
            self._wrong.pop(key, None)
        session = Session(code, Role(row.role), counter, device.name, now + SESSION_MS)
        token = new_token()
        kept = SessionRow(hashed(token), code, row.role, counter, device.name, session.expires_at)
        if not await asyncio.to_thread(self._register.keep_session, kept, row.pin_hash):
            raise PinWrong
        self._sessions[kept.token_hash] = session
        return token, session

    async def session(self, token: str | None, device: Device) -> Session | None:
        """Return the session of a token, on the device where it began and before it expires.

        Asks the register each time: whoever was removed by command is out with her next touch.
        """
        if not token:
            return None
        key = hashed(token)
        session = self._sessions.get(key)
        if session is None or session.device != device.name:
            return None
        if session.expires_at <= self._clock.now():
            return None
        try:
            still = await asyncio.to_thread(self._register.is_open, key)
        except StoreFailed:
            return session  # a disk that fails just now turns nobody out
        if not still:
            self._sessions.pop(key, None)
            return None
        return session

    async def sign_out(self, token: str) -> None:
        """End a session; an unknown one is ended already."""
        if self._sessions.pop(hashed(token), None) is not None:
            await asyncio.to_thread(self._register.end_session, hashed(token))

    def _count(self, key: str, now: int) -> None:
        tries = self._wrong.get(key, (0, 0))[0] + 1
        pause = (
            min(FIRST_PAUSE_MS << min(tries - TRIES, 10), LONGEST_PAUSE_MS) if tries >= TRIES else 0
        )
        self._wrong[key] = (tries, now + pause)
