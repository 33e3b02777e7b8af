"""What one commit keeps of the events decided in it: entries, and projections for reports."""

import orjson

from layso_queue.center.desk import Desk
from layso_queue.center.show.ticket import ShowTicket
from layso_queue.center.storage import Batch
from layso_queue.line import events as e
from layso_queue.line import to_record


class Rows:
    """Gathers the rows of one commit while its commands are decided."""

    def __init__(self, show: ShowTicket) -> None:
        """Begin empty."""
        self.batch = Batch()
        self.touched: set[str] = set()
        self._show = show
        self._commands: set[str] = set()
        self._to_keep: set[str] = set()

    def add(self, event: e.Event, desk: Desk) -> None:
        """Add an event that `desk` has just taken."""
        record = to_record(event)
        kind = type(event).__name__
        line = orjson.dumps(record, option=orjson.OPT_SORT_KEYS)
        batch, date = self.batch, desk.date
        batch.entries.append((event.seq, date, kind, event.at, event.command, event.actor, line))
        if event.command not in self._commands:
            self._commands.add(event.command)
            done = desk.day.done[event.command]
            batch.commands.append((event.command, date, done.ticket, done.counter))
        for ticket in _about(event, desk):
            self.touched.add(ticket)
            self._to_keep.add(ticket)
        match event:
            case e.TicketCalled() | e.TicketRecalled():
                batch.calls.append((event.seq, date, event.ticket, event.counter, event.at))
            case e.DayOpened():
                batch.opened.append((date, event.seq, event.at, None))
            case e.DayClosed():
                batch.closed.append((event.at, date))
            case e.DayReopened():
                batch.closed.append((None, date))
            case _:
                pass

    def finished(self, desk: Desk) -> Batch:
        """Add each touched ticket as it stands now, and return all."""
        self.keep_tickets(desk)
        return self.batch

    def keep_tickets(self, desk: Desk) -> None:
        """Add the tickets touched so far; needed before a new day takes the old one's place."""
        for id in self._to_keep:
            ticket = desk.day.tickets[id]
            self.batch.tickets.append(
                (
                    ticket.id,
                    desk.date,
                    ticket.series,
                    ticket.n,
                    ticket.service,
                    ticket.state.value,
                    ticket.channel.value,
                    ticket.priority.value,
                    ticket.issued_at,
                    ticket.counter,
                    orjson.dumps(self._show(ticket)),
                )
            )
        self._to_keep.clear()


def _about(event: e.Event, desk: Desk) -> tuple[str, ...]:
    """Return whom an event, just taken, moves: a counter that closes gives back who was bound."""
    if isinstance(event, e.CounterClosed):
        last = desk.day.counters[event.counter].last
        return () if last is None else last.released
    if isinstance(event, e.CounterUndone):
        return event.tickets
    ticket: str | None = getattr(event, "ticket", None)
    return () if ticket is None else (ticket,)
