"""Virtual time: what happens when, and nothing waits for a clock."""

import heapq
from collections.abc import Callable
from itertools import count

from layso_queue.line.order import MINUTE


class Agenda:
    """Things to happen, in ms since the epoch; what was entered first happens first."""

    def __init__(self, midnight: int, start: float) -> None:
        """Begin at `start` minutes after `midnight` (ms)."""
        self._midnight = midnight
        self._heap: list[tuple[int, int, Callable[[], None]]] = []
        self._order = count()
        self.now = midnight + round(start * MINUTE)

    def at(self, ms: int, happen: Callable[[], None]) -> None:
        """Enter what happens `ms` after midnight."""
        heapq.heappush(self._heap, (self._midnight + ms, next(self._order), happen))

    def after(self, ms: int, happen: Callable[[], None]) -> None:
        """Enter what happens `ms` from now."""
        heapq.heappush(self._heap, (self.now + ms, next(self._order), happen))

    def run(self) -> None:
        """Let everything happen, and what is entered meanwhile, until nothing is left."""
        while self._heap:
            self.now, _, happen = heapq.heappop(self._heap)
            happen()
