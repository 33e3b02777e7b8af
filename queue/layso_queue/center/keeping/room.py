"""How much room the disk has: say when it gets scarce, and make some when it is full."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import structlog

from layso_queue.center.alerts import DISK_ALMOST_FULL, DISK_LOW, Alerts
from layso_queue.center.keeping.ballast import Ballast

LOW = 0.10
ALMOST_FULL = 0.02
"""Parts of the disk that are free when staff are told."""

FIRST_S = 30.0
EVERY_S = 30.0

log = structlog.get_logger()


class Usage(Protocol):
    """As `shutil.disk_usage` tells it, in bytes."""

    @property
    def total(self) -> int:
        """All of the disk."""

    @property
    def free(self) -> int:
        """What may still be written."""


class Room:
    """Watches the disk of the data folder."""

    def __init__(
        self,
        folder: Path,
        ballast: Ballast,
        alerts: Alerts,
        usage: Callable[[Path], Usage] = shutil.disk_usage,
    ) -> None:
        """`usage` tells of the disk that a folder is on; it may raise OSError."""
        self._folder = folder
        self._ballast = ballast
        self._alerts = alerts
        self._usage = usage

    async def run(self) -> None:
        """Look for as long as the center is open; not at once, for a start should be quick."""
        await asyncio.sleep(FIRST_S)
        while True:
            self.look()
            await asyncio.sleep(EVERY_S)

    def look(self, *, hold: bool = True) -> None:
        """Tell staff how it stands, and `hold` room again if there is enough."""
        try:
            found = self._usage(self._folder)
        except OSError:
            return  # commits will say what is wrong
        if hold and self._ballast.hold(found.free):
            log.info("room is held for a full disk")
        free = found.free / max(found.total, 1)
        about = str(found.free // 2**20)
        self._tell(DISK_LOW, ALMOST_FULL <= free < LOW, about)
        self._tell(DISK_ALMOST_FULL, free < ALMOST_FULL, about)

    def relieve(self) -> bool:
        """Give up the room that is held, so that commits go on; say whether there was any."""
        freed = self._ballast.give_up()
        if freed:
            log.warning("the disk is full: the room held for this was given up")
            self.look(hold=False)
        return freed

    def _tell(self, code: str, so: bool, about: str) -> None:
        # How much is free changes all the time; it is told as it was when it got scarce.
        if so:
            self._alerts.raise_once(code, code, "center", about)
        else:
            self._alerts.settle(code)
