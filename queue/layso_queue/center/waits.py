"""Waiting times in the background: computed on a copy, never in a command's way."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from layso_queue.center.clock import Clock
from layso_queue.center.desk import Desk
from layso_queue.center.hours import Hours
from layso_queue.center.storage import StoreFailed
from layso_queue.center.storage.forecasts import Forecasts
from layso_queue.center.told import Wait, WaitsOfNewcomers, WaitsOfTickets
from layso_queue.center.writer import CenterBusy, Writer
from layso_queue.line import ServiceDay
from layso_queue.line.order import Places
from layso_queue.line.states import BookingState, DayState, TicketState

if TYPE_CHECKING:
    from layso_queue.center.foresight import Foresight
    from layso_queue.forecast import Estimate, Forecast

PAUSE_S = 0.1
"""At most ten estimates a second, however many commands come."""

REST = 9
"""Estimates rest this many times as long as they took: they have a tenth of one core at most."""

AGAIN_AFTER_S = 20.0
"""Time passes even when nothing happens."""

TOO_MANY = 3000
"""With more people waiting than any center holds no minutes are promised to anybody."""

MIDDLE = 5
"""Minutes: the step of the middle that windows are told."""

KEEP_EVERY_S = 20.0
"""What was told is written down so often: one short transaction for many tickets."""

log = structlog.get_logger()


class Waits:
    """Keeps the desk's estimates fresh."""

    def __init__(self, writer: Writer, clock: Clock, kept: Forecasts, hours: Hours) -> None:
        """Work for this writer; what is learned and told is kept in `kept`."""
        self._writer = writer
        self._clock = clock
        self._kept = kept
        self._hours = hours
        self._stale = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._foresight: Foresight | None = None
        self._learned_at = -1
        self._kept_at = 0.0
        self._closed = False

    def line_changed(self) -> None:
        """Have the estimates made again soon."""
        self._stale.set()

    async def run(self) -> None:
        """Estimate for as long as the center is open."""
        while True:
            try:
                async with asyncio.timeout(AGAIN_AFTER_S):
                    await self._stale.wait()
            except TimeoutError:
                pass
            self._stale.clear()
            began = time.monotonic()
            await self.renew()
            await asyncio.sleep(max(PAUSE_S, REST * (time.monotonic() - began)))

    async def renew(self) -> None:
        """Make one estimate now, if it can be made; a fault of ours stays in the log."""
        try:
            await self.once()
        except Exception:
            # Our own fault; but a center without minutes for the rest of the day helps nobody.
            log.exception("no estimate could be made")
            self._foresight = None

    async def once(self) -> None:
        """Make one estimate and give it to the desk; learn from a day that has closed."""
        async with self._one_at_a_time:
            if self._closed:
                return
            try:
                await self._once()
            except (StoreFailed, CenterBusy) as error:
                log.warning("no estimate could be made", why=type(error).__name__)

    async def close(self) -> None:
        """Write down what was told, and let go of the file."""
        async with self._one_at_a_time:
            self._closed = True
            try:
                if self._foresight is not None:
                    await asyncio.to_thread(self._foresight.keep)
            except StoreFailed as error:
                log.warning("what was told could not be kept", why=type(error).__name__)
            self._kept.close()

    async def _once(self) -> None:
        day, seq = await self._writer.look(lambda desk: (copied(desk.day), desk.day.seq))
        if self._foresight is None:
            self._foresight = await asyncio.to_thread(_opened, self._kept, self._hours)
        foresight = self._foresight
        now = self._clock.now()
        if self._learned_at < 0 or (day is None and seq != self._learned_at):
            learned = await asyncio.to_thread(foresight.learn, now)
            self._learned_at = -1 if learned else seq
        made = None if day is None else await asyncio.to_thread(foresight.estimate, day, now)
        waits, newcomers = _said(made)

        def take(desk: Desk) -> tuple[int, bool] | None:
            if day is not None and desk.date != day.last_date:
                return None
            changed = (desk.waits, desk.waits_for_newcomer) != (waits, newcomers)
            desk.waits, desk.waits_for_newcomer = waits, newcomers
            return desk.day.seq, changed

        taken = await self._writer.look(take)
        if taken is not None:
            if made is not None:
                foresight.taken(taken[0], made)
            if taken[1]:
                self._writer.tell_of_change()
        if time.monotonic() - self._kept_at > KEEP_EVERY_S:
            self._kept_at = time.monotonic()
            await asyncio.to_thread(foresight.keep)


def copied(day: ServiceDay) -> ServiceDay | None:
    """Copy only what an estimate reads; None while there is nothing to estimate."""
    waiting = sum(len(line) for line in day.by_service.values())
    if day.state is not DayState.OPEN or waiting > TOO_MANY:
        return None
    needed = {c.ticket for c in day.counters.values() if c.ticket}
    needed |= {place[2] for line in day.by_counter.values() for place in line}
    if day.opened_plan.rules.passed_limit:
        needed |= {place[2] for line in day.by_service.values() for place in line}
    if day.tally[TicketState.PARKED] or day.tally[TicketState.NO_SHOW]:
        needed |= {one.id for one in day.tickets.values() if one.state in _AWAY}
    copy = ServiceDay.before(day.seq, day.last_date)
    copy.now, copy.state, copy.plan = day.now, day.state, day.plan
    copy.counters = {number: replace(counter) for number, counter in day.counters.items()}
    copy.tickets = {id: replace(day.tickets[id]) for id in needed}
    booked = (one for one in day.bookings.values() if one.state is BookingState.BOOKED)
    copy.bookings = {one.code: replace(one) for one in booked}
    copy.by_service = {code: _copied(line) for code, line in day.by_service.items()}
    copy.by_counter = {number: _copied(line) for number, line in day.by_counter.items()}
    return copy


_AWAY = frozenset({TicketState.PARKED, TicketState.NO_SHOW})


def _copied(line: Places) -> Places:
    copy = Places()
    for place in line:
        copy.add(place)
    return copy


def _opened(kept: Forecasts, hours: Hours) -> Foresight:
    # The forecast brings numpy, 0.1 s that the start of a center need not wait for.
    from layso_queue.center.foresight import Foresight

    return Foresight(kept, hours)


def _said(made: Estimate | None) -> tuple[WaitsOfTickets, WaitsOfNewcomers]:
    if made is None:
        return {}, {}
    waits = {id: _wait(one) for id, one in made.tickets.items() if one is not None}
    coming = {who: _wait(one) for who, one in made.arrivals.items() if one is not None}
    return waits, coming


def _wait(forecast: Forecast) -> Wait:
    said, split = forecast.spoken, forecast.split
    if said.is_now:
        return Wait(0, 0)
    # In steps of five minutes: windows need no news of every half minute.
    median = min(said.high, max(said.low, MIDDLE * round(forecast.median / MIDDLE)))
    if split is None:
        return Wait(said.low, said.high, median)
    return Wait(said.low, said.high, median, split.before, split.after)
