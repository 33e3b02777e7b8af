"""What every way to a printer can do, and how it says that it cannot."""

from typing import Protocol


class WireFault(Exception):
    """The line to the printer failed; `word` is the cause as printing reports it."""

    word = "BROKEN_OFF"


class NotReached(WireFault):
    """Nobody at the other end, or no such device."""

    word = "NOT_REACHED"


class Stalled(WireFault):
    """The printer took nothing for too long."""

    word = "STALLED"


class TooSlow(WireFault):
    """The line works, but the slip's time was over."""

    word = "TOO_SLOW"


class BrokenOff(WireFault):
    """The line broke."""


class Wire(Protocol):
    """An open line to a printer. All times are time.monotonic() seconds."""

    two_way: bool
    """Whether a printer can answer at all on this line."""
    sent: int
    """Bytes taken by the line since it was opened."""

    def send(self, data: bytes, stall_s: float, until: float, /) -> None:
        """Hand everything over, or raise Stalled, TooSlow or BrokenOff."""

    def read(self, until: float, /) -> bytes:
        """Return the bytes that have come, at least one, or b"" when none came until then.

        Raises BrokenOff.
        """

    def drain(self, until: float, /) -> None:
        """Wait until what was handed over has left this machine, as far as the line can tell.

        Raises Stalled or BrokenOff.
        """

    def close(self) -> None:
        """Close at once, without waiting for a printer that does not read."""
