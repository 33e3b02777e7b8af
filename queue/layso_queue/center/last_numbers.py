"""What staff are told of the numbers that end with the day: before, while they last, and after."""

from dataclasses import dataclass

from layso_queue.center.alerts import (
    NUMBERS_AT_CLOSING,
    NUMBERS_END_SOON,
    NUMBERS_EXPIRED,
    Alerts,
)
from layso_queue.center.desk import Desk
from layso_queue.center.hours import Hours, Standing
from layso_queue.center.stamps import local, local_date
from layso_queue.center.writer import Writer
from layso_queue.line.states import DayState, TicketState

SERVED_OUT_MS = 2 * 3_600_000
"""Who holds a number when the doors close is served; this long after, the day ends anyhow."""

SOON_MS = 15 * 60_000
"""So long before the numbers end it is told again, louder."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """`waiting` has the parked, too: their numbers end as well; `by_hand` as of the board."""

    date: str
    state: DayState
    by_hand: bool
    waiting: int
    expired: int
    expired_at: int


class LastNumbers:
    """Holds three alerts true: people wait at closing, their numbers end soon, have ended.

    A day that somebody opened by hand does not end by the hours: of it only the last is told.
    """

    def __init__(self, writer: Writer, hours: Hours, alerts: Alerts) -> None:
        """Look at this writer's desk, and at these hours."""
        self._writer, self._hours, self._alerts = writer, hours, alerts

    async def look(self, now: int, standing: Standing) -> None:
        """Raise or settle; `standing` is that of the hours at `now` (ms)."""
        seen: _Seen = await self._writer.look(_seen)
        ends = self._ends(now, standing, seen)
        soon = ends is not None and ends - now <= SOON_MS
        told = f"{seen.waiting} {_clock(ends)}"
        self._stand(NUMBERS_AT_CLOSING, ends is not None and not soon, told)
        self._stand(NUMBERS_END_SOON, soon, told)
        current = seen.date == standing.date.isoformat() or not standing.day_on
        over = seen.state is DayState.CLOSED and seen.expired > 0 and current
        self._stand(NUMBERS_EXPIRED, over, f"{seen.expired} {_clock(seen.expired_at)}")

    def _ends(self, now: int, standing: Standing, seen: _Seen) -> int | None:
        """Return when the numbers of those who wait end; None while the hours let them come."""
        spans = self._hours.spans_on(standing.date)
        if not seen.waiting or seen.state is not DayState.OPEN or seen.by_hand or not spans:
            return None
        closed = spans[-1][1]
        if standing.day_on or now < closed or seen.date != standing.date.isoformat():
            return None
        ends = closed + SERVED_OUT_MS
        # Another date ends the day at once, however late the doors closed.
        return ends if local_date(ends) == standing.date else standing.until

    def _stand(self, code: str, so: bool, about: str) -> None:
        self._alerts.stand(code, code, "center", so, about)


def _clock(ms: int | None) -> str:
    return "" if ms is None else f"{local(ms):%H:%M}"


def _seen(desk: Desk) -> _Seen:
    day, board = desk.day, desk.board
    waiting = day.tally[TicketState.WAITING] + day.tally[TicketState.PARKED]
    return _Seen(desk.date, day.state, board.by_hand, waiting, board.expired, board.expired_at)
