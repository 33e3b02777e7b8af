"""The open center: all its parts, put together in one place."""

import asyncio
import secrets
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import structlog

from layso_assets.languages import LANGUAGES, Texts
from layso_queue.center.alerts import DISK_FULL, STORE_FAILED, Alerts
from layso_queue.center.before import raise_if_done_before
from layso_queue.center.clock import Clock
from layso_queue.center.closing import Closing
from layso_queue.center.desk import Desk
from layso_queue.center.feed.publisher import Publisher
from layso_queue.center.folder import Folder
from layso_queue.center.hours import Hours
from layso_queue.center.jobs import Answer, Choice, Guard, Touched
from layso_queue.center.keeping.keeping import Keeping
from layso_queue.center.opening import Opening, uuid7
from layso_queue.center.people.devices import Devices
from layso_queue.center.people.staff import Staff
from layso_queue.center.printing import Prints
from layso_queue.center.procedures import Catalog
from layso_queue.center.procedures.watching import CatalogWatch
from layso_queue.center.settings import Settings
from layso_queue.center.show.snapshot import Shower
from layso_queue.center.stamps import born
from layso_queue.center.storage import (
    AlreadyThere,
    Archive,
    Closures,
    DiskFull,
    Exchange,
    Forecasts,
    Register,
    Store,
    StoreFailed,
)
from layso_queue.center.sync.arrivals import Arrivals
from layso_queue.center.sync.offer import Offer
from layso_queue.center.sync.watching import HubWatch
from layso_queue.center.sync.web import Web
from layso_queue.center.waits import Waits
from layso_queue.center.writer import Writer
from layso_queue.line import Refused

log = structlog.get_logger()


class Center:
    """One commune's center, from `start` to `stop`."""

    def __init__(
        self,
        folder: Folder,
        settings: Settings,
        hours: Hours,
        clock: Clock,
        store: Store,
        desk: Desk,
        random: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        """Take an opened store and the desk replayed from it; the folder must be locked."""
        self.settings = settings
        self.clock = clock
        self.epoch = random(8).hex()
        self.names = {one.code: one.name.model_dump() for one in settings.services}
        self.counter_numbers = frozenset(one.number for one in settings.counters)
        self.archive = Archive(folder.database)
        self.register = Register(folder.database)
        self.devices = Devices(self.register)
        self.staff = Staff(self.register, clock)
        self.procedures = Catalog(folder.procedures, self.names)
        self.closing = Closing(Closures(folder.database), hours, clock, self._closed_anew)
        catalog = lambda: self.procedures.version  # noqa: E731
        self.shower = Shower(settings, self.closing, catalog, lambda: self.web.shown())
        self.writer = Writer(store, desk, clock, self.shower.bare_ticket, self._heard)
        self.alerts = Alerts(clock, self.writer.tell_of_change)
        self.catalog_watch = CatalogWatch(self.procedures, self.writer.tell_of_change)
        self.publisher = Publisher(self.writer, self.shower, clock, self.epoch, self.alerts.all)
        self.prints = Prints()
        self.waits = Waits(self.writer, clock, Forecasts(folder.database), hours)
        self.new_id = new_id = partial(uuid7, random)
        self.opening = Opening(
            self.writer, self.archive, settings, self.closing.hours, clock, self.alerts, new_id
        )
        self.exchange = Exchange(folder.database, settings.center.code)
        self.arrivals = Arrivals(
            self.exchange, self.opening, self.writer, clock, new_id, self.closing.closes
        )
        self.web = Web(folder, settings, self.exchange, clock, new_id)
        self.keyring, self.passes = self.web.keyring, self.web.passes
        self.offer = Offer(
            self.exchange,
            settings,
            self.closing,
            self.writer,
            self.shower,
            clock,
            new_id,
            lambda: self.procedures.body,
            self.alerts.all,
        )
        came, changed, status = self.arrivals.bring, self.writer.tell_of_change, self.offer.status
        self.hub = self.web.open(random, came, changed, status, self.writer)
        self.keeping = Keeping(
            folder,
            settings,
            self.closing.hours,
            clock,
            self.alerts,
            self.writer,
            self.register,
            self.exchange,
            self.hub,
            new_id,
        )
        self.opening.first_orders = self.keeping.returning.first_orders
        self._texts = {language: Texts(language) for language in LANGUAGES}
        self._tasks: list[asyncio.Task[None]] = []

    def texts(self, language: str) -> Texts:
        """Return the sentences of a language; those of the center's own if it has none such."""
        return self._texts.get(language) or self._texts[self.settings.center.language]

    async def start(self) -> None:
        """Begin to work: the writer, then the day if it is time, then what runs beside."""
        self.writer.start()
        await self.keeping.returning.begin()
        await self.opening.begin()
        await self.keeping.returning.opened()
        await self.publisher.begin()
        if self.hub is not None:
            watch = HubWatch(self.hub, self.alerts, self.clock)
            beside = (self.hub.run, watch.run, self.offer.run)
            self._tasks += [asyncio.create_task(work()) for work in beside]
        for one in (self.opening, self.waits, self.publisher, self.closing, self.catalog_watch):
            self._tasks.append(asyncio.create_task(one.run()))
        for keep in self.keeping.works():
            self._tasks.append(asyncio.create_task(keep()))

    async def stop(self) -> None:
        """Close the feeds, finish what waits, let go of the files."""
        await self.publisher.close()
        await self.waits.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        # The writer's connection closes last: only it can fold the WAL into the database.
        await self.keeping.close()
        self.closing.close()
        self.archive.close()
        self.exchange.close()
        self.web.close()
        self.register.close()
        await self.writer.stop()

    def _closed_anew(self) -> None:
        self.writer.tell_of_change()
        self.offer.hurry()

    def beside(self, work: Coroutine[Any, Any, None]) -> None:
        """Have something done beside all else, until the center stops."""
        self._tasks.append(asyncio.create_task(work))

    async def do(self, id: str, command: Choice, answer: Answer, guard: Guard | None = None) -> Any:
        """Have a command done and return `answer(desk, new)`, or the line's Refused.

        Raises DoneBefore for an id of an earlier day; StoreFailed, CenterBusy.
        """
        if born(id) < self.writer.opened_at:
            await raise_if_done_before(id, self.archive, self.writer)
        try:
            done = await self.writer.do(command, answer, guard)
        except AlreadyThere:
            # An id of an earlier day whose time says today: the maker's clock was wrong.
            await raise_if_done_before(id, self.archive, self.writer)
            raise
        except DiskFull:
            if self.keeping.room.relieve():
                return await self.do(id, command, answer, guard)
            self.alerts.raise_once(DISK_FULL, DISK_FULL, "center")
            raise
        except StoreFailed:
            self.alerts.raise_once(STORE_FAILED, STORE_FAILED, "center")
            raise
        if not isinstance(done, Refused) and self.alerts.any:
            self.alerts.settle(DISK_FULL)
            self.alerts.settle(STORE_FAILED)
        return done

    def _heard(self, touched: Touched) -> None:
        self.publisher.heard(touched)
        if touched and self.hub is not None:
            self.hub.told()
        if touched:
            self.waits.line_changed()
