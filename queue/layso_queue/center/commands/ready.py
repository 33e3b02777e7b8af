"""Get a data folder ready beside whatever else uses it."""

import time

from layso_queue.center.folder import Folder, FolderInUse
from layso_queue.center.storage import bring_up_to_date
from layso_queue.center.storage.schema import NEWEST, revision_of

PATIENCE_S = 10.0


def make_ready(folder: Folder) -> None:
    """Return when the folder has settings and a database of the newest schema.

    Makes them unless a center runs there, which makes them itself. Raises FolderUnusable,
    DatabaseDamaged, SchemaUnknown, and FolderInUse when the center there never got so far.
    """
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            folder.prepare()
            folder.lock()
        except FolderInUse:
            if revision_of(folder.database) == NEWEST:
                return
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
            continue
        try:
            bring_up_to_date(folder.database, folder.backups)
        finally:
            folder.unlock()
        return
