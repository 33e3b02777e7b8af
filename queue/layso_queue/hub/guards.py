"""Limits that hold for all processes together: on guesses of secrets, on places that are kept, and
on messages that anybody could have sent to anybody."""

import hashlib

from layso_queue.hub.clock import Clock
from layso_queue.hub.limits import Limits, Rate
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage import Database
from layso_queue.hub.storage.askings import Judge, Transaction, count, counted

CLIENT_BYTES = 16

MESSAGES = Rate("message", 10, 24 * 3600, everywhere=True)
"""To one phone number or address, of what a person does herself: booked, changed, cancelled. A
stranger may write any number into the form, and move the booking to and fro."""


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
        return _seconds(count(self._database, *self._asking(rate, client)))

    def judge(self, rate: Rate, client: str) -> Judge:
        """Return what counts one asking at the end of a transaction that does what was asked for.

        It raises Refused(TOO_FAST); then nothing of the transaction is kept.
        """

        def look(connection: Transaction) -> None:
            if left := counted(connection, *self._asking(rate, client)):
                raise Refused(Refusal.TOO_FAST, seconds=_seconds(left))

        return look

    def may_tell(self, connection: Transaction, way: str, address: str) -> bool:
        """Count one message that somebody's own doing sends to an address; say if it may go."""
        return counted(connection, *self._asking(MESSAGES, f"{way} {address}")) == 0

    def _asking(self, rate: Rate, client: str) -> tuple[str, bytes, int, int, int]:
        hashed = hashlib.blake2b(client.encode(), key=self._secret, digest_size=CLIENT_BYTES)
        step = max(1, rate.seconds * 1000 // rate.n)
        return rate.name, hashed.digest(), self._clock.now(), step, rate.n


def _seconds(ms: int) -> int:
    return -(-ms // 1000)
