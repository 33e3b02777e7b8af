"""Orders about counters."""

from dataclasses import dataclass

from layso_queue.line.commands.base import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCounter(Command):
    """Open a counter, for all of its planned services or for some of them."""

    counter: int
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseCounter(Command):
    """Take nobody new for a while; a reason is needed."""

    counter: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeCounter(Command):
    """End a pause."""

    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCounter(Command):
    """Close a counter; refused while somebody is at it."""

    counter: int
