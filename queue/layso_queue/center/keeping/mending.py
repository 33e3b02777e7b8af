"""Open a center whose database may be damaged: then the newest sound copy takes its place."""

from pathlib import Path

from layso_queue.center.center import Center
from layso_queue.center.clock import Clock
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.copies import Copy, CopyFolder
from layso_queue.center.keeping.restoring import NoCopy, Restored, restore
from layso_queue.center.opened import open_center
from layso_queue.center.settings import Settings
from layso_queue.center.storage import Check, DatabaseDamaged

MISSING = "missing"


def open_mended(
    folder: Folder,
    settings: Settings,
    clock: Clock,
    check: Check,
    patience_s: float,
    *,
    always_open: bool = False,
) -> tuple[Center, Restored | None]:
    """Return the center, not started yet, and what was restored for it, if anything.

    Waits so long for the check; as long as it takes where the last run found damage. A database
    that is gone while copies of it are there counts as damaged: an empty one would give its
    numbers again. Raises DatabaseDamaged when no copy can be used; SchemaUnknown, StoreFailed.
    """
    copies = _copies(settings)
    try:
        if copies and not folder.database.exists():
            raise DatabaseDamaged(MISSING)
        check.wait(None if folder.damaged.exists() else patience_s)
        center = _open(folder, settings, clock, check, always_open)
    except DatabaseDamaged as damage:
        try:
            done = restore(folder, settings.center.code, copies, settings.backup.key, clock.now())
        except NoCopy:
            raise damage from None
        return open_center(folder, settings, clock, always_open=always_open), done
    if not check.running:
        folder.damaged.unlink(missing_ok=True)
    return center, None


def _open(
    folder: Folder, settings: Settings, clock: Clock, check: Check, always_open: bool
) -> Center:
    try:
        return open_center(folder, settings, clock, always_open=always_open)
    except Exception:
        check.wait(None)  # what could not be opened may be damaged: then that is what is wrong
        raise


def _copies(settings: Settings) -> list[Copy]:
    code = settings.center.code
    found = [
        copy for one in settings.backup.folder for copy in CopyFolder(Path(one), code).copies()
    ]
    return sorted(found, reverse=True)
