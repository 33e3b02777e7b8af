"""What a day's journal shows to somebody who wants to learn from it. Minutes, unless said."""

from dataclasses import dataclass, field

LONGEST_BREAK = 40.0
"""Minutes. A longer pause is lunch or the like: it ends at a time of day, not after a while."""


@dataclass(frozen=True, slots=True)
class Visit:
    """How long a call took a counter, until that was free again.

    `hour` is the local hour of the call, `waited` the minutes before it, `walk` those until the
    visit started (None if nobody noted it), `shown` False for a call that nobody answered.
    """

    service: str
    officer: str
    hour: int
    minutes: float
    waited: float
    dossiers: int
    shown: bool
    walk: float | None


@dataclass(slots=True)
class Stretch:
    """A time for which a counter called: local minutes of the day.

    After `end` comes a break of `rest` minutes, counted from when the counter is free; with a
    `rest` of 0 the next stretch begins at its own time, if there is one.
    """

    start: float
    end: float = float("inf")
    rest: float = 0.0


@dataclass(slots=True)
class Seen:
    """A day's observations, by what is to be learned from them."""

    visits: list[Visit] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    rests: list[tuple[str, float]] = field(default_factory=list)
    pauses: dict[str, int] = field(default_factory=dict)
    """Pauses by reason that ended with the counter calling again; `endings` with its closing."""
    endings: dict[str, int] = field(default_factory=dict)
    programs: dict[int, list[Stretch]] = field(default_factory=dict)
    lateness: list[float] = field(default_factory=list)
    booked: int = 0
    came: int = 0
    privileged: dict[tuple[str, int, int], int] = field(default_factory=dict)
    """How many came, by service, head start in minutes and local hour."""
    arrived: dict[int, int] = field(default_factory=dict)
    """How many took a number, by local hour."""
    ended: dict[str, int] = field(default_factory=dict)
    sent: dict[tuple[str, str], int] = field(default_factory=dict)
    parked: dict[str, int] = field(default_factory=dict)
    away: list[float] = field(default_factory=list)
    missed: int = 0
    back: list[float] = field(default_factory=list)
    left_after: list[float] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    """How long everybody waited, whether called or gone: who was at risk of leaving, and when."""
