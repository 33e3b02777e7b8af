"""How long to wait before the next try: longer after every failure, and never all at once."""

from layso_queue.sync.rules import ALL, Rules

FIRST_S = 1.0
LONGEST_S = 300.0


class Backoff:
    """Counts failures in a row."""

    def __init__(self, rules: Rules = ALL) -> None:
        """Begin without one."""
        self.failures = 0
        self._rules = rules

    def succeeded(self) -> None:
        """The other side answered."""
        self.failures = 0

    def failed(self) -> None:
        """It did not, or could not."""
        self.failures += 1

    def wait(self, chance: float) -> float:
        """Return seconds to wait: 1 to 300, doubling; `chance` (0 to 1) spreads the upper half.

        After a cut that hit everybody, centers come back one by one. 0 without a failure.
        """
        if self.failures == 0:
            return 0.0
        if not self._rules.backs_off:
            return FIRST_S
        longest = min(LONGEST_S, FIRST_S * 2.0 ** min(self.failures, 20))
        return max(FIRST_S, longest * (0.5 + 0.5 * chance))
