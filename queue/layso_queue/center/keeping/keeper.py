"""Makes a copy of the database every few minutes, and says so when none was made for too long."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import structlog

from layso_queue.center.alerts import BACKUP_FAILED, BACKUP_FOLDER_GONE, BACKUP_OLD, Alerts
from layso_queue.center.clock import Clock
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.beside import copy_beside
from layso_queue.center.keeping.copies import CopyFailed, CopyFolder, FolderGone
from layso_queue.center.settings.keeping import BackupPart
from layso_queue.center.stamps import written

FIRST_S = 10.0
LOOK_S = 15.0
MINUTE = 60_000

SOON_MS = MINUTE
"""A copy that could not be made is tried again so soon: the stick may be back."""

log = structlog.get_logger()

State = tuple[tuple[int, int], ...]


class Keeper:
    """Keeps the folders of copies up to date."""

    def __init__(
        self, folder: Folder, part: BackupPart, code: str, clock: Clock, alerts: Alerts
    ) -> None:
        """Copy this data folder's database as the settings say."""
        self._folder = folder
        self._part = part
        self._clock = clock
        self._alerts = alerts
        self._places = [CopyFolder(Path(one), code) for one in part.folder]
        self._good: dict[Path, int] = {}
        self._copied: dict[Path, State] = {}
        self._next: dict[Path, int] = {}
        self._work: asyncio.Future[None] | None = None

    async def run(self) -> None:
        """Copy for as long as the center is open."""
        await asyncio.sleep(FIRST_S)
        while True:
            await self.once()
            await asyncio.sleep(LOOK_S)

    async def once(self) -> None:
        """Make the copies that are due, and judge how old the last good ones are."""
        for place in self._places:
            if self._clock.now() < self._next.get(place.path, 0):
                continue
            state = self._state()
            fault = await self._in_thread(lambda place=place: self._copy(place))  # type: ignore[misc]
            now = self._clock.now()
            if fault is None:
                self._copied[place.path] = state
            wait = self._part.minutes * MINUTE if fault is None else SOON_MS
            self._next[place.path] = now + wait
            self._tell(place, fault, now)

    async def close(self) -> None:
        """Let the copy that is under way come to its end."""
        if self._work is not None:
            await asyncio.wait([self._work])

    async def _in_thread(self, work: Callable[[], Exception | None]) -> Exception | None:
        result: list[Exception | None] = []
        self._work = asyncio.ensure_future(asyncio.to_thread(lambda: result.append(work())))
        await asyncio.shield(self._work)
        self._work = None
        return result[0]

    def _copy(self, place: CopyFolder) -> Exception | None:
        now = self._clock.now()
        known = place.copies()
        if known:
            self._good[place.path] = max(self._good.get(place.path, 0), known[0].at)
        state = self._state()
        try:
            if not known or self._copied.get(place.path) != state:
                made = place.make(self._folder.database, now, self._part.key)
                log.info("a copy was made", file=str(made.file))
                copy_beside(self._folder, place.path)
            place.thin(now, self._part.days)
        except (FolderGone, CopyFailed, OSError) as fault:
            log.warning("no copy was made", folder=str(place.path), why=str(fault))
            return fault
        self._good[place.path] = now
        return None

    def _state(self) -> State:
        """Return what changes with every commit: while it is the same, so is the last copy."""
        found = []
        for ending in ("", "-wal"):
            try:
                stat = Path(f"{self._folder.database}{ending}").stat()
                found.append((stat.st_mtime_ns, stat.st_size))
            except OSError:
                found.append((0, 0))
        return tuple(found)

    def _tell(self, place: CopyFolder, fault: Exception | None, now: int) -> None:
        path = str(place.path)
        good = self._good.get(place.path)
        limit = max(4 * self._part.minutes, self._part.minutes + 30) * MINUTE
        old = good is None or now - good > limit
        gone = isinstance(fault, FolderGone)
        why = fault.why if isinstance(fault, CopyFailed) else "unwritable"
        stand = self._alerts.stand
        stand(f"{BACKUP_FOLDER_GONE} {path}", BACKUP_FOLDER_GONE, "center", gone, path)
        failed = fault is not None and not gone
        stand(f"{BACKUP_FAILED} {path}", BACKUP_FAILED, "center", failed, why)
        last = written(good) if good else ""
        stand(f"{BACKUP_OLD} {path}", BACKUP_OLD, "center", fault is not None and old, last)
