"""Room that is held for the moment when the disk is full."""

import os
from pathlib import Path


class Ballast:
    """A file that only takes up room; given up when commits fail, made again when there is room."""

    def __init__(self, file: Path, size: int) -> None:
        """Hold `size` bytes in `file`; nothing is touched yet, and 0 holds nothing."""
        self._file = file
        self._size = size

    @property
    def held(self) -> bool:
        """Whether the room is there to be given up."""
        return self._file.exists()

    def hold(self, free: int) -> bool:
        """Make it, if the disk has `free` bytes and twice as much would be left; say whether."""
        if self._size == 0 or self.held:
            return False
        if free < 3 * self._size:
            return False
        part = self._file.with_suffix(".part")
        try:
            with part.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, self._size)
            part.replace(self._file)
        except OSError:
            part.unlink(missing_ok=True)
            return False
        return True

    def give_up(self) -> bool:
        """Free the room; say whether there was any."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True
