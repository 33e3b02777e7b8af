"""What time it is."""

import time
from typing import Protocol


class Clock(Protocol):
    """Gives the time in ms since the epoch, UTC."""

    def now(self) -> int:
        """Return the time."""
        ...


class WallClock:
    """The machine's clock; hubs behind one balancer keep it by NTP."""

    def now(self) -> int:
        """Return the time in ms since the epoch."""
        return time.time_ns() // 1_000_000
