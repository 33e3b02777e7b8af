"""Virtual time for asyncio: when nobody has anything to do, it is at once as late as is next due.

Threads would work while no time passes. So work for threads is done in line: a center's costs no
time (each has a machine of its own), the hub's what it took, one after the other on its workers.
"""

import asyncio
import logging
import selectors
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

import structlog

Done = TypeVar("Done")


class _Leaping(selectors.DefaultSelector):  # type: ignore[misc,valid-type]
    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None:
            raise RuntimeError("everybody waits, and nothing is due")
        self.passed += max(0.0, timeout)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop whose `time()` leaps to what is next due."""

    def __init__(self) -> None:
        """Begin at 0."""
        self._leaping = _Leaping()
        super().__init__(self._leaping)
        self.set_default_executor(_InLine())

    def time(self) -> float:
        """Return seconds of virtual time."""
        return self._leaping.passed


class _InLine(ThreadPoolExecutor):
    def submit(self, work: Any, /, *args: Any, **named: Any) -> "Future[Any]":
        done: Future[Any] = Future()
        try:
            done.set_result(work(*args, **named))
        except Exception as error:
            done.set_exception(error)
        return done


def run(work: Coroutine[Any, Any, Done]) -> Done:
    """Run a coroutine in virtual time to its end."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


class Workers:
    """The hub's processors: so many pieces of its work at a time, each as long as it takes one.

    What counts is the processor's time, of this process and of the database: a neighbour who keeps
    the machine busy makes the hub no slower.
    """

    def __init__(self, n: int, database: Path, each_s: float | None = None) -> None:
        """`n` at a time; `database` is the folder of the PostgreSQL cluster, or of no cluster.

        With `each_s` every piece takes so long: then a run is the same on every machine.
        """
        self._free = asyncio.Semaphore(n)
        self._each_s = each_s
        self._master = database / "data" / "postmaster.pid"
        self.worked_s = 0.0

    async def do(self, work: Callable[..., Any], *args: Any, **_: Any) -> Any:
        """Do a piece of work; in the place of `anyio.to_thread.run_sync`."""
        async with self._free:
            began = self._used()
            try:
                return work(*args)
            finally:
                took = self._each_s or max(0.0, self._used() - began)
                self.worked_s += took
                await asyncio.sleep(took)

    def _used(self) -> float:
        used = time.process_time()
        if self._each_s is None and self._master.exists():
            pid = self._master.read_text().partition("\n")[0]
            for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
                with suppress(FileNotFoundError, ProcessLookupError):
                    used += int(Path(f"/proc/{one}/schedstat").read_text().split()[0]) / 1e9
        return used


@contextmanager
def quietly() -> Iterator[None]:
    """Have only errors logged: a line that is cut is what is tried here."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    try:
        yield
    finally:
        structlog.configure(**before)


@contextmanager
def in_line(work: Callable[..., Awaitable[Any]]) -> Iterator[None]:
    """Have `work` do what the hub would do in threads."""
    with patch("anyio.to_thread.run_sync", work):
        yield


class VirtualClock:
    """The loop's time, in ms since the epoch; `off_ms` is how wrong this clock is."""

    def __init__(self, begin_ms: int, loop: VirtualLoop | None = None, off_ms: int = 0) -> None:
        """`begin_ms` is the loop's 0."""
        self._loop = loop or asyncio.get_running_loop()
        self._begin_ms = begin_ms
        self.off_ms = off_ms

    def now(self) -> int:
        """Return the time."""
        return self._begin_ms + int(self._loop.time() * 1000) + self.off_ms

    def settle(self) -> None:
        """Take the time as it is."""
