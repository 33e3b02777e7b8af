"""How the counters' hours were spent, read from a day's journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from layso_queue.line import ServiceDay, apply
from layso_queue.line import events as e
from layso_queue.line.day import Counter
from layso_queue.line.events.undoing import takes_back
from layso_queue.line.order import MINUTE
from layso_queue.line.states import LEFT_OPEN, CounterState, DayState, Undoable


@dataclass(slots=True)
class CounterTime:
    """Minutes of a counter; `visits` counts those that were finished there.

    `busy`: somebody is called or there, also after hours; `paused` and `free`: nobody is.
    """

    busy: float = 0.0
    paused: float = 0.0
    free: float = 0.0
    visits: int = 0

    @property
    def open(self) -> float:
        """Return the minutes from opening to closing."""
        return self.busy + self.paused + self.free

    @property
    def load(self) -> float | None:
        """Return the part of the minutes, pauses left out, in which it was busy; None of none."""
        manned = self.busy + self.free
        return self.busy / manned if manned else None

    def add(self, other: CounterTime) -> None:
        """Take another day's minutes in."""
        self.busy += other.busy
        self.paused += other.paused
        self.free += other.free
        self.visits += other.visits


def counter_times(events: Sequence[e.Event]) -> dict[int, CounterTime]:
    """Return the time of every counter of the plan, up to the last event; none without events."""
    if not events:
        return {}
    day = ServiceDay.before(events[0].seq - 1)
    found: dict[int, CounterTime] = {}
    before = events[0].at
    for event in events:
        if event.at > before:
            for number, counter in day.counters.items() if not _settles(day, event) else ():
                _spend(found[number], counter, (event.at - before) / MINUTE)
            before = event.at
        apply(day, event)
        for number in day.counters:
            found.setdefault(number, CounterTime())
        if isinstance(event, e.ServiceFinished):
            found[event.counter].visits += 1
        elif takes_back(event, Undoable.FINISH):
            found[event.counter].visits -= 1  # type: ignore[attr-defined]
    return dict(sorted(found.items()))


def _settles(day: ServiceDay, event: e.Event) -> bool:
    """Say whether it only tidies up a closed day: nobody worked at a counter until then."""
    if isinstance(event, e.ServiceFinished):
        return event.outcome == LEFT_OPEN
    return isinstance(event, e.TicketExpired) and day.state is DayState.CLOSED


def _spend(time: CounterTime, counter: Counter, minutes: float) -> None:
    if counter.ticket is not None:
        time.busy += minutes
    elif counter.state is CounterState.PAUSED:
        time.paused += minutes
    elif counter.state is CounterState.OPEN:
        time.free += minutes
