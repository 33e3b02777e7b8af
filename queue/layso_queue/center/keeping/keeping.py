"""All that keeps one center's data, put together: copies, room on the disk, what comes back."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from functools import partial

import structlog

from layso_queue.center.alerts import DATABASE_DAMAGED, Alerts
from layso_queue.center.clock import Clock
from layso_queue.center.folder import Folder
from layso_queue.center.hours import Hours
from layso_queue.center.keeping.ballast import Ballast
from layso_queue.center.keeping.helping import Helping
from layso_queue.center.keeping.keeper import Keeper
from layso_queue.center.keeping.link_life import LinkLife
from layso_queue.center.keeping.restoring import set_aside_on
from layso_queue.center.keeping.returning import Returning
from layso_queue.center.keeping.room import Room
from layso_queue.center.settings import Settings
from layso_queue.center.storage import (
    Check,
    DatabaseDamaged,
    Exchange,
    HelpCalls,
    Register,
    Restores,
)
from layso_queue.center.sync.link import HubLink
from layso_queue.center.writer import Writer

MEGABYTE = 1 << 20

log = structlog.get_logger()


class Keeping:
    """The keepers of a center's data, from `begin` to `close`."""

    def __init__(
        self,
        folder: Folder,
        settings: Settings,
        hours: Hours,
        clock: Clock,
        alerts: Alerts,
        writer: Writer,
        register: Register,
        exchange: Exchange,
        hub: HubLink | None,
        new_id: Callable[[], str],
    ) -> None:
        """Work for the center that has these parts."""
        self._restores = Restores(folder.database)
        ballast = Ballast(folder.ballast, settings.disk.ballast_mb * MEGABYTE)
        self.room = Room(folder.path, ballast, alerts)
        life = LinkLife(exchange, hub, writer, clock, new_id)
        times = partial(set_aside_on, folder)
        self.returning = Returning(
            self._restores, register, life, writer, hours, clock, alerts, new_id, times
        )
        self.keeper = Keeper(folder, settings.backup, settings.center.code, clock, alerts)
        self.helping = Helping(HelpCalls(folder.database), alerts, clock)
        self._copies = bool(settings.backup.folder)
        self._alerts = alerts
        self._folder = folder
        self.damaged = False

    def works(self) -> list[Callable[[], Coroutine[None, None, None]]]:
        """Return what runs for as long as the center is open."""
        works = [self.room.run, self.returning.run, self.helping.run]
        return [*works, self.keeper.run] if self._copies else [*works]

    async def heed(self, check: Check) -> None:
        """Wait for the check of the file; damage is said on every staff screen and in health.

        The next start then waits for its own check, however long, and restores a copy.
        """
        while check.running:
            await asyncio.sleep(0.1)
        try:
            check.wait(0)
        except DatabaseDamaged as damage:
            log.error("the database is damaged", detail=damage.detail)
            self.damaged = True
            if self._copies:
                with contextlib.suppress(OSError):
                    self._folder.damaged.touch()
            detail = damage.detail[:80]
            self._alerts.raise_once(DATABASE_DAMAGED, DATABASE_DAMAGED, "center", detail)

    async def close(self) -> None:
        """Let a copy that is under way come to its end, and go of the database."""
        await self.keeper.close()
        self._restores.close()
        self.helping.close()
