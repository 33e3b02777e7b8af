"""The enrolled devices, kept in memory and read again when a token is not known."""

import asyncio
import time
from dataclasses import dataclass

from layso_queue.center.people.roles import Role
from layso_queue.center.people.tokens import hashed
from layso_queue.center.storage import Register, StoreFailed

AGAIN_AFTER_S = 0.25
"""Unknown tokens make the table be read at most this often, so guessing costs nobody anything."""

FRESH_FOR_S = 10.0
"""A device that was removed is out after this long."""


@dataclass(frozen=True, slots=True)
class Device:
    """Who is asking, by its token."""

    name: str
    role: Role


class Devices:
    """Finds the device of a token."""

    def __init__(self, register: Register) -> None:
        """Begin with nobody known."""
        self._register = register
        self._known: dict[bytes, Device] = {}
        self._read_at = float("-inf")
        self._reading = asyncio.Lock()

    async def of(self, authorization: str | None) -> Device | None:
        """Return the device of an Authorization header, or None."""
        kind, _, token = (authorization or "").partition(" ")
        if kind.lower() != "bearer" or not token:
            return None
        key = hashed(token.strip())
        age = time.monotonic() - self._read_at
        device = self._known.get(key)
        if age > FRESH_FOR_S or (device is None and age > AGAIN_AFTER_S):
            try:
                await self._read()
            except StoreFailed:
                if device is None:
                    raise
                return device  # a disk that fails just now turns nobody out
            device = self._known.get(key)
        return device

    def named(self, name: str) -> frozenset[Role]:
        """Return the roles of the devices that bear this name, as far as they are known."""
        return frozenset(one.role for one in self._known.values() if one.name == name)

    async def _read(self) -> None:
        before = self._read_at
        async with self._reading:
            if self._read_at != before:
                return
            rows = await asyncio.to_thread(self._register.devices)
            self._known = {row.token_hash: Device(row.name, Role(row.role)) for row in rows}
            self._read_at = time.monotonic()
