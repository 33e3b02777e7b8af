"""Where a ticket or a counter stood before each of its moves: what taking one back restores."""

from dataclasses import dataclass, fields

from layso_queue.line.states import CounterState, Reason, TicketState, Undoable


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """All that moves change of a ticket; what others do to it (paper, `passed_by`) is not here."""

    state: TicketState
    service: str
    counter: int | None
    to_counter: int | None
    key: int
    arrived: int
    called_at: int | None
    started_at: int | None
    ended_at: int | None
    calls: int
    returned: bool
    back: Reason | None
    reason: Reason | None
    reason_detail: str
    passed: tuple[str, ...]
    priority_confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A move of a ticket that can be taken back: its first event, and where it stood before.

    `counter` is the one that made it; None where that was not at a counter: then the actor counts.
    """

    what: Undoable
    seq: int
    at: int
    command: str
    actor: str
    counter: int | None
    stood: Stood


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterStood:
    """All that moves change of a counter."""

    state: CounterState
    services: tuple[str, ...]
    reason: str
    since: int
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterMoved:
    """A counter's last move; `released` are the tickets that its closing gave back to the line."""

    what: Undoable
    seq: int
    at: int
    stood: CounterStood
    released: tuple[str, ...]


TICKET_FIELDS = tuple(one.name for one in fields(Stood))
COUNTER_FIELDS = tuple(one.name for one in fields(CounterStood))
