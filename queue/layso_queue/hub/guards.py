"""Limits that hold for all processes together: on guesses of codes, passwords and keys."""

import hashlib

from layso_queue.hub.clock import Clock
from layso_queue.hub.limits import Limits, Rate
from layso_queue.hub.storage import Database
from layso_queue.hub.storage.askings import count

CLIENT_BYTES = 16


class Guards:
    """Asks this process first, which costs nothing, and then the database that all share."""

    def __init__(self, database: Database, clock: Clock, limits: Limits, secret: bytes) -> None:
        """`secret` hashes clients: no address is kept."""
        self._database = database
        self._clock = clock
        self._limits = limits
        self._secret = secret

    def wait(self, rate: Rate, client: str) -> int:
        """Count one asking; return 0 if it is allowed, else the seconds until the next one is.

        Call it in a thread: it writes. Raises StoreFailed.
        """
        if here := self._limits.wait(rate, client):
            return here
        hashed = hashlib.blake2b(client.encode(), key=self._secret, digest_size=CLIENT_BYTES)
        step = max(1, rate.seconds * 1000 // rate.n)
        name, now = rate.name, self._clock.now()
        left = count(self._database, name, hashed.digest(), now, step, rate.n)
        return -(-left // 1000)
