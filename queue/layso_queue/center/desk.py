"""The center's memory: the line's day and the board, both made of journal entries alone."""

from collections.abc import Iterable

import orjson

from layso_queue.center.board import Board
from layso_queue.center.storage import DatabaseDamaged, Entry, Store, first_broken
from layso_queue.center.told import Wait, WaitsOfNewcomers, WaitsOfTickets, head_of
from layso_queue.line import Refused, ServiceDay, Ticket, apply, decide, from_record
from layso_queue.line.commands import Command, OpenDay
from layso_queue.line.events import Event
from layso_queue.line.record import RecordUnreadable
from layso_queue.line.states import DayState
from layso_queue.line.view import open_counters


class Desk:
    """The open service day in memory. Only the writer's thread touches it."""

    def __init__(self, day: ServiceDay) -> None:
        """Begin with a day as it stands after some journal entry."""
        self.day = day
        self.board = Board()
        self.waits: WaitsOfTickets = {}
        self.waits_for_newcomer: WaitsOfNewcomers = {}

    @property
    def date(self) -> str:
        """The service day's local date, "YYYY-MM-DD"; empty before the first one ever."""
        return self.day.last_date

    def decide(self, command: Command, now: int) -> list[Event] | Refused:
        """Ask the line; a new date begins on an empty day, whose numbers start again."""
        day = self.day
        if (
            isinstance(command, OpenDay)
            and day.state is DayState.CLOSED
            and command.plan.date != day.last_date
            and command.id not in day.done
        ):
            fresh = ServiceDay.before(day.seq, day.last_date)
            decided = decide(fresh, command, max(now, day.now))
            if isinstance(decided, list):
                self.day, self.board = fresh, Board()
                self.waits, self.waits_for_newcomer = {}, {}
            return decided
        return decide(day, command, now)

    def wait_of(self, ticket: Ticket) -> Wait | None:
        """Return the minutes that a waiting ticket still has, if they are known.

        A ticket that came after the last estimate waits as that foresaw for a newcomer with its
        own key; where none has quite this key, with the next later one.
        """
        known = self.waits.get(ticket.id)
        if known is not None or ticket.back is not None:
            return known
        head = head_of(self.waits_for_newcomer, ticket.service, ticket.arrived - ticket.key)
        foreseen = None if head is None else self.waits_for_newcomer[ticket.service, head]
        # "Now" is said only while a counter is free: the estimate may be older than its last call.
        if foreseen is not None and foreseen.is_now and not self._is_free(ticket.service):
            return None
        return foreseen

    def _is_free(self, service: str) -> bool:
        counters = self.day.counters
        return any(counters[n].ticket is None for n in open_counters(self.day, service))

    def take(self, event: Event) -> None:
        """Change memory by one fact."""
        self.day = apply(self.day, event)
        self.board.take(event, self.day)


def replay(store: Store) -> Desk:
    """Rebuild memory from the newest service day's entries, checking their chain.

    Raises DatabaseDamaged naming the first entry that is not what was written.
    """
    days = store.newest_days()
    if not days:
        return Desk(ServiceDay.before(store.last_seq()))
    first = days[0][1]
    desk = Desk(ServiceDay.before(first - 1, days[1][0] if len(days) > 1 else ""))
    entries = list(store.entries_from(first))
    broken = first_broken(entries, first - 1, store.hash_before(first))
    if broken is not None:
        raise DatabaseDamaged(f"journal entry {broken.seq}: {broken.how}")
    for event in _events(entries):
        desk.take(event)
    return desk


def _events(entries: Iterable[Entry]) -> Iterable[Event]:
    for entry in entries:
        try:
            yield from_record(orjson.loads(entry.record))
        except (RecordUnreadable, orjson.JSONDecodeError) as error:
            raise DatabaseDamaged(f"journal entry {entry.seq}: {error}") from error
