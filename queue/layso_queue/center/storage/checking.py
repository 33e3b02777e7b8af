"""SQLite's quick check in a thread, beside the start of a center."""

import threading
from pathlib import Path

from layso_queue.center.storage.check import quick_check
from layso_queue.center.storage.faults import DatabaseDamaged
from layso_queue.center.storage.schema import revision_of


class Check:
    """Looks at every page of a database; 300 MB take 0.2 s from memory, longer from a disk."""

    def __init__(self, file: Path) -> None:
        """Begin at once; a missing file is sound."""
        self._file = file
        self._damage: DatabaseDamaged | None = None
        # A daemon: a center that is told to stop does not wait for it.
        self._thread = threading.Thread(target=self._run, name="quick check", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether it still looks."""
        return self._thread.is_alive()

    def wait(self, seconds: float | None) -> None:
        """Wait that long at most (None: to its end); raise DatabaseDamaged if it found damage."""
        self._thread.join(seconds)
        if self._damage is not None:
            raise self._damage

    def _run(self) -> None:
        try:
            if revision_of(self._file) is not None:
                quick_check(self._file)
        except DatabaseDamaged as damage:
            self._damage = damage
