"""How a rule is taken away for the time of a trial."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

from layso_queue.line import events as e
from layso_queue.line.applying.handlers import HANDLERS
from layso_queue.line.day import ServiceDay

Take = Callable[[ExitStack], None]
"""Takes one rule away until the stack is closed; its name says the rule."""


def swap(stack: ExitStack, owner: object, name: str, other: object) -> None:
    """Put something else in a name's place."""
    stack.enter_context(patch.object(owner, name, other))


def after(stack: ExitStack, kind: type[e.Event], spoil: Callable[[Any, Any], None]) -> None:
    """Let `spoil` follow what an event of this kind changes."""
    sound = HANDLERS[kind]

    def spoiled(day: ServiceDay, event: Any) -> None:
        sound(day, event)
        spoil(day, event)

    stack.enter_context(patch.dict(HANDLERS, {kind: spoiled}))


def rekeyed(day: ServiceDay, event: Any) -> None:
    """Give the event's ticket another key."""
    ticket = day.tickets[event.ticket]
    day.line_of(ticket).remove(ticket.place)
    ticket.key = event.at + 1
    day.line_of(ticket).add(ticket.place)
