"""The closures that stand, in memory: hours, doors and windows ask without a look at the disk."""

import asyncio
from collections.abc import Callable
from datetime import date

import structlog

from layso_queue.center.clock import Clock
from layso_queue.center.hours import Hours, Spans, Standing
from layso_queue.center.stamps import local_date
from layso_queue.center.storage import Closure, Closures, StoreFailed

LOOK_S = 1.0
"""So often it is looked for closures of the command line, and for those that begin or end."""

BACK_MS = 90_000_000
"""A clock put back by more than a day: what was worked out before is not of that day."""

log = structlog.get_logger()


class Closing:
    """What is closed: "" is the whole center. Asked by any thread, kept true on the loop."""

    def __init__(
        self, kept: Closures, hours: Hours, clock: Clock, changed: Callable[[], None]
    ) -> None:
        """Read what stands; `changed` is called on the loop when something begins or ends.

        Raises StoreFailed.
        """
        self._kept = kept
        self._clock = clock
        self._changed = changed
        self._usual = hours
        self.standing: tuple[Closure, ...] = kept.not_over(clock.now())
        self.hours = hours.without(lambda: self._spans(""))
        """When the center gives numbers: its hours without what closes the whole of it."""
        self._known: dict[str, tuple[tuple[Closure, ...], Standing]] = {}
        self._now = self._in_effect()

    def at(self, service: str, now: int) -> Standing:
        """Say how the hours of a service stand at `now` (ms)."""
        closures, standing = self._known.get(service, ((), None))
        stale = standing is None or closures is not self.standing
        if standing is None or stale or not standing.until - BACK_MS <= now < standing.until:
            closures = self.standing
            standing = self._usual.without(lambda: self._spans(service)).standing(now)
            self._known[service] = closures, standing
        return standing

    def of(self, service: str, now: int) -> Closure | None:
        """Return the closure of a service or the center that holds now, else one of today."""
        near = [one for one in self.standing if one.service in ("", service)]
        today = local_date(now)
        for one in near:
            if one.begins <= now < one.ends:
                return one
        of_today = (one for one in near if _covers(one, today))
        return next(of_today, None)

    def closes(self, service: str, now: int) -> bool:
        """Say whether a closure holds for a service now."""
        return any(a <= now < b for a, b in self._spans(service))

    async def add(self, closure: Closure) -> tuple[Closure, bool]:
        """Close; see Closures.add. Windows and hub hear of it at once."""
        found = await asyncio.to_thread(self._kept.add, closure)
        await self.look()
        return found

    async def lift(self, id: str, by: str) -> Closure | None:
        """Open again; see Closures.lift."""
        found = await asyncio.to_thread(self._kept.lift, id, self._clock.now(), by)
        await self.look()
        return found

    async def run(self) -> None:
        """Look for as long as the center is open."""
        while True:
            try:
                await self.look()
            except StoreFailed as fault:
                log.warning("the closures could not be read", why=type(fault).__name__)
            await asyncio.sleep(LOOK_S)

    async def look(self) -> None:
        """Read anew what stands, and tell of what has begun or ended. Raises StoreFailed."""
        found = await asyncio.to_thread(self._kept.not_over, self._clock.now())
        if found != self.standing:
            self.standing = found
            self._now = frozenset()
        now = self._in_effect()
        if now != self._now:
            self._now = now
            self._changed()

    def close(self) -> None:
        """Let go of the file."""
        self._kept.close()

    def _in_effect(self) -> frozenset[str]:
        now = self._clock.now()
        # Never empty, so that every change of what stands is told once.
        return frozenset({"", *(one.id for one in self.standing if one.begins <= now < one.ends)})

    def _spans(self, service: str) -> Spans:
        return tuple(
            (one.begins, one.ends) for one in self.standing if one.service in ("", service)
        )


def _covers(one: Closure, day: date) -> bool:
    return local_date(one.begins) <= day <= local_date(one.ends - 1)
