"""The numbers of a kiosk that is cut off: Z1-01 to Z1-50, from one each new day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

_VIETNAM = timezone(timedelta(hours=7))
_LEAP = timedelta(days=15)


class EmergencyLimit(Exception):
    """The series has no number left today: staff must go on by hand."""


def day_of(now_ms: int) -> date:
    """Return the date in Vietnam at `now_ms`, milliseconds since the epoch."""
    return datetime.fromtimestamp(now_ms / 1000, _VIETNAM).date()


@dataclass(frozen=True)
class Step:
    """What one new number would be: the n-th of `day`; `unsure` if the clock looks wrong."""

    n: int
    day: date
    unsure: bool


class EmergencyRun:
    """Where the series stands; made again from the journal at each start, in its order.

    Numbers begin anew only when the clock has come to a later day than the last known one. A
    clock that goes back, or leaps more than 15 days ahead, is not believed: the numbers run
    on, and they still run on when it is set right, because that may be the same day. The
    center's date, whenever it is heard, is believed.
    """

    def __init__(self, most: int = 50) -> None:
        self.most = most
        self._day: date | None = None
        self._n = 0
        self._unsure = False

    def next(self, now_ms: int) -> Step:
        """Return the next number without taking it. Raises EmergencyLimit."""
        today = day_of(now_ms)
        known = self._day or today
        unsure = today < known or today - known > _LEAP
        fresh = not unsure and not self._unsure and today > known
        step = Step(1 if fresh else self._n + 1, known if unsure else today, unsure)
        if step.n > self.most:
            raise EmergencyLimit
        return step

    def take(self, step: Step) -> None:
        """Count a number as given, once it stands in the journal."""
        self._n, self._day, self._unsure = step.n, step.day, step.unsure

    def heard_day(self, day: date, now_ms: int) -> None:
        """Take the center's date, heard when our clock said `now_ms`."""
        if self._day is not None and day > self._day and not self._unsure:
            self._n = 0
        # a clock that is a day ahead must not make each loss of the center a new day
        self._day, self._unsure = max(day, day_of(now_ms)), False

    @property
    def step(self) -> Step | None:
        """Where it stands, for a journal that begins anew."""
        return None if self._day is None else Step(self._n, self._day, self._unsure)
