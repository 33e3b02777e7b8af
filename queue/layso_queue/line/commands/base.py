"""What every order has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """An order: `id` makes a retry harmless, `actor` is who answers for it (a code, no name)."""

    id: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCommand(Command):
    """An order about one ticket."""

    ticket: str
