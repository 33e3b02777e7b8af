"""Follows a day's journal, event by event, and keeps what can be learned from it."""

from collections.abc import Callable, Iterable
from typing import Any

from layso_queue.forecast.coming_seen import ComingSeen
from layso_queue.forecast.desks_seen import DesksSeen
from layso_queue.forecast.followed import Followed
from layso_queue.forecast.lines_seen import LinesSeen
from layso_queue.forecast.seen import Seen, Visit
from layso_queue.forecast.undone_seen import UndoneSeen
from layso_queue.line import events as e
from layso_queue.line.order import MINUTE
from layso_queue.line.plan import DayPlan
from layso_queue.line.states import LEFT_OPEN, CounterState


class Watch:
    """A day as far as its journal has been told; cheap to keep up, made anew from the journal."""

    def __init__(self) -> None:
        """Begin before the day opens."""
        self.seen = Seen()
        self.plan: DayPlan | None = None
        self.seq = 0
        self._lines = LinesSeen()
        self.desks = DesksSeen(self.seen, self._lines.somebody_waits)
        self._tickets: dict[str, Followed] = {}
        self.away: dict[str, bool] = {}
        """Who is parked (True) or was not there when called (False)."""
        self._coming = ComingSeen(self.seen)
        self._undone = UndoneSeen(self.seen, self.desks, self.away)
        self._take = self._handlers()

    @classmethod
    def of(cls, journal: Iterable[e.Event]) -> "Watch":
        """Return a watch that was told a whole journal."""
        watch = cls()
        for event in journal:
            watch.take(event)
        return watch

    def take(self, event: e.Event) -> None:
        """Be told the next fact."""
        if isinstance(event, e.TicketEvent):
            self._undone.note(event, self._tickets.get(event.ticket))
        take = self._take.get(type(event))
        if take is not None:
            take(event)
        self.seq = event.seq

    def ticket(self, id: str) -> Followed | None:
        """Return what is known of a ticket."""
        return self._tickets.get(id)

    def under_way(self, now: int) -> list[Visit]:
        """Return the visits that last, as if they ended at `now` (ms); no call not yet answered."""
        there = [self._tickets[id] for id in self.desks.there.values()]
        return [self._visit(one, now, True) for one in there if one.started is not None]

    def _handlers(self) -> dict[type, Callable[[Any], None]]:
        return {
            e.DayOpened: self._opened,
            e.DayClosed: lambda _: self.desks.day_closed(),
            e.BookingMade: self._coming.booked,
            e.BookingMoved: lambda event: self._coming.moved(event, self.desks.offset),
            e.BookingCancelled: self._coming.cancelled,
            e.BookingRestored: self._coming.restored,
            e.TicketIssued: self._issued,
            e.TicketCalled: self._called,
            e.ServiceStarted: self._started,
            e.ServiceFinished: self._finished,
            e.NoShowMarked: self._missed,
            e.TicketParked: self._parked,
            e.TicketResumed: self._resumed,
            e.TicketTransferred: self._transferred,
            e.CallUndone: self._call_undone,
            e.FinishUndone: self._finish_undone,
            e.MoveUndone: self._move_undone,
            e.TicketReturned: self._returned,
            e.TicketCancelled: self._cancelled,
            e.CounterOpened: self.desks.opened,
            e.CounterPaused: self.desks.pause,
            e.CounterResumed: self.desks.resume,
            e.CounterClosed: self._counter_closed,
            e.CounterUndone: self._counter_undone,
        }

    def _opened(self, event: e.DayOpened) -> None:
        self.plan = event.plan
        self.desks.offset = event.plan.offset_minutes

    def _issued(self, event: e.TicketIssued) -> None:
        self._tickets[event.ticket] = ticket = Followed(
            event.service, event.arrived, event.dossiers, event.at
        )
        self._lines.enter(ticket)
        self._coming.issued(event, self.desks.hour(event.arrived))

    def _called(self, event: e.TicketCalled) -> None:
        ticket = self._tickets[event.ticket]
        self._lines.leave(ticket)
        self.seen.waited.append((event.at - ticket.since) / MINUTE)
        ticket.called, ticket.started, ticket.counter = event.at, None, event.counter
        self.desks.called(event)

    def _started(self, event: e.ServiceStarted) -> None:
        self._tickets[event.ticket].started = event.at

    def _finished(self, event: e.ServiceFinished) -> None:
        if event.outcome != LEFT_OPEN:  # else it is not known how long it took
            self._leave_desk(event, True)

    def _missed(self, event: e.NoShowMarked) -> None:
        self._leave_desk(event, False)
        self.away[event.ticket] = False
        self.seen.missed += 1

    def _parked(self, event: e.TicketParked) -> None:
        ticket = self._leave_desk(event, True)
        self.away[event.ticket] = True
        self.seen.parked[ticket.service] = self.seen.parked.get(ticket.service, 0) + 1

    def _resumed(self, event: e.TicketResumed) -> None:
        ticket = self._tickets[event.ticket]
        self.away.pop(event.ticket, None)
        self.seen.away.append((event.at - ticket.since) / MINUTE)
        self._lines.enter(ticket, event.at)

    def _transferred(self, event: e.TicketTransferred) -> None:
        ticket = self._leave_desk(event, True)
        if event.service != ticket.service:
            way = (ticket.service, event.service)
            self.seen.sent[way] = self.seen.sent.get(way, 0) + 1
        ticket.service, ticket.to_counter = event.service, event.counter
        self._lines.enter(ticket, event.at)

    def _call_undone(self, event: e.CallUndone) -> None:
        ticket = self._tickets[event.ticket]
        self.desks.left(ticket.counter, event.at)
        self.seen.waited.pop()
        self._lines.enter(ticket, ticket.since)

    def _finish_undone(self, event: e.FinishUndone) -> None:
        ticket = self._tickets[event.ticket]
        if ticket.visit is not None:
            self.seen.visits.remove(ticket.visit)
            self.seen.ended[ticket.service] -= 1
        self.desks.there[event.counter] = event.ticket

    def _move_undone(self, event: e.MoveUndone) -> None:
        ticket = self._tickets[event.ticket]
        before = self._undone.stood(event, ticket)
        if ticket.waits:
            self._lines.leave(ticket)
        if before.waits:
            self._lines.enter(before)
        self._tickets[event.ticket] = before

    def _counter_undone(self, event: e.CounterUndone) -> None:
        self.desks.undone(event)
        for id in event.tickets:
            self._lines.bind(self._tickets[id], event.counter)
        if event.state is CounterState.CLOSED:
            self._lines.release(event.counter, self._tickets.values())

    def _returned(self, event: e.TicketReturned) -> None:
        ticket = self._tickets[event.ticket]
        self.away.pop(event.ticket, None)
        self.seen.back.append((event.at - ticket.since) / MINUTE)
        self._lines.enter(ticket, event.at)

    def _cancelled(self, event: e.TicketCancelled) -> None:
        ticket = self._tickets[event.ticket]
        self._undone.forget(event.ticket)
        self.away.pop(event.ticket, None)
        if ticket.waits:
            self._lines.leave(ticket)
            for kept in (self.seen.left_after, self.seen.waited):
                kept.append((event.at - ticket.since) / MINUTE)
        elif self.desks.there.get(ticket.counter) == event.ticket:
            self.desks.left(ticket.counter, event.at)

    def _counter_closed(self, event: e.CounterClosed) -> None:
        self.desks.closed(event)
        self._lines.release(event.counter, self._tickets.values())

    def _leave_desk(self, event: Any, shown: bool) -> Followed:
        """Note a visit that has ended, one way or another."""
        ticket = self._tickets[event.ticket]
        ticket.visit = self._visit(ticket, event.at, shown)
        self.seen.visits.append(ticket.visit)
        self.seen.ended[ticket.service] = self.seen.ended.get(ticket.service, 0) + shown
        ticket.since = event.at
        self.desks.left(ticket.counter, event.at)
        return ticket

    def _visit(self, ticket: Followed, now: int, shown: bool) -> Visit:
        officer, hour = self.desks.officer(ticket.counter), self.desks.hour(ticket.called)
        return ticket.visited(now, shown, officer, hour)
