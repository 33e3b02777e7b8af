"""What time it is, from a clock that nobody can turn while a service day is open."""

import time
from typing import Protocol


class Clock(Protocol):
    """Gives the time in ms since the epoch, UTC."""

    def now(self) -> int:
        """Return the time; never less than it returned before, unless settled in between."""
        ...

    def settle(self) -> None:
        """Take the wall clock's word again; only while no service day is open."""
        ...


class SteadyClock:
    """The wall clock as it stood at the start, carried on by the clock that only goes forward.

    So a wall clock set by hand, a dead battery or summer time in the operating system cannot
    reorder tickets or make a negative wait. CLOCK_BOOTTIME goes on while the machine sleeps.
    """

    def __init__(self) -> None:
        """Read the wall clock once."""
        self._offset = 0
        self.settle()

    def now(self) -> int:
        """Return the time in ms since the epoch."""
        return self._offset + _boot_ms()

    def settle(self) -> None:
        """Read the wall clock again."""
        self._offset = time.time_ns() // 1_000_000 - _boot_ms()


def _boot_ms() -> int:
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    if clock is None:  # not Linux
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(clock) // 1_000_000
