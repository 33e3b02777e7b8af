"""Ways to take a rule away from the line."""

from collections.abc import Callable
from typing import Any

import pytest

from layso_queue.line import applying
from layso_queue.line import events as e
from layso_queue.line.day import Ticket
from layso_queue.line.states import Priority, Undoable

Mutation = Callable[[pytest.MonkeyPatch], None]


class Mutations(dict[str, tuple[Mutation, int]]):
    """Ways to spoil a rule by their names, each with the number of the invariant it breaks."""

    def breaks(self, invariant: int) -> Callable[[Mutation], None]:
        """Keep the function below as one that breaks this invariant."""

        def keep(mutation: Mutation) -> None:
            self[mutation.__name__] = (mutation, invariant)

        return keep


def after(
    patch: pytest.MonkeyPatch, kind: type[e.Event], spoil: Callable[[Any, Any], None]
) -> None:
    """Let `spoil` follow what an event of this kind changes."""
    sound = applying.HANDLERS[kind]

    def spoiled(day: Any, event: Any) -> None:
        sound(day, event)
        spoil(day, event)

    patch.setitem(applying.HANDLERS, kind, spoiled)


def only(what: Undoable, spoil: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Spoil only the taking back of such a move."""
    return lambda day, event: spoil(day, event) if event.what is what else None


def rekeyed(day: Any, event: Any) -> None:
    """Give the event's ticket another key."""
    ticket = day.tickets[event.ticket]
    day.line_of(ticket).remove(ticket.place)
    ticket.key = event.at + 1
    day.line_of(ticket).add(ticket.place)


def claims_first(ticket: Ticket) -> Any:
    """Order all who claim a priority before all who do not."""
    return (ticket.priority is Priority.NONE, ticket.place)


def choose(day: Any, counter: Any, by: Callable[[Ticket], Any] | None = None) -> Ticket | None:
    """Choose as the line does but without its guard, then by another order in that line."""
    firsts = [first for line in day.lines_for(counter) if (first := line.first())]
    ticket = day.tickets[min(firsts)[2]] if firsts else None
    if ticket is None or by is None:
        return ticket
    return min((day.tickets[place[2]] for place in day.line_of(ticket)), key=by)
