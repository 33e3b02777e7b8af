"""After a restore: what the copy lacks comes back, and no number is given twice meanwhile."""

import asyncio
from collections.abc import Callable

import structlog

from layso_queue.center.alerts import DATABASE_RESTORED, RESTORE_WAITS, Alerts
from layso_queue.center.board import CLOCK
from layso_queue.center.clock import Clock
from layso_queue.center.hours import Hours
from layso_queue.center.keeping.link_life import LinkLife
from layso_queue.center.people.roles import Role
from layso_queue.center.stamps import local_date, written
from layso_queue.center.storage import Register, Restore, Restores, StoreFailed
from layso_queue.center.storage.journal_telling import made_of
from layso_queue.center.writer import CenterBusy, Writer
from layso_queue.line.commands import SetNumberFloor
from layso_queue.line.states import DayState
from layso_queue.sync.at_center.lives import LEAP

LIMIT_MS = 2 * 3_600_000
"""So long a kiosk that has not reported is waited for; it may be a spare that is switched off."""

LOOK_S = 2.0

log = structlog.get_logger()


class Returning:
    """Knows whether the database came from a copy, and who has said since what the copy lacks.

    Desks keep no journal of the numbers they gave, so every series leaves some out, once; what
    kiosks and hub say again comes back as it was.
    """

    def __init__(
        self,
        restores: Restores,
        register: Register,
        life: LinkLife,
        writer: Writer,
        hours: Hours,
        clock: Clock,
        alerts: Alerts,
        new_id: Callable[[], str],
        times: Callable[[str], int],
    ) -> None:
        """Work for this center; `begin` before the day is opened.

        `times(date)`: how often the database was restored on a date, 0 where nobody can tell.
        """
        self._restores = restores
        self._register = register
        self._life = life
        self._writer = writer
        self._hours = hours
        self._clock = clock
        self._alerts = alerts
        self._new_id = new_id
        self._times = times
        self.last: Restore | None = None
        """The newest restore, if the database ever came from a copy."""

    @property
    def waits(self) -> bool:
        """Whether something may still come back."""
        return self.last is not None and self.last.done_at is None

    async def begin(self) -> None:
        """Read what happened before this start."""
        self.last = await asyncio.to_thread(self._restores.newest)

    def first_orders(self, date: str) -> tuple[SetNumberFloor, ...]:
        """Return what must be done before the first number of a day is given."""
        last = self.last
        if last is None or last.day != date:
            return ()
        opens = self._hours.spans_on(local_date(last.at))
        if opens and last.at < opens[0][0] and not self._hours.standing(last.at).day_on:
            return ()  # restored before the doors opened: of this date no number was given
        id = made_of(f"floor {last.n} {date}")
        return (SetNumberFloor(id=id, actor=CLOCK, by=self._by(date)),)

    async def opened(self) -> None:
        """Leave numbers out on the day that the copy had open; call it before anybody may ask."""
        date, state = await self._writer.look(lambda desk: (desk.date, desk.day.state))
        for order in self.first_orders(date) if state is DayState.OPEN else ():
            await self._writer.do(order, lambda *_: None)
        await self.look()

    async def run(self) -> None:
        """Look for as long as the center is open."""
        while True:
            await asyncio.sleep(LOOK_S)
            try:
                await self.look()
            except (StoreFailed, CenterBusy) as fault:
                log.warning("what a restore lacks could not be looked at", why=type(fault).__name__)

    async def look(self) -> None:
        """End the waiting when all have reported or it took too long; keep the alerts true."""
        if await self._life.must_leap():
            await self._leap("rolled back " + self._new_id())
            await self._life.leapt()
        missing: list[str] = []
        last, now = self.last, self._clock.now()
        if last is not None and last.done_at is None:
            missing = await asyncio.to_thread(self._missing, last.n)
            if not missing:
                await self.end("kiosks")
            elif now - last.at > LIMIT_MS:
                await self.end("time")
        await self._life.bring_back()
        self._tell(missing, now)

    async def reported(self, kiosk: str, raised: bool, *, all_of_it: bool) -> None:
        """Note what a kiosk has said; `raised`: lost numbers came back above all we knew of."""
        if raised:
            await self._leap(f"report {kiosk} {self._new_id()}")
        if self.last is not None and all_of_it:
            await asyncio.to_thread(self._restores.report, self.last.n, kiosk, self._clock.now())
        await self.look()

    async def end(self, by: str) -> bool:
        """Wait for nothing more; say whether anything was waited for. What comes late still counts.

        Numbers go on above those left out either way.
        """
        if not self.waits:
            return False
        await asyncio.to_thread(self._restores.end, self._clock.now(), by)
        log.info("nothing more is waited for after the restore", by=by)
        await self.begin()
        self._tell([], self._clock.now())
        return True

    async def _leap(self, name: str) -> None:
        by = self._by(local_date(self._clock.now()).isoformat())
        order = SetNumberFloor(id=made_of(name), actor=CLOCK, by=by)
        await self._writer.do(order, lambda *_: None)

    def _by(self, date: str) -> int:
        # Restored from one copy again and again, each time it begins above what it gave since.
        return LEAP * max(1, self._times(date))

    def _missing(self, n: int) -> list[str]:
        known = {one.name for one in self._register.devices() if one.role == Role.KIOSK}
        return sorted(known - self._restores.reporters(n))

    def _tell(self, missing: list[str], now: int) -> None:
        last = self.last
        shown = last is not None and (self.waits or last.day == local_date(now).isoformat())
        about = written(last.copy_at) if last is not None else ""
        since = last.at if last is not None else None
        code = DATABASE_RESTORED
        self._alerts.stand(code, code, "center", shown, about, since)
        waits = self.waits and bool(missing)
        names = ", ".join(missing)
        self._alerts.stand(RESTORE_WAITS, RESTORE_WAITS, "center", waits, names, since)
