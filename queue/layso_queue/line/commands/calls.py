"""Orders that call."""

from dataclasses import dataclass

from layso_queue.line.commands.base import Command, TicketCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNext(Command):
    """Call the ticket with the smallest key among the counter's services."""

    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTicket(Command):
    """Call a ticket picked by hand; a reason is needed."""

    counter: int
    ticket: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(TicketCommand):
    """Call a called ticket once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkNoShow(TicketCommand):
    """Nobody came, after the limit of calls."""
