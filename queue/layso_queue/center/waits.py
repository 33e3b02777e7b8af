"""Waiting times in the background: computed on a copy, never in a command's way."""

import asyncio
import time
from dataclasses import replace

from layso_queue.center.clock import Clock
from layso_queue.center.desk import Desk
from layso_queue.center.writer import Writer
from layso_queue.line import ServiceDay
from layso_queue.line.order import Places
from layso_queue.line.states import DayState

PAUSE_S = 0.1
"""At most ten estimates a second, however many commands come."""

REST = 9
"""Estimates rest this many times as long as they took: they have a tenth of one core at most."""

AGAIN_AFTER_S = 20.0
"""Time passes even when nothing happens."""

TOO_MANY = 3000
"""With more people waiting than any center holds no minutes are promised to anybody."""

Ranges = dict[str, tuple[int, int]]
RangesForNewcomers = dict[tuple[str, int], tuple[int, int]]
"""By service code and head start in minutes."""


class Waits:
    """Keeps the desk's estimates fresh."""

    def __init__(self, writer: Writer, clock: Clock) -> None:
        """Work for this writer."""
        self._writer = writer
        self._clock = clock
        self._stale = asyncio.Event()

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
            await self.once()
            await asyncio.sleep(max(PAUSE_S, REST * (time.monotonic() - began)))

    async def once(self) -> None:
        """Make one estimate and give it to the desk."""
        day = await self._writer.look(lambda desk: _copy(desk.day))
        waits: Ranges = {}
        newcomers: RangesForNewcomers = {}
        if day is not None:
            waits, newcomers = await asyncio.to_thread(_estimated, day, self._clock.now())

        def take(desk: Desk) -> bool:
            if day is not None and desk.date != day.last_date:
                return False
            changed = (desk.waits, desk.waits_for_newcomer) != (waits, newcomers)
            desk.waits, desk.waits_for_newcomer = waits, newcomers
            return changed

        if await self._writer.look(take):
            self._writer.tell_of_change()


def _copy(day: ServiceDay) -> ServiceDay | None:
    """Copy only what an estimate reads; None while there is nothing to estimate."""
    waiting = sum(len(line) for line in day.by_service.values())
    if day.state is not DayState.OPEN or waiting > TOO_MANY:
        return None
    at_counters = {c.ticket for c in day.counters.values() if c.ticket}
    bound = {place[2] for line in day.by_counter.values() for place in line}
    copied = ServiceDay.before(day.seq, day.last_date)
    copied.now, copied.state, copied.plan = day.now, day.state, day.plan
    copied.counters = {number: replace(counter) for number, counter in day.counters.items()}
    copied.tickets = {id: replace(day.tickets[id]) for id in at_counters | bound}
    copied.by_service = {code: _copied(line) for code, line in day.by_service.items()}
    copied.by_counter = {number: _copied(line) for number, line in day.by_counter.items()}
    return copied


def _copied(line: Places) -> Places:
    copied = Places()
    for place in line:
        copied.add(place)
    return copied


def _estimated(day: ServiceDay, now: int) -> tuple[Ranges, RangesForNewcomers]:
    # The forecast brings numpy, 0.1 s that the start of a center need not wait for.
    from layso_queue.forecast import estimate

    made = estimate(day, now)
    waits = {id: (one.low, one.high) for id, one in made.waits.items() if one is not None}
    coming = {who: (one.low, one.high) for who, one in made.newcomers.items() if one is not None}
    return waits, coming
