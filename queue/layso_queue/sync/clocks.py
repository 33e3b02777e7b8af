"""How far the center's clock is from the hub's: shown, and warned of; never used to order."""

from layso_queue.sync.rules import ALL, Rules

WARN_BEYOND_MS = 120_000


class Offset:
    """The newest measured offset in ms, positive when the own clock is ahead; None at first."""

    def __init__(self, rules: Rules = ALL) -> None:
        """Nothing is measured yet."""
        self.ms: int | None = None
        self._rules = rules

    def measure(self, sent: int, got: int, hub: int) -> None:
        """Take in one answer: sent and received by the own clock, stamped by the hub's (ms).

        An answer held back by a long poll says nothing: leave those out.
        """
        self.ms = (sent + got) // 2 - hub

    @property
    def warns(self) -> bool:
        """Return whether staff must be told: more than two minutes."""
        return self._rules.clock_warns and self.ms is not None and abs(self.ms) > WARN_BEYOND_MS
