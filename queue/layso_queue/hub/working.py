"""Work that is done again and again beside the pages, and that no fault ends."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import structlog

from layso_queue.hub.log import fault_of
from layso_queue.hub.storage import StoreFailed

HALTED_S = 15 * 60.0
"""So long without a sign of life, work has halted: its longest single step takes five minutes."""

log = structlog.get_logger()

Step = Callable[[], object]


class Work:
    """Some steps, done in turn every so many seconds in a thread of their own."""

    def __init__(self, name: str, every_s: float, *steps: Step, wait: bool = False) -> None:
        """`wait`: the first turn comes after the first pause."""
        self.name = name
        self.steps = steps
        self._every_s, self._wait = every_s, wait
        self._over = asyncio.Event()
        self._beat = time.monotonic()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Begin, in the running loop."""
        self._task = asyncio.create_task(self._run(), name=self.name)

    def go_on(self) -> bool:
        """Give a sign of life from within a long step, and say whether it may go on."""
        self._beat = time.monotonic()
        return not self._over.is_set()

    @property
    def halted(self) -> bool:
        """Whether it has begun and does nothing any more."""
        if self._task is None or self._over.is_set():
            return False
        return self._task.done() or time.monotonic() - self._beat > HALTED_S + self._every_s

    def let_go(self) -> None:
        """Have it end after the step it is at."""
        self._over.set()

    async def stop(self, patience_s: float) -> None:
        """Wait for the step it is at: it holds a connection. After so long it is left behind."""
        self.let_go()
        if self._task is None:
            return
        done, _ = await asyncio.wait((self._task,), timeout=patience_s)
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._thread.shutdown(wait=bool(done), cancel_futures=True)

    async def _run(self) -> None:
        if self._wait:
            await self._rest()
        while self.go_on():
            for step in self.steps:
                await self._do(step)
            await self._rest()

    async def _do(self, step: Step) -> None:
        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, step)
        except StoreFailed as error:
            log.error("work beside the pages failed", work=self.name, why=str(error))
        except Exception as error:
            log.error("work beside the pages failed", work=self.name, **fault_of(error))

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._over.wait(), self._every_s)
