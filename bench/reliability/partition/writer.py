"""The center's writer without its thread: the same decisions, rows and commits, at once."""

import asyncio
from collections.abc import Callable
from typing import Any

from layso_queue.center.clock import Clock
from layso_queue.center.desk import Desk
from layso_queue.center.jobs import Answer, Choice, Guard, Job
from layso_queue.center.rows import Rows
from layso_queue.center.show.ticket import ShowTicket
from layso_queue.center.storage import Store
from layso_queue.center.writer import Writer
from layso_queue.line import Refused
from layso_queue.line.commands import Command

Timed = tuple[int, Callable[[], Command]]


class WriterInLine(Writer):
    """Decides and commits where it is asked."""

    def __init__(
        self, store: Store, desk: Desk, clock: Clock, show: ShowTicket, heard: Any
    ) -> None:
        """As the writer with a thread."""
        super().__init__(store, desk, clock, show, heard)
        self._shown = show
        self._kept = store

    def start(self) -> None:
        """Work for the running loop."""
        self._loop = asyncio.get_running_loop()

    @property
    def desk(self) -> Desk:
        """The day in memory."""
        if self._desk is None:
            raise RuntimeError("a commit failed")
        return self._desk

    def do_all(self, timed: list[Timed]) -> list[Refused | None]:
        """Have commands decided, each at its own time (ms), and kept in one commit."""
        rows, outcomes = Rows(self._shown), list[Refused | None]()
        for now, command in timed:
            decided = self.desk.decide(command(), now)
            if isinstance(decided, Refused):
                outcomes.append(decided)
                continue
            for event in decided:
                self.desk.take(event)
                rows.add(event, self.desk)
            outcomes.append(None)
        if rows.batch.entries:
            self._kept.append(rows.finished(self.desk))
        return outcomes

    def close(self) -> None:
        """Let go of the file."""
        self._kept.close()

    def _put(
        self, command: Choice | None, guard: Guard | None, answer: Answer
    ) -> asyncio.Future[Any]:
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._work([Job(command, guard, answer, future)])
        return future
