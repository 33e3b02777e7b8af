"""What a day comes to in figures, read from its journal; days add up to weeks and months."""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import dataclass, field
from math import ceil

from layso_queue.line import events as e
from layso_queue.line.events.undoing import takes_back
from layso_queue.line.order import MINUTE
from layso_queue.line.states import BookingState, Channel, Paper, Priority, TicketState, Undoable
from layso_queue.line.telling import Told
from layso_queue.reports.day_counters import CounterTime

NO_SHOW, LIVE = "no_show", "live"
"""How a number ended beside served, cancelled and expired; live: it has not ended."""


@dataclass(slots=True)
class ServiceCount:
    """The numbers given for a service, wherever they were sent later; waits in minutes."""

    issued: int = 0
    ends: Tally[str] = field(default_factory=Tally)
    waits: list[float] = field(default_factory=list)
    """From coming to the first call that was not taken back, of everybody who was called."""

    def add(self, other: ServiceCount) -> None:
        """Take another day's figures in."""
        self.issued += other.issued
        self.ends.update(other.ends)
        self.waits.extend(other.waits)

    @property
    def mean(self) -> float | None:
        """Return the mean wait; None if nobody was called."""
        return sum(self.waits) / len(self.waits) if self.waits else None

    @property
    def nine_of_ten(self) -> float | None:
        """Return the wait that nine of ten did not exceed; None if nobody was called."""
        return sorted(self.waits)[ceil(0.9 * len(self.waits)) - 1] if self.waits else None

    def within(self, target: float) -> int:
        """Return how many were called in time."""
        return sum(wait <= target for wait in self.waits)


@dataclass(slots=True)
class DayCounts:
    """One day, or several; `hours` are local, by when people came."""

    services: dict[str, ServiceCount] = field(default_factory=dict)
    hours: Tally[int] = field(default_factory=Tally)
    channels: Tally[Channel] = field(default_factory=Tally)
    priority: Tally[Priority] = field(default_factory=Tally)
    bookings: Tally[BookingState] = field(default_factory=Tally)
    counters: dict[int, CounterTime] = field(default_factory=dict)
    paper_failed: int = 0
    """Numbers whose slip failed, or may have, at least once."""

    def add(self, other: DayCounts) -> None:
        """Take another day's figures in."""
        for code, count in other.services.items():
            self.services.setdefault(code, ServiceCount()).add(count)
        for number, time in other.counters.items():
            self.counters.setdefault(number, CounterTime()).add(time)
        self.hours.update(other.hours)
        self.channels.update(other.channels)
        self.priority.update(other.priority)
        self.bookings.update(other.bookings)
        self.paper_failed += other.paper_failed

    @property
    def all(self) -> ServiceCount:
        """Return all services as one."""
        whole = ServiceCount()
        for count in self.services.values():
            whole.add(count)
        return whole


def counts_of(told: Told, counters: dict[int, CounterTime]) -> DayCounts:
    """Count a day that has been opened; `counters` are its counters' times."""
    day = told.day
    plan = day.opened_plan
    counts = DayCounts({one.code: ServiceCount() for one in plan.services}, counters=counters)
    called: dict[str, int] = {}
    for call in told.calls:
        if not call.undone:
            called.setdefault(call.ticket, call.at)
    for id in day.tickets:
        issued = told.issued(id)
        count = counts.services.setdefault(issued.service, ServiceCount())
        count.issued += 1
        count.ends[_end(told, id)] += 1
        if id in called:
            count.waits.append(max(0, called[id] - issued.arrived) / MINUTE)
        counts.hours[(issued.arrived // MINUTE + plan.offset_minutes) // 60 % 24] += 1
        counts.channels[issued.channel] += 1
        counts.priority[issued.priority] += 1
        counts.paper_failed += any(
            isinstance(one, e.PaperRecorded) and one.outcome in (Paper.FAILED, Paper.UNKNOWN)
            for one in told.events[id]
        )
    counts.bookings.update(one.state for one in day.bookings.values())
    return counts


def _end(told: Told, id: str) -> str:
    """Return how a number ended; who was called and never came has not merely expired."""
    state = told.day.tickets[id].state
    absent = False
    for event in told.events[id]:
        if isinstance(event, e.NoShowMarked) or takes_back(event, Undoable.RETURN):
            absent = True
        elif isinstance(event, e.TicketReturned | e.TicketCalled) or (
            takes_back(event, Undoable.NO_SHOW)
        ):
            absent = False
    if absent and state in (TicketState.NO_SHOW, TicketState.EXPIRED):
        return NO_SHOW
    ended = (TicketState.SERVED, TicketState.CANCELLED, TicketState.EXPIRED)
    return state.value if state in ended else LIVE
