"""What waits to be sent to one client."""

import asyncio
from collections import deque
from enum import Enum, auto

LIMIT = 64
"""Messages that may wait. Then the newest snapshot takes their place; then the client is closed."""


class Instead(Enum):
    """What to do in place of sending a message."""

    SNAPSHOT = auto()
    GOING = auto()
    TOO_SLOW = auto()


class Mailbox:
    """Takes messages without ever waiting for the client."""

    def __init__(self) -> None:
        """Begin empty."""
        self._waiting: deque[str] = deque()
        self._aside: deque[str] = deque()
        self._ready = asyncio.Event()
        self._instead: Instead | None = None
        self._dropped = 0

    def put(self, message: str) -> None:
        """Add a message, or drop it where a snapshot will carry what it says."""
        if self._instead is Instead.SNAPSHOT:
            self._dropped += 1
            if self._dropped >= LIMIT:
                self._instead = Instead.TOO_SLOW
        elif self._instead is None:
            self._waiting.append(message)
            if len(self._waiting) > LIMIT:
                self.want_snapshot()
        self._ready.set()

    def put_aside(self, message: str) -> None:
        """Add a message that no snapshot carries; it goes before all others."""
        self._aside.append(message)
        self._ready.set()

    def want_snapshot(self) -> None:
        """Send the newest snapshot next, in place of all that waits."""
        self._waiting.clear()
        if self._instead is None:
            self._instead, self._dropped = Instead.SNAPSHOT, 0
        self._ready.set()

    def close(self) -> None:
        """Send nothing more."""
        self._waiting.clear()
        self._instead = Instead.GOING
        self._ready.set()

    async def take(self) -> str | Instead:
        """Wait for the next message, or for what is to be done instead."""
        await self._ready.wait()
        if self._aside and self._instead in (None, Instead.SNAPSHOT):
            message = self._aside.popleft()
            self._ready_if_more()
            return message
        if self._instead is not None:
            instead = self._instead
            if instead is Instead.SNAPSHOT:
                self._instead = None
            self._ready_if_more()
            return instead
        message = self._waiting.popleft()
        self._ready_if_more()
        return message

    def _ready_if_more(self) -> None:
        if not self._waiting and not self._aside and self._instead is None:
            self._ready.clear()
