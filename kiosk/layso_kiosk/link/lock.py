"""One process owns a data folder: two kiosks in one folder would give out the same numbers."""

import os
import sys
from pathlib import Path


class FolderInUse(Exception):
    """Another running program owns this data folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class FolderLock:
    """Held from creation to `release`; the system lets go of it when the process dies."""

    def __init__(self, folder: Path) -> None:
        """Take it at once. Raises FolderInUse, or OSError if the folder cannot be written."""
        self._handle = os.open(folder / "in-use", os.O_RDWR | os.O_CREAT, 0o600)
        if not _take(self._handle):
            os.close(self._handle)
            raise FolderInUse(folder)

    def release(self) -> None:
        """Give it up; again is harmless."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
