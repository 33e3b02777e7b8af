"""Opening hours: when numbers are given, why not just now, and when again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from layso_queue.center.stamps import VIETNAM, in_ms, local

LOOK_AHEAD_DAYS = 60
"""How far ahead the next opening is looked for; longer than any holiday."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the hours stand: within the service day or not, numbers given or not, until when.

    `day_on` is True from the first door to the last closing (over lunch too); `open` while
    numbers are given; `reason` is the word why not; times in ms, valid before `until`.
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

    @classmethod
    def always(cls) -> "Hours":
        """Return hours that never close; a new service day begins at midnight."""
        return cls(frozenset(range(7)), ((time(0), time.max),))

    def written(self) -> list[list[str]]:
        """Return the spans as in [["07:30", "11:30"]]."""
        return [[f"{a:%H:%M}", "24:00" if b == time.max else f"{b:%H:%M}"] for a, b in self._spans]

    def spans_on(self, day: date) -> tuple[tuple[int, int], ...]:
        """Return when people are served on a date, in ms; the doors may open earlier."""
        if not self._works_on(day):
            return ()
        return tuple((in_ms(_at(day, a)), in_ms(_at(day, b))) for a, b in self._spans)

    def standing(self, now: int) -> Standing:
        """Say how the hours stand at `now` (ms)."""
        moment = local(now)
        spans = list(self._spans_of(moment.date()))
        coming = self._next_opening(moment)
        midnight = _at(moment.date() + timedelta(days=1), time(0))
        for start, end in spans:
            if start <= moment < end:
                return Standing(moment.date(), True, True, None, None, in_ms(end))
        until = in_ms(min(coming or midnight, midnight))
        if not spans:
            reason = "day_off"
        elif moment < spans[0][0]:
            reason = "before_opening"
        elif moment >= spans[-1][1]:
            reason = "after_closing"
        else:
            reason = "lunch"
        opening = None if coming is None else in_ms(coming)
        return Standing(moment.date(), reason == "lunch", False, reason, opening, until)

    def _works_on(self, day: date) -> bool:
        if day in self._closures:
            return False
        return day in self._working or day.weekday() in self._days

    def _spans_of(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        if not self._works_on(day):
            return
        last = _at(day, time(0))
        for start, end in self._spans:
            # Doors never open before the span before has ended.
            yield max(_at(day, start) - self._doors, last), _at(day, end)
            last = _at(day, end)

    def _next_opening(self, moment: datetime) -> datetime | None:
        for ahead in range(LOOK_AHEAD_DAYS):
            for start, _ in self._spans_of(moment.date() + timedelta(days=ahead)):
                if start > moment:
                    return start
        return None


def _at(day: date, clock: time) -> datetime:
    if clock == time.max:
        return datetime.combine(day + timedelta(days=1), time(0), VIETNAM)
    return datetime.combine(day, clock, VIETNAM)
