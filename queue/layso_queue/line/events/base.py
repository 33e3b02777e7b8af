"""What every fact has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact: `seq` is its place in the journal, `at` ms since the epoch, never before the last."""

    seq: int
    at: int
    command: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketEvent(Event):
    """A fact about one ticket."""

    ticket: str
