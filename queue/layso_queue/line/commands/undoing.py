"""Orders that take something back."""

from dataclasses import dataclass

from layso_queue.line.commands.base import Command, TicketCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(TicketCommand):
    """Take the ticket's last move back; `by_counter` None: somebody in charge of all counters."""

    by_counter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoCounter(Command):
    """Take the counter's last opening, pause, end of a pause or closing back."""

    counter: int
