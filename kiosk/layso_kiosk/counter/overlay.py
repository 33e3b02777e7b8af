"""What the center has answered but the feed has not yet told."""

from collections.abc import Mapping
from typing import Any

from layso_queue.line.states import LIVE

PATIENCE_MS = 3_000
"""A delta that has not come by then never will: somebody else has moved the ticket on."""

Entity = Mapping[str, Any]


class Overlay:
    """Holds the last answered ticket and counter until the mirror says the same."""

    def __init__(self) -> None:
        """Begin with nothing answered."""
        self.ticket: Entity | None = None
        self.counter: Entity | None = None
        self._until = 0

    def take(self, answer: Entity, now: int) -> None:
        """Keep an answered ticket or counter; `now` in milliseconds of a monotonic clock."""
        if "state" not in answer:
            return
        if "number" in answer and "id" in answer:
            self.ticket, self._until = answer, now + PATIENCE_MS
        elif "number" in answer:
            self.counter, self._until = answer, now + PATIENCE_MS

    def compare(
        self, tickets: Mapping[str, Entity], counters: Mapping[int, Entity], now: int
    ) -> None:
        """Let go of what the mirror has learned, and of everything when the time is up."""
        late = now >= self._until
        if self.ticket is not None:
            told = tickets.get(self.ticket["id"])
            gone = told is None and self.ticket["state"] not in LIVE
            same = told is not None and told["state"] == self.ticket["state"]
            if late or gone or same:
                self.ticket = None
        if self.counter is not None:
            known = counters.get(self.counter["number"], {})
            if late or known.get("state") == self.counter["state"]:
                self.counter = None
