"""Facts that take others back."""

from dataclasses import dataclass

from layso_queue.line.events.base import Event, TicketEvent
from layso_queue.line.states import CounterState, TicketState, Undoable


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveUndone(TicketEvent):
    """A ticket's last move was taken back: all that the order behind event `undone` did to it.

    `state`, `service` and `counter` are where it stands again.
    """

    what: Undoable
    undone: int
    state: TicketState
    service: str
    counter: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterUndone(Event):
    """A counter's last move, event `undone`, was taken back; it stands in `state` again.

    `tickets` had gone back to their lines when it closed, and are bound to it again.
    """

    counter: int
    what: Undoable
    undone: int
    state: CounterState
    tickets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallUndone(TicketEvent):
    """A call was taken back, as journals say that were written before there was `MoveUndone`."""

    counter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishUndone(TicketEvent):
    """A finished ticket is being served again, as older journals say."""

    counter: int


def takes_back(event: Event, what: Undoable) -> bool:
    """Say whether a fact takes back such a move of a ticket, however old its journal is."""
    if isinstance(event, MoveUndone):
        return event.what is what
    old = {Undoable.CALL: CallUndone, Undoable.FINISH: FinishUndone}
    return what in old and isinstance(event, old[what])
