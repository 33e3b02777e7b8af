"""What the center offers on the web, kept true at the hub: catalogue, places, how it stands."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import orjson
import structlog

from layso_queue.center.clock import Clock
from layso_queue.center.hours import Hours
from layso_queue.center.settings import Settings
from layso_queue.center.show.snapshot import Shower
from layso_queue.center.storage import Exchange, StoreFailed
from layso_queue.center.sync.catalogue import document_of, tell_catalogue
from layso_queue.center.sync.places import AT_ONCE, lease, wanted
from layso_queue.center.sync.standing import numbers_of_life, status_of
from layso_queue.center.writer import CenterBusy, Writer
from layso_queue.sync.moment import Moment
from layso_queue.sync.status import Status

STANDING_S = 2.0
OFFER_S = 30.0
"""So often is looked; what did not change is not told again."""

BETWEEN_S = 0.2
"""Between two parts of many leases the line has its turn."""

log = structlog.get_logger()


class Offer:
    """Puts into the outgoing stream what the hub does not know yet; the link carries it there."""

    def __init__(
        self,
        exchange: Exchange,
        settings: Settings,
        hours: Hours,
        writer: Writer,
        shower: Shower,
        clock: Clock,
        new_id: Callable[[], str],
        procedures: Callable[[], bytes],
    ) -> None:
        """`procedures` gives the catalog of procedures as windows get it (JSON)."""
        self._exchange = exchange
        self._settings = settings
        self._hours = hours
        self._writer = writer
        self._shower = shower
        self._clock = clock
        self._new_id = new_id
        self._procedures = procedures
        self._status: Status | None = None
        self._number: int | None = None

    def status(self) -> Status | None:
        """Return how the center stood when last looked at; the same until that changes."""
        return self._status

    async def run(self) -> None:
        """Keep both true for as long as the center is open."""
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            try:
                await self.look()
                if loop.time() >= due:
                    while await asyncio.to_thread(self.offer):
                        await asyncio.sleep(BETWEEN_S)
                    due = loop.time() + OFFER_S
            except (StoreFailed, CenterBusy) as fault:
                log.warning("the offer could not be told", why=type(fault).__name__)
            except Exception:  # our own fault: said in the log, and no reason never to try again
                log.exception("the offer could not be told")
                due = loop.time() + OFFER_S
            await asyncio.sleep(STANDING_S)

    async def look(self) -> None:
        """See how the center stands; a new status only where something is new."""
        if self._number is None:
            self._number = await asyncio.to_thread(self._begin)
        now, n = self._clock.now(), self._number + 1
        seen: Status = await self._writer.look(lambda desk: status_of(self._shower, desk, now, n))
        known = self._status
        if known is None or replace(known, n=n, at=now) != seen:
            self._status, self._number = seen, n

    def offer(self) -> bool:
        """Tell catalogue and places if they are not what was told; return whether there is more.

        Raises StoreFailed.
        """
        procedures = orjson.loads(self._procedures())["procedures"]
        document = document_of(self._settings, procedures)
        at = Moment(self._clock.now(), self._new_id)
        with self._exchange.begin(at.now, self._new_id()) as side:
            told = tell_catalogue(side, document, at)
            places = wanted(self._settings, self._hours, at.now, side.web.by_hand())
            changed = lease(side, places, at)
        if told or changed:
            log.info("the offer was told", catalogue=told, leases=changed)
        return changed == AT_ONCE

    def _begin(self) -> int:
        with self._exchange.begin(self._clock.now(), self._new_id()) as side:
            return numbers_of_life(side)
