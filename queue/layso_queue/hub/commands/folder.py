"""The hub's folder: its own files are for its own user only."""

import os
from pathlib import Path

OURS = ("hub.keys", "hub.db", "hub.db-wal", "hub.db-shm")
WRITTEN_BY_HAND = ("notices.toml", "signin.toml")
"""These hold secrets too; a group may well be meant to read them."""


class FolderUnusable(Exception):
    """The folder cannot be made; `why` is the system's word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def make_folder(folder: Path) -> None:
    """Make the folder if there is none. Raises FolderUnusable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FolderUnusable(error.strerror or type(error).__name__) from error


def make_file(file: Path) -> None:
    """Make an empty file, readable by its owner only, if there is none. Raises FolderUnusable."""
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError as error:
        raise FolderUnusable(error.strerror or type(error).__name__) from error


def close_to_others(folder: Path) -> list[Path]:
    """Take other users' rights from the hub's own files; return what others still can read."""
    left = []
    for file in (folder / name for name in OURS):
        if _mode(file) & 0o077:
            try:
                file.chmod(0o600)
            except OSError:
                left.append(file)
    if not _mode(folder) & 0o077:
        return []  # nobody else gets as far as its files
    by_hand = (folder / name for name in WRITTEN_BY_HAND)
    return [folder, *left, *(file for file in by_hand if _mode(file) & 0o007)]


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode if os.name == "posix" else 0
    except OSError:
        return 0
