"""The clock's task: open the service day before the first door, close it after the last one."""

import asyncio
import time
from collections.abc import Callable, Sequence

import structlog

from layso_queue.center.alerts import DATE_GOES_BACK, Alerts
from layso_queue.center.board import CLOCK
from layso_queue.center.bringing import Bringing, do_and_say
from layso_queue.center.clock import Clock
from layso_queue.center.desk import Desk
from layso_queue.center.hours import Hours, Standing
from layso_queue.center.last_numbers import SERVED_OUT_MS, LastNumbers
from layso_queue.center.settings import Settings, plan_of
from layso_queue.center.storage import AlreadyThere, Archive, StoreFailed
from layso_queue.center.writer import CenterBusy, Writer
from layso_queue.line import Refusal, Refused
from layso_queue.line.commands import CloseDay, Command, OpenDay, SettleDay
from layso_queue.line.states import LIVE, DayState, TicketState

EVERY_S = 1.0

log = structlog.get_logger()


class Opening:
    """Holds the service day to the opening hours.

    At the last closing no more numbers are given, and who holds one is still served. What is left
    open then is settled, at the latest when another day is opened.

    What a person did stays: a day closed by hand is not opened again on that date, one opened by
    hand is closed by the clock only when the date has changed. The date never moves backward by
    itself: then the old day stays, and an alert says so.
    """

    def __init__(
        self,
        writer: Writer,
        archive: Archive,
        settings: Settings,
        hours: Hours,
        clock: Clock,
        alerts: Alerts,
        new_id: Callable[[], str],
    ) -> None:
        """Work for this writer; `new_id` makes UUIDv7 strings."""
        self._writer = writer
        self._bringing = Bringing(writer, archive, new_id)
        self._settings = settings
        self._hours = hours
        self._clock = clock
        self._alerts = alerts
        self._last_numbers = LastNumbers(writer, hours, alerts)
        self._new_id = new_id
        self._told: Standing | None = None
        self.first_orders: Callable[[str], Sequence[Command]] = lambda _: ()
        """What is done on the day of a date before anything else can be."""

    async def begin(self) -> None:
        """Look at the clock for the first time; a crash may have kept bookings out of the day."""
        await self.bring_todays()
        await self.once()

    async def run(self) -> None:
        """Look at the clock every second for as long as the center is open."""
        while True:
            try:
                await self.once()
            except (StoreFailed, CenterBusy) as error:
                log.warning("the day could not be opened or closed", why=type(error).__name__)
            await asyncio.sleep(EVERY_S)

    async def once(self) -> None:
        """Open or close the day if it is time; tell the boards when numbers begin or end."""
        date, state, by_hand, somebody, _ = await self._writer.look(_stand)
        if state is not DayState.OPEN:
            self._clock.settle()
        now = self._clock.now()
        standing = self._hours.standing(now)
        today = standing.date.isoformat()
        in_grace = self._hours.standing(now - SERVED_OUT_MS).day_on
        goes_on = standing.day_on or by_hand or (somebody and in_grace)
        if state is DayState.OPEN and (date < today or not goes_on):
            await do_and_say(self._writer, CloseDay(id=self._new_id(), actor=CLOCK))
            state = DayState.CLOSED
        await self._settle(today, standing.day_on or in_grace)
        date, _, by_hand, _, _ = await self._writer.look(_stand)
        goes_back = standing.day_on and today < date
        new_date = today > date
        if (
            state is not DayState.OPEN
            and standing.day_on
            and not goes_back
            and (new_date or not by_hand)
        ):
            opened = await self.open(today, CLOCK, self._new_id())
            goes_back = isinstance(opened, Refused)
        if goes_back:
            self._alerts.raise_once(DATE_GOES_BACK, DATE_GOES_BACK, "center", date)
        else:
            self._alerts.settle(DATE_GOES_BACK)
        await self._last_numbers.look(now, standing)
        if standing != self._told:
            self._told = standing
            self._writer.tell_of_change()

    async def _settle(self, today: str, served_out: bool) -> None:
        """End what a closed day has left open, once nobody is served to the end any more.

        `served_out`: the hours say that people still are. A day closed by hand has as long after
        its last move, whatever the hours say.
        """
        date, state, by_hand, _, left = await self._writer.look(_stand)
        if state is not DayState.CLOSED or not left:
            return
        moved = await self._writer.look(lambda desk: desk.day.now)
        lately = by_hand and self._clock.now() - moved < SERVED_OUT_MS
        if date < today or not (served_out or lately):
            await do_and_say(self._writer, SettleDay(id=self._new_id(), actor=CLOCK))

    async def open(self, date: str, actor: str, id: str, confirmed: bool = False) -> bool | Refused:
        """Open the day of `date` and bring its bookings into the line.

        A date that had its day already is refused: its numbers are never given again.
        """
        command = OpenDay(
            id=id, actor=actor, plan=plan_of(self._settings, date), confirmed=confirmed
        )
        last, state, _, _, left = await self._writer.look(_stand)
        settle: tuple[Command, ...] = ()
        if state is DayState.CLOSED and left and (date > last or (confirmed and date != last)):
            settle = (SettleDay(id=self._new_id(), actor=CLOCK),)
        try:
            # All are put before the writer at once: no number can come between them.
            orders = (*settle, command, *self.first_orders(date))
            told = await asyncio.gather(*(do_and_say(self._writer, one) for one in orders))
            done = told[len(settle)]
        except AlreadyThere:
            return Refused(Refusal.DATE_GOES_BACK, {"date": date})
        if not isinstance(done, Refused):
            await self.bring_bookings(date)
        return done

    async def bring_todays(self) -> None:
        """Bring today's bookings into the day, if it is open: on the web some are made late."""
        date, state, *_ = await self._writer.look(_stand)
        if state is DayState.OPEN:
            await self.bring_bookings(date)

    async def bring_bookings(self, date: str) -> None:
        """Bring the bookings kept for `date` into the open day; those already there follow."""
        await self._bringing.bring(date)


def _stand(desk: Desk) -> tuple[str, DayState, bool, bool, bool]:
    """Return date and state, who opened or closed, who is still to be served, who is on the way."""
    day = desk.day
    somebody = any(day.tally[state] for state in _STILL_TO_SERVE)
    left = any(day.tally[state] for state in LIVE)
    return desk.date, day.state, desk.board.by_hand, somebody, left


_STILL_TO_SERVE = LIVE - {TicketState.NO_SHOW}


def uuid7(random: Callable[[int], bytes]) -> str:
    """Return a UUIDv7 of this moment; `random(n)` gives n random bytes."""
    ms = time.time_ns() // 1_000_000
    digits = f"{ms & 0xFFFFFFFFFFFF:012x}{random(10).hex()}"
    variant = "89ab"[int(digits[16], 16) & 3]
    return f"{digits[:8]}-{digits[8:12]}-7{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"
