"""How a print went, in words that the kiosk reports and the center keeps."""

from dataclasses import dataclass
from enum import StrEnum

from layso_assets.languages import Texts


class Outcome(StrEnum):
    """What is known about the paper."""

    PRINTED = "printed"
    FAILED = "failed"
    """Not a byte of the slip has left: printing again by itself is safe."""
    UNKNOWN = "unknown"
    """Something has left; only a person can see whether a slip came out."""


class Cause(StrEnum):
    """Why a slip did not come out for certain."""

    PAPER_OUT = "PAPER_OUT"
    COVER_OPEN = "COVER_OPEN"
    OFFLINE = "OFFLINE"
    CUTTER = "CUTTER"
    NOT_REACHED = "NOT_REACHED"
    STALLED = "STALLED"
    BROKEN_OFF = "BROKEN_OFF"
    NO_PRINTER = "NO_PRINTER"
    TOO_SLOW = "TOO_SLOW"

    def sentence(self, language: str) -> str:
        """Return what happened and what to do, for staff."""
        return Texts(language).say(f"slip.cause.{self.value}")


class Notice(StrEnum):
    """The slip came out, but someone should go there."""

    PAPER_LOW = "PAPER_LOW"

    def sentence(self, language: str) -> str:
        """Return what to do, for staff."""
        return Texts(language).say(f"slip.cause.{self.value}")


@dataclass(frozen=True, slots=True)
class PrintResult:
    """One print. `outcome` FAILED always means that no byte of the slip has left.

    `cause` is None only when the slip was printed and the printer is well; a printer that ran
    out of paper right behind a slip gives PRINTED with a cause.
    """

    outcome: Outcome
    cause: Cause | None
    proof: str
    """How the outcome is known: "confirmed", "status" or "blind"."""
    bytes_sent: int
    seconds: float
    first_byte_at: float | None = None
    """time.monotonic() when the first byte of the slip was handed over."""
    warnings: tuple[Notice, ...] = ()

    @property
    def any_byte_left(self) -> bool:
        """Whether a byte of the slip has left: then no automatic second try."""
        return self.bytes_sent > 0
