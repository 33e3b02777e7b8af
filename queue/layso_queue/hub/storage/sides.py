"""Opens the side of a center inside a transaction, with the moment and its randomness."""

from sqlalchemy import Connection

from layso_queue.hub.clock import Clock
from layso_queue.hub.ids import Random, uuid7
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.rules import RELEASE_WITHIN_MS
from layso_queue.hub.storage.noticing import Ways, nobody, note
from layso_queue.hub.storage.rows import Booked
from layso_queue.hub.storage.side import CenterGone, Side
from layso_queue.sync.moment import Moment


class Sides:
    """Makes sides; the lock on the center's row is taken by making one."""

    def __init__(self, clock: Clock, random: Random, ways: Ways = nobody) -> None:
        """`random(n)` gives n random bytes; `ways(kind)`: how a kind of fact is told."""
        self._ways = ways
        self._clock = clock
        self._random = random

    def open(
        self, connection: Connection, center: str, *, sells: bool = False
    ) -> tuple[Side, Moment]:
        """Return a center's side and the present moment.

        `sells`: a place shall be promised there. Raises Refused: NOT_FOUND; CENTER_GONE if it sells
        none any more.
        """
        now = self._clock.now()
        try:
            side = Side(connection, center, now, self._due, self.new_word, self.tell)
        except CenterGone as error:
            raise Refused(Refusal.NOT_FOUND) from error
        if sells and side.removed:
            raise Refused(Refusal.CENTER_GONE)
        return side, Moment(now, self.new_id)

    def tell(self, connection: Connection, booking: Booked, kind: str, about: str) -> None:
        """Have somebody told of a fact, in the ways that there are."""
        now = self._clock.now()
        note(connection, booking, kind, self._ways(kind), now, self._random, about)

    def new_id(self) -> str:
        """Return a fresh UUIDv7."""
        return uuid7(self._clock.now(), self._random)

    def new_word(self) -> str:
        """Return a word for a new life of the hub."""
        return f"h-{self._random(8).hex()}"

    def _due(self) -> int:
        # A random moment, so that who gives a place up cannot hand it on to a friend or a buyer.
        wait = int.from_bytes(self._random(8), "big") % RELEASE_WITHIN_MS
        return self._clock.now() + wait
