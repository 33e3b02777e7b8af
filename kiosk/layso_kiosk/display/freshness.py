"""Whether what the board shows is still true. Pure; times in seconds of a steady clock."""

GRACE_S = 5.0
"""The link notices silence after 15 s; a broken socket is noticed at once, and a center that
comes back within this time leaves no trace on the board."""


class Freshness:
    """Follows the link's state ("connecting", "fresh", "stale", "away")."""

    def __init__(self) -> None:
        self._lost_at: float | None = None

    def link(self, state: str, at: float) -> None:
        """Note the link's state as of `at`."""
        if state == "fresh":
            self._lost_at = None
        elif self._lost_at is None:
            self._lost_at = at

    def stale(self, at: float) -> bool:
        """Whether the board must say that it may be wrong."""
        return self._lost_at is not None and at - self._lost_at >= GRACE_S

    def lost_for(self, at: float) -> float:
        """Return how many seconds ago the connection was lost, 0 while it stands."""
        return 0.0 if self._lost_at is None else at - self._lost_at
