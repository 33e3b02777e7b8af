"""What a day report is made of; whoever has the journal fills it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service's day; waits in minutes, None when nobody was called."""

    code: str
    name: str
    issued: int
    served: int
    no_show: int
    wait_mean: float | None
    wait_90: float | None
    """Nine of ten waited no longer."""
    within: int
    """People who were called within the target."""
    called: int


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """A call that left the order, or another exception that somebody answers for."""

    at: datetime
    number: str
    what: str
    why: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A closed or running day; names and reasons come in the reader's language."""

    center: str
    date: date
    made_at: datetime
    issued: int
    served: int
    no_show: int
    cancelled: int
    expired: int
    """Numbers still waiting when the day closed."""
    wait_mean: float | None
    target: int
    """Minutes within which people are to be called."""
    within: int
    called: int
    services: Sequence[ServiceLine] = ()
    hours: Sequence[tuple[int, int]] = ()
    """(hour of the day, numbers given in it), in order."""
    channels: Sequence[tuple[str, int]] = ()
    priority: Sequence[tuple[str, int]] = ()
    exceptions: Sequence[OutOfOrder] = ()
    paper_failed: int = 0
    journal_seq: int = 0
    journal_head: str = ""
    """The chained hash of the last entry, hexadecimal."""
