"""Looks at the day after commits and tells the audiences; many commits share one look."""

import asyncio
from collections.abc import Callable

from layso_queue.center.alerts import Alert
from layso_queue.center.clock import Clock
from layso_queue.center.desk import Desk
from layso_queue.center.feed.audience import Audience
from layso_queue.center.jobs import Touched
from layso_queue.center.people.roles import SEES_ALL, Role
from layso_queue.center.show.snapshot import Shower, Surroundings
from layso_queue.center.show.ticket import Shown
from layso_queue.center.stamps import written
from layso_queue.center.writer import Writer

COALESCE_S = 0.02
"""Changes within this time are told together: shorter than anybody sees."""

ORDER_AGAIN_S = 1.0
"""A call changes "ahead" for everybody behind: told at most this often."""


class Publisher:
    """The feed's one source."""

    def __init__(
        self,
        writer: Writer,
        shower: Shower,
        clock: Clock,
        epoch: str,
        alerts: Callable[[], list[Alert]],
    ) -> None:
        """Publish what this writer's desk holds."""
        self._writer = writer
        self._shower = shower
        self._clock = clock
        self._alerts = alerts
        self._audiences = {
            sees_all: Audience(epoch, shower.center, sees_all=sees_all)
            for sees_all in (True, False)
        }
        self._touched: set[str] = set()
        self._dirty = asyncio.Event()
        self._order_stale = False
        self._looking = asyncio.Lock()
        self._date = ""

    def audience(self, role: Role) -> Audience:
        """Return those who see what this role may see."""
        return self._audiences[role in SEES_ALL]

    @property
    def listeners(self) -> int:
        """How many clients follow the feed."""
        return sum(len(one.mailboxes) for one in self._audiences.values())

    def heard(self, touched: Touched) -> None:
        """Note which tickets changed; an empty set says that something else did."""
        self._touched |= touched or set()
        self._order_stale = True
        self._dirty.set()

    async def begin(self) -> None:
        """Take the first look: at everything."""
        await self._look(_everybody)

    async def run(self) -> None:
        """Tell what changes for as long as the center is open."""
        loop = asyncio.get_running_loop()
        order_told = loop.time()
        while True:
            try:
                async with asyncio.timeout(ORDER_AGAIN_S):
                    await self._dirty.wait()
                await asyncio.sleep(COALESCE_S)
            except TimeoutError:
                if not self._order_stale:
                    continue
            in_order = self._order_stale and loop.time() - order_told >= ORDER_AGAIN_S
            if in_order:
                order_told = loop.time()
                self._order_stale = False
            await self._look(_in_front if in_order else _nobody_more)

    async def catch_up(self) -> None:
        """Return when all that is committed by now has been told."""
        if self._dirty.is_set() or self._looking.locked():
            await self._look(_nobody_more)

    async def close(self) -> None:
        """Let every listener go."""
        for audience in self._audiences.values():
            for mailbox in list(audience.mailboxes):
                mailbox.close()

    def now(self) -> str:
        """Return the center's time as frames carry it."""
        return written(self._clock.now())

    async def _look(self, more: Callable[[Shower, Desk], list[Shown]]) -> None:
        async with self._looking:
            self._dirty.clear()
            touched, self._touched = self._touched, set()
            alerts = self._alerts()

            def look(desk: Desk) -> tuple[str, Surroundings, list[Shown]]:
                seen = self._shower.surroundings(desk, self._clock.now(), alerts)
                if desk.date != self._date:  # of the tickets told so far none is of this day
                    return desk.date, seen, self._shower.live_tickets(desk)
                tickets = desk.day.tickets
                known = [tickets[id] for id in touched if id in tickets]
                shown = [self._shower.ticket(desk, ticket) for ticket in known]
                others = more(self._shower, desk)
                shown += [one for one in others if one["id"] not in touched]
                return desk.date, seen, shown

            try:
                date, seen, shown = await self._writer.look(look)
            except BaseException:
                self._touched |= touched
                self._dirty.set()
                raise
            now = self.now()
            anew, self._date = self._date not in ("", date), date
            for audience in self._audiences.values():
                if anew:
                    audience.begin_anew()
                audience.tell(now, seen, shown)


def _everybody(shower: Shower, desk: Desk) -> list[Shown]:
    return shower.live_tickets(desk)


def _in_front(shower: Shower, desk: Desk) -> list[Shown]:
    return shower.in_front(desk)


def _nobody_more(_: Shower, __: Desk) -> list[Shown]:
    return []
