"""What the center offers on the web, kept true at the hub: catalogue, places, how it stands."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import orjson
import structlog

from layso_queue.center.alerts import Alert
from layso_queue.center.clock import Clock
from layso_queue.center.closing import Closing
from layso_queue.center.settings import Settings
from layso_queue.center.show.snapshot import Shower
from layso_queue.center.storage import Exchange, StoreFailed
from layso_queue.center.sync.catalogue import documents_of, tell_catalogue
from layso_queue.center.sync.closures import tell_closures, to_tell
from layso_queue.center.sync.places import AT_ONCE, lease, wanted
from layso_queue.center.sync.standing import numbers_of_life, status_of
from layso_queue.center.writer import CenterBusy, Writer
from layso_queue.sync.moment import Moment
from layso_queue.sync.status import Status

STANDING_S = 2.0
OFFER_S = 30.0
"""So often is looked; what did not change is not told again."""

FORGET_MS = 3_600_000
"""So often is looked which persons of old bookings are to be forgotten."""

BETWEEN_S = 0.2
"""Between two parts of many leases the line has its turn."""

log = structlog.get_logger()


class Offer:
    """Puts into the outgoing stream what the hub does not know yet; the link carries it there."""

    def __init__(
        self,
        exchange: Exchange,
        settings: Settings,
        closing: Closing,
        writer: Writer,
        shower: Shower,
        clock: Clock,
        new_id: Callable[[], str],
        procedures: Callable[[], bytes],
        alerts: Callable[[], list[Alert]],
    ) -> None:
        """`procedures` gives the catalog of procedures as windows get it (JSON)."""
        self._exchange = exchange
        self._settings = settings
        self._closing = closing
        self._writer = writer
        self._shower = shower
        self._clock = clock
        self._new_id = new_id
        self._procedures = procedures
        self._alerts = alerts
        self._due = 0.0
        self._status: Status | None = None
        self._number: int | None = None
        self._forgot_at = 0

    def status(self) -> Status | None:
        """Return how the center stood when last looked at; the same until that changes."""
        return self._status

    async def run(self) -> None:
        """Keep both true for as long as the center is open."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                await self.look()
                if loop.time() >= self._due:
                    self._due = loop.time() + OFFER_S
                    while await asyncio.to_thread(self.offer):
                        await asyncio.sleep(BETWEEN_S)
            except (StoreFailed, CenterBusy) as fault:
                log.warning("the offer could not be told", why=type(fault).__name__)
                self.hurry()
            except Exception:  # our own fault: said in the log, and no reason never to try again
                log.exception("the offer could not be told")
            await asyncio.sleep(STANDING_S)

    def hurry(self) -> None:
        """Have all that is new told at the next look, within STANDING_S."""
        self._due = 0.0

    async def look(self) -> None:
        """See how the center stands; a new status only where something is new."""
        if self._number is None:
            self._number = await asyncio.to_thread(self._begin)
        now, n = self._clock.now(), self._number + 1
        alerts = self._alerts()
        seen: Status = await self._writer.look(
            lambda desk: status_of(self._shower, desk, now, n, alerts)
        )
        known = self._status
        if known is None or replace(known, n=n, at=now) != seen:
            self._status, self._number = seen, n

    def offer(self) -> bool:
        """Tell catalogue, closures and places if they are not what was told; say if there is more.

        Raises StoreFailed.
        """
        procedures = orjson.loads(self._procedures())["procedures"]
        documents = documents_of(self._settings, procedures)
        at = Moment(self._clock.now(), self._new_id)
        with self._exchange.begin(at.now, self._new_id()) as side:
            if abs(at.now - self._forgot_at) >= FORGET_MS:
                side.web.forget_persons(at.now)
                self._forgot_at = at.now
            told = tell_catalogue(side, documents, at)
            closures = tell_closures(side, to_tell(self._settings, self._closing, at.now), at)
            places = wanted(self._settings, self._closing.hours, at.now, side.web.by_hand())
            changed = lease(side, places, at)
        if told or closures or changed:
            log.info("the offer was told", catalogue=told, closures=closures, leases=changed)
        return changed == AT_ONCE

    def _begin(self) -> int:
        with self._exchange.begin(self._clock.now(), self._new_id()) as side:
            return numbers_of_life(side)
