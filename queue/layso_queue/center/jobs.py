"""What waits for the writer, and what is told of it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from layso_queue.center.desk import Desk
from layso_queue.line import Refused
from layso_queue.line.commands import Command

Choice = Command | Callable[[Desk], Command | Refused]
Guard = Callable[[Desk, int], Refused | None]
Answer = Callable[[Desk, bool], Any]
Touched = set[str] | None
Result = tuple[asyncio.Future[Any], Any, Exception | None]


@dataclass(frozen=True, slots=True)
class Job:
    """A command with who waits for it; without a command only a look at memory."""

    command: Choice | None
    guard: Guard | None
    answer: Answer
    future: asyncio.Future[Any]
