"""Put a copy in the place of a database that cannot be used; what is there is set aside.

Each step may be the last one before a power cut. The copy is made ready beside the database, and
only a rename tells that it is: from then on `finish` can end what was begun.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from layso_queue.center.folder import Folder
from layso_queue.center.keeping.copies import Copy
from layso_queue.center.keeping.sealing import Unsealable
from layso_queue.center.opening import uuid7
from layso_queue.center.stamps import local, local_date
from layso_queue.center.storage import (
    DatabaseDamaged,
    Exchange,
    Restores,
    StoreFailed,
    bring_up_to_date,
)
from layso_queue.center.storage.copying import fold, make_durable
from layso_queue.sync.at_center.lives import begin_life
from layso_queue.sync.moment import Moment

_BESIDE = ("-wal", "-shm", "-journal", "")
"""A log that is left behind would be read into the database that comes; so it goes first."""


class NoCopy(Exception):
    """There is no copy that could be used; `tried` are those that could not, each with a
    word: "damaged", "locked" or "unreadable"."""

    def __init__(self, tried: list[tuple[Path, str]]) -> None:
        super().__init__(str(tried))
        self.tried = tried


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done: which copy, made when (ms), and where the old file is, if there was one."""

    copy: Path
    copy_at: int
    aside: Path | None


def restore(
    folder: Folder, code: str, copies: Iterable[Copy], passphrase: str, now: int
) -> Restored:
    """Restore the first of `copies` that is sound. The folder must be locked.

    Raises NoCopy, StoreFailed, OSError; then the database is as it was.
    """
    finish(folder)
    tried: list[tuple[Path, str]] = []
    ready, part = _ready(folder), _ready(folder).with_suffix(".part")
    for copy in copies:
        _remove(part)
        try:
            copy.bring(part, passphrase)
            bring_up_to_date(part, folder.backups)
        except DatabaseDamaged:
            tried.append((copy.file, "damaged"))
            continue
        except Unsealable:
            tried.append((copy.file, "locked"))
            continue
        except OSError:
            tried.append((copy.file, "unreadable"))
            continue
        aside = _name_aside(folder, now) if folder.database.exists() else None
        _begin_anew(part, code, copy, aside, now)
        fold(part)
        part.replace(ready)
        make_durable(ready)
        finish(folder, aside)
        return Restored(copy.file, copy.at, aside)
    _remove(part)
    raise NoCopy(tried)


def finish(folder: Folder, aside: Path | None = None) -> None:
    """End a restore that was begun, if there is one. The folder must be locked. Raises OSError."""
    ready = _ready(folder)
    if not ready.exists():
        return
    if aside is None:
        aside = _noted_aside(folder, ready)
    aside.parent.mkdir(exist_ok=True)
    for ending in _BESIDE:
        old = Path(f"{folder.database}{ending}")
        if old.exists():
            old.replace(f"{aside}{ending}")
    ready.replace(folder.database)
    make_durable(folder.database)
    folder.damaged.unlink(missing_ok=True)


def set_aside_on(folder: Folder, date: str) -> int:
    """Return how many databases were set aside on a date ("2026-11-22"): how often it was restored.

    No copy knows of a restore that came after it; what lies in the folder does.
    """
    return len(list(folder.aside.glob(f"center-{date.replace('-', '')}-*.db")))


def _begin_anew(part: Path, code: str, copy: Copy, aside: Path | None, now: int) -> None:
    """Note the restore in the copy, and give it a life of its own towards the hub."""
    restores, exchange = Restores(part), Exchange(part, code)

    def new_id() -> str:
        return uuid7(secrets.token_bytes)

    try:
        named = aside.name if aside else ""
        restores.add(now, local_date(now).isoformat(), copy.file.name, copy.at, named)
        with exchange.begin(now, new_id()) as side:
            begin_life(side, Moment(now, new_id))
    finally:
        exchange.close()
        restores.close()


def _ready(folder: Folder) -> Path:
    return folder.database.with_suffix(".restored")


def _name_aside(folder: Folder, now: int) -> Path:
    named = f"center-{local(now):%Y%m%d-%H%M%S}"
    n, found = 1, folder.aside / f"{named}.db"
    while found.exists():
        n += 1
        found = folder.aside / f"{named}-{n}.db"
    return found


def _noted_aside(folder: Folder, ready: Path) -> Path:
    restores = Restores(ready)
    try:
        noted = restores.newest()
    except StoreFailed:
        noted = None
    finally:
        restores.close()
    fold(ready)
    if noted is not None and noted.aside:
        return folder.aside / noted.aside
    return _name_aside(folder, noted.at if noted else 0)


def _remove(file: Path) -> None:
    for ending in _BESIDE:
        Path(f"{file}{ending}").unlink(missing_ok=True)
