"""The one thread that decides and writes: many commands, one commit, no answer before it."""

import asyncio
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any

from layso_queue.center.clock import Clock
from layso_queue.center.desk import Desk, replay
from layso_queue.center.jobs import Answer, Choice, Guard, Job, Result, Touched
from layso_queue.center.rows import Rows
from layso_queue.center.show.ticket import ShowTicket
from layso_queue.center.storage import AlreadyThere, Store, StoreFailed
from layso_queue.line import Refused
from layso_queue.line.commands import OpenDay

AT_ONCE = 256
"""The most commands that share a commit."""

WAITING_LIMIT = 2000
"""The most jobs that may wait; about a second of work."""


class CenterBusy(Exception):
    """Too many commands wait: come back in a second. Nothing was done."""


class Writer:
    """Owns the store and the desk in its own thread; everybody else asks through the queue."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        clock: Clock,
        show: ShowTicket,
        heard: Callable[[Touched], None],
    ) -> None:
        """Take over `store` and `desk`; `heard` is told on the loop which tickets changed."""
        self._store = store
        self._desk: Desk | None = desk
        self._clock = clock
        self._show = show
        self._heard = heard
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self.opened_at = desk.day.opened_at
        self.commits = 0
        self.commands = 0
        self.failed: Exception | None = None

    def start(self) -> None:
        """Begin to work for the running loop."""
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    async def stop(self) -> None:
        """Finish what waits, then close the store."""
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    def do(
        self, command: Choice, answer: Answer, guard: Guard | None = None
    ) -> asyncio.Future[Any]:
        """Have a command decided and committed; it may be chosen by how the desk then stands.

        The future gives `answer(desk, new)` or a Refused.

        `new` is False where the command was done before. `guard` may refuse first. The future
        raises StoreFailed (or its kinds) when the commit failed: then nothing was kept. Raises
        CenterBusy at once when too many wait.
        """
        return self._put(command, guard, answer)

    def look(self, look: Callable[[Desk], Any]) -> asyncio.Future[Any]:
        """Have `look(desk)` called between commits, when memory holds only what is durable."""
        return self._put(None, None, lambda desk, _: look(desk))

    def tell_of_change(self) -> None:
        """Tell whoever listens that something beside the tickets changed. Call it on the loop."""
        self._heard(set())

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return self._queue.qsize()

    def _put(
        self, command: Choice | None, guard: Guard | None, answer: Answer
    ) -> asyncio.Future[Any]:
        if self._loop is None or not self._thread.is_alive():
            raise CenterBusy
        if self._queue.qsize() >= WAITING_LIMIT:
            raise CenterBusy
        future: asyncio.Future[Any] = self._loop.create_future()
        self._queue.put(Job(command, guard, answer, future))
        return future

    def _run(self) -> None:
        going = True
        while going:
            jobs: list[Job] = []
            job = self._queue.get()
            while job is not None:
                jobs.append(job)
                if len(jobs) == AT_ONCE:
                    break
                try:
                    job = self._queue.get_nowait()
                except Empty:
                    break
            else:
                going = False
            if jobs:
                self._work(jobs)
        self._store.close()

    def _work(self, jobs: list[Job]) -> None:
        try:
            desk = self._desk if self._desk is not None else self._recovered()
            results, touched = self._commit(desk, jobs)
        except Exception as error:  # whatever it was, memory may now differ from the journal
            self._desk = None
            of_one_job = not isinstance(error, StoreFailed) or isinstance(error, AlreadyThere)
            self.failed = None if of_one_job else error
            if of_one_job and len(jobs) > 1:
                for job in jobs:
                    self._work([job])
                return
            results, touched = [(job.future, None, error) for job in jobs], set()
        self._tell(results, touched)

    def _recovered(self) -> Desk:
        self._store.reread_head()
        self._desk = replay(self._store)
        return self._desk

    def _commit(self, desk: Desk, jobs: list[Job]) -> tuple[list[Result], Touched]:
        rows = Rows(self._show)
        outcomes: list[Refused | bool] = []
        for job in jobs:
            outcomes.append(self._decide(desk, job, rows))
        if rows.batch.entries:
            self._store.append(rows.finished(desk))
            self.commits += 1
            self.commands += len(rows.batch.commands)
            self.opened_at = desk.day.opened_at
            self.failed = None
        results: list[Result] = []
        for job, outcome in zip(jobs, outcomes, strict=True):
            if isinstance(outcome, Refused):
                results.append((job.future, outcome, None))
                continue
            try:
                results.append((job.future, job.answer(desk, outcome), None))
            except Exception as error:  # an answer that cannot be made undoes no other's
                results.append((job.future, None, error))
        return results, rows.touched if rows.batch.entries else None

    def _decide(self, desk: Desk, job: Job, rows: Rows) -> Refused | bool:
        if job.command is None:
            return False
        now = self._clock.now()
        command = job.command(desk) if callable(job.command) else job.command
        if isinstance(command, Refused):
            return command
        if job.guard is not None and command.id not in desk.day.done:
            refused = job.guard(desk, now)
            if refused is not None:
                return refused
        if isinstance(command, OpenDay):
            rows.keep_tickets(desk)
        decided = desk.decide(command, now)
        if isinstance(decided, Refused):
            return decided
        for event in decided:
            desk.take(event)
            rows.add(event, desk)
        return bool(decided)

    def _tell(self, results: list[Result], touched: Touched) -> None:
        if self._loop is None:
            return
        try:
            self._loop.call_soon_threadsafe(self._deliver, results, touched)
        except RuntimeError:  # the loop has gone: nobody waits any more
            return

    def _deliver(self, results: list[Result], touched: Touched) -> None:
        for future, result, error in results:
            if future.cancelled():
                continue
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(result)
        if touched is not None:
            self._heard(touched)
