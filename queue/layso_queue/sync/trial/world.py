"""Virtual time: what happens next, a seeded chance, and ids made of both."""

import heapq
import random
from collections.abc import Callable

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
BEGIN = 1_795_366_800_000
"""A local midnight, in ms since the epoch."""


class World:
    """Time in ms since the epoch. Things of the same moment happen in the order they were told."""

    def __init__(self, seed: int) -> None:
        """Begin at BEGIN."""
        self.now = BEGIN
        self.chance = random.Random(seed)
        self._queue: list[tuple[int, int, Callable[[], None]]] = []
        self._told = 0
        self._made = 0

    def at(self, time: int, act: Callable[[], None]) -> None:
        """Let something happen at that time."""
        self._told += 1
        heapq.heappush(self._queue, (time, self._told, act))

    def after(self, wait: float, act: Callable[[], None]) -> None:
        """Let something happen in so many ms."""
        self.at(self.now + max(1, round(wait)), act)

    def run_until(self, end: int) -> None:
        """Let everything happen up to that time."""
        while self._queue and self._queue[0][0] <= end:
            self.now, _, act = heapq.heappop(self._queue)
            act()
        self.now = end

    def new_id(self) -> str:
        """Return a UUIDv7 of this moment, unlike all others."""
        self._made += 1
        time = f"{self.now:012x}"
        return f"{time[:8]}-{time[8:]}-7{self._made >> 12:03x}-8{self._made & 0xFFF:03x}-{0:012x}"
