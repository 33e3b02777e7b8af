"""What a report of a day, or of several, is made of; whoever has the journal fills it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

Date = date
"""`DayFacts` has a field of this name."""


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
    target: int | None = None
    """This service's own target in minutes; None: the one of all services."""


@dataclass(frozen=True, slots=True)
class DayTable:
    """One more table, its texts ready: titles of the columns, with how wide each is and how set."""

    title: str
    columns: Sequence[tuple[str, float, str]]
    rows: Sequence[Sequence[str]]
    note: str = ""


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
    target: int | None
    """Minutes within which people are to be called; None: each service has its own."""
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
    title: str = ""
    """What stands above it; empty: that it is the report of a day."""
    last: Date | None = None
    """The last day of a report about several; `date` is then the first."""
    in_time: str = ""
    waits_note: str = ""
    """What is said of the share in time, and of the bars, where each service has its own target."""
    tables: Sequence[DayTable] = ()
