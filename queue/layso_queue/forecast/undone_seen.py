"""What a journal shows of moves that were taken back: nothing; what they had shown is forgotten."""

from dataclasses import replace

from layso_queue.forecast.desks_seen import DesksSeen
from layso_queue.forecast.followed import Followed
from layso_queue.forecast.seen import Seen
from layso_queue.line import events as e
from layso_queue.line.order import MINUTE
from layso_queue.line.states import AT_COUNTER, TicketState, Undoable

_NOTED = (
    e.TicketCalled,
    e.ServiceStarted,
    e.NoShowMarked,
    e.ServiceFinished,
    e.TicketParked,
    e.TicketResumed,
    e.TicketTransferred,
    e.TicketReturned,
    e.PriorityConfirmed,
)


class UndoneSeen:
    """Remembers how each ticket was followed before each of its moves."""

    def __init__(self, seen: Seen, desks: DesksSeen, away: dict[str, bool]) -> None:
        """Forget out of `seen`, `desks` and `away`, which others fill."""
        self._seen, self._desks, self._away = seen, desks, away
        self._before: dict[str, list[tuple[str, Followed]]] = {}

    def note(self, event: e.Event, ticket: Followed | None) -> None:
        """Remember the ticket as it stands before a move; what one order did is one move."""
        if ticket is None or not isinstance(event, _NOTED):
            return
        kept = self._before.setdefault(event.ticket, [])
        if not kept or kept[-1][0] != event.command:
            kept.append((event.command, replace(ticket)))

    def forget(self, id: str) -> None:
        """Remember nothing more of a ticket."""
        self._before.pop(id, None)

    def stood(self, event: e.MoveUndone, now: Followed) -> Followed:
        """Forget what the move had shown; return the ticket as it was followed before it."""
        _, before = self._before[event.ticket].pop()
        self._forget(event, before, now)
        if event.state is TicketState.PARKED or event.state is TicketState.NO_SHOW:
            self._away[event.ticket] = event.state is TicketState.PARKED
        else:
            self._away.pop(event.ticket, None)
        if event.state in AT_COUNTER and event.counter is not None:
            self._desks.there[event.counter] = event.ticket
        elif self._desks.there.get(now.counter) == event.ticket:
            self._desks.left(now.counter, event.at)
        return before

    def _forget(self, event: e.MoveUndone, before: Followed, now: Followed) -> None:
        seen, what = self._seen, event.what
        if what is Undoable.CALL:
            _drop(seen.waited, (now.called - before.since) / MINUTE)
        elif what is Undoable.RESUME:
            _drop(seen.away, (now.since - before.since) / MINUTE)
        elif what is Undoable.RETURN:
            _drop(seen.back, (now.since - before.since) / MINUTE)
        elif now.visit is not None and now.visit is not before.visit:
            seen.visits.remove(now.visit)
            seen.ended[before.service] -= now.visit.shown
            if what is Undoable.NO_SHOW:
                seen.missed -= 1
            elif what is Undoable.PARK:
                seen.parked[before.service] -= 1
            elif what is Undoable.TRANSFER and now.service != before.service:
                seen.sent[before.service, now.service] -= 1


def _drop(values: list[float], value: float) -> None:
    """Take the last one of these out; it may have been followed by others."""
    del values[len(values) - 1 - values[::-1].index(value)]
