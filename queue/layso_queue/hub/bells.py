"""Held pulls are woken when this process hears that something of their center has changed."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Bells:
    """Rung from any thread; waited for in an event loop."""

    def __init__(self) -> None:
        """Begin with nobody waiting."""
        self._lock = threading.Lock()
        self._waiting: dict[str, set[_Bell]] = {}

    @contextmanager
    def waiting(self, center: str) -> Iterator["_Bell"]:
        """Give a bell that rings for a center until the end of the block."""
        bell = _Bell()
        with self._lock:
            self._waiting.setdefault(center, set()).add(bell)
        try:
            yield bell
        finally:
            with self._lock:
                these = self._waiting[center]
                these.discard(bell)
                if not these:
                    del self._waiting[center]

    def ring(self, center: str) -> None:
        """Wake who waits for a center."""
        with self._lock:
            for bell in self._waiting.get(center, ()):
                bell.ring()

    def ring_all(self) -> None:
        """Wake everybody: changes may have been missed."""
        with self._lock:
            for bells in self._waiting.values():
                for bell in bells:
                    bell.ring()


class _Bell:
    """One who waits. A ring between two waits is not lost."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._rung = asyncio.Event()

    def ring(self) -> None:
        with suppress(RuntimeError):  # a loop that has ended: nobody waits there any more
            self._loop.call_soon_threadsafe(self._rung.set)

    def quiet(self) -> None:
        """Forget earlier rings; call it before looking, so that no change falls in between."""
        self._rung.clear()

    async def wait(self, seconds: float) -> None:
        """Return when it rings, or after these seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rung.wait(), seconds)
