"""What a simulated day's journal says about every ticket."""

from collections.abc import Iterable
from dataclasses import dataclass

from layso_queue.line import ServiceDay, events
from layso_queue.line.order import MINUTE
from layso_queue.line.states import Priority
from layso_queue.simulate.description import Description


@dataclass(slots=True, kw_only=True)
class Visit:
    """One ticket; times in ms since the epoch, None for what never came to pass.

    `called` and `started` are the first call's and visit's, `counter` the last one's. `missed` and
    `returned`: she was not there when called, and came back. `left` is when she gave up waiting.
    """

    ticket: str
    number: str
    service: str
    priority: Priority
    booking: str | None
    arrived: int
    called: int | None = None
    counter: int | None = None
    started: int | None = None
    finished: int | None = None
    missed: bool = False
    left: int | None = None
    returned: bool = False

    @property
    def wait(self) -> float | None:
        """Return the minutes from coming to the first call; None for who was never called."""
        return None if self.called is None else (self.called - self.arrived) / MINUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRun:
    """A simulated day: its journal, the line as it was left, and the visits in order of issue.

    `turned_away` counts the people to whom the line gave no number.
    """

    description: Description
    events: tuple[events.Event, ...]
    day: ServiceDay
    visits: tuple[Visit, ...]
    turned_away: int

    @property
    def waits(self) -> list[float]:
        """Return the waits in minutes of all who were called, in order of issue."""
        return [visit.wait for visit in self.visits if visit.wait is not None]


def visits(journal: Iterable[events.Event]) -> tuple[Visit, ...]:
    """Return the visits that a journal tells of, in the order of issue."""
    found: dict[str, Visit] = {}
    for event in journal:
        if isinstance(event, events.TicketIssued):
            found[event.ticket] = Visit(
                ticket=event.ticket,
                number=event.number,
                service=event.service,
                priority=event.priority,
                booking=event.booking,
                arrived=event.arrived,
            )
        elif isinstance(event, events.TicketCalled):
            visit = found[event.ticket]
            if visit.called is None:
                visit.called = event.at
            visit.counter = event.counter
        elif isinstance(event, events.ServiceStarted):
            visit = found[event.ticket]
            if visit.started is None:
                visit.started = event.at
        elif isinstance(event, events.ServiceFinished):
            found[event.ticket].finished = event.at
        elif isinstance(event, events.NoShowMarked):
            found[event.ticket].missed = True
        elif isinstance(event, events.TicketReturned):
            found[event.ticket].returned = True
        elif isinstance(event, events.TicketCancelled):
            found[event.ticket].left = event.at
    return tuple(found.values())
