"""A center's data folder: what is where, and that only one center uses it."""

import fcntl
import os
import shutil
from pathlib import Path
from typing import IO

from layso_assets import files


class FolderInUse(Exception):
    """Another center runs on this folder."""


class OtherCenter(Exception):
    """The folder's journal is of another center, `theirs`, than the settings name, `ours`."""

    def __init__(self, theirs: str, ours: str) -> None:
        super().__init__(theirs, ours)
        self.theirs = theirs
        self.ours = ours


class FolderUnusable(Exception):
    """The folder cannot be made or written; `why` is the system's error."""

    def __init__(self, why: OSError) -> None:
        super().__init__(str(why))
        self.why = why


class Folder:
    """The paths in a data folder, and its lock while a center is open."""

    def __init__(self, path: Path) -> None:
        """Name the folder; nothing is touched yet."""
        self.path = path
        self.database = path / "center.db"
        self.settings = path / "settings.toml"
        self.backups = path / "backups"
        self.aside = path / "set-aside"
        self.damaged = path / "damage-found"
        self.ballast = path / "ballast"
        self.procedures = path / "procedures.csv"
        self.hub_keys = path / "hub-keys.json"
        self.phones = path / "phones.db"
        self.demo_staff = path / "demo-staff.json"
        self.card_key = path / "card.key"
        """Beside the hashes of cards it could tell whose they are: it is in no backup."""
        self._lock: IO[bytes] | None = None
        """`aside` holds databases that could not be used; `damaged` is there while the next start
        must look before it serves; `ballast` is room for a full disk."""

    def prepare(self) -> bool:
        """Make the folder; an empty one gets the demo center's settings. True if it was empty.

        Raises FolderUnusable.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if self.settings.exists() or self.database.exists():
                return False
            draft = self.settings.with_suffix(".new")
            shutil.copyfile(files.path("demo", "center-26041.toml"), draft)
            draft.replace(self.settings)
        except OSError as error:
            raise FolderUnusable(error) from error
        return True

    def lock(self) -> None:
        """Hold the folder until `unlock` or the end of the process, however it ends.

        Raises FolderInUse, FolderUnusable.
        """
        try:
            stream = (self.path / "center.lock").open("ab")
        except OSError as error:
            raise FolderUnusable(error) from error
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            stream.close()
            raise FolderInUse from error
        os.truncate(stream.fileno(), 0)
        stream.write(str(os.getpid()).encode())
        stream.flush()
        self._lock = stream

    def unlock(self) -> None:
        """Let go of the folder."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
