"""Opening hours: when numbers are given, why not just now, and when again."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from layso_queue.center.stamps import VIETNAM, in_ms, local_date

LOOK_AHEAD_DAYS = 60
"""How far ahead the next opening is looked for; longer than any holiday."""

CLOSURE = "closure"
"""The reason of a time that staff closed: their own words say why."""

Span = tuple[int, int]
Spans = tuple[Span, ...]
"""Times [begin, end) in ms, in order, none touching another."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the hours stand: within the service day or not, numbers given or not, until when.

    `day_on` is True from the first door to the last closing (over lunch and closures too, but not
    on a date that is closed as a whole); `open` while numbers are given; `reason` is the word why
    not; times in ms, valid before `until`.
    """

    date: date
    day_on: bool
    open: bool
    reason: str | None
    next_opening: int | None
    until: int


class Hours:
    """The hours of one center."""

    def __init__(
        self,
        days: frozenset[int],
        spans: tuple[tuple[time, time], ...],
        doors_open_minutes: int = 0,
        closures: frozenset[date] = frozenset(),
        working: frozenset[date] = frozenset(),
    ) -> None:
        """Take weekdays (Monday 0), spans in order, and the dates that differ."""
        self._days = days
        self._spans = spans
        self._doors = timedelta(minutes=doors_open_minutes)
        self._closures = closures
        self._working = working
        self._closed: Callable[[], Spans] = tuple

    @classmethod
    def always(cls) -> "Hours":
        """Return hours that never close; a new service day begins at midnight."""
        return cls(frozenset(range(7)), ((time(0), time.max),))

    def without(self, closed: Callable[[], Spans]) -> "Hours":
        """Return these hours without the times that `closed` gives whenever it is asked."""
        made = copy(self)
        made._closed = closed
        return made

    def written(self) -> list[list[str]]:
        """Return the spans as in [["07:30", "11:30"]]."""
        return [[f"{a:%H:%M}", "24:00" if b == time.max else f"{b:%H:%M}"] for a, b in self._spans]

    def spans_on(self, day: date) -> Spans:
        """Return when people are served on a date, in ms; the doors may open earlier.

        Closures leave it as it is: who holds a number is served in them, too.
        """
        if not self._works_on(day):
            return ()
        return tuple((in_ms(_at(day, a)), in_ms(_at(day, b))) for a, b in self._spans)

    def standing(self, now: int) -> Standing:
        """Say how the hours stand at `now` (ms)."""
        day = local_date(now)
        usual = self._doors_on(day)
        left = without(usual, self._closed())
        midnight = in_ms(_at(day + timedelta(days=1), time(0)))
        until = min([midnight, *(edge for span in usual + left for edge in span if edge > now)])
        if any(start <= now < end for start, end in left):
            return Standing(day, True, True, None, None, until)
        day_on = bool(left) and usual[0][0] <= now < usual[-1][1]
        why = _why(now, usual, left)
        return Standing(day, day_on, False, why, self._next_opening(now, day), until)

    def _works_on(self, day: date) -> bool:
        if day in self._closures:
            return False
        return day in self._working or day.weekday() in self._days

    def _doors_on(self, day: date) -> Spans:
        if not self._works_on(day):
            return ()
        found, last = [], _at(day, time(0))
        for start, end in self._spans:
            # Doors never open before the span before has ended.
            doors, last = max(_at(day, start) - self._doors, last), _at(day, end)
            found.append((in_ms(doors), in_ms(last)))
        return tuple(found)

    def _next_opening(self, now: int, today: date) -> int | None:
        closed = self._closed()
        for ahead in range(LOOK_AHEAD_DAYS):
            for start, _ in without(self._doors_on(today + timedelta(days=ahead)), closed):
                if start > now:
                    return start
        return None


def without(spans: Spans, closed: Spans) -> Spans:
    """Return what is left of `spans` when the times in `closed` are taken out."""
    for begin, end in closed:
        both = [((a, min(b, begin)), (max(a, end), b)) for a, b in spans]
        spans = tuple(one for pair in both for one in pair if one[0] < one[1])
    return spans


def _why(now: int, usual: Spans, left: Spans) -> str:
    if not usual:
        return "day_off"
    if not left or any(start <= now < end for start, end in usual):
        return CLOSURE
    if now < usual[0][0]:
        return "before_opening"
    if now >= usual[-1][1]:
        return "after_closing"
    return "lunch" if now < left[-1][1] else CLOSURE


def _at(day: date, clock: time) -> datetime:
    if clock == time.max:
        return datetime.combine(day + timedelta(days=1), time(0), VIETNAM)
    return datetime.combine(day, clock, VIETNAM)
