"""What the center remembers of a day beside the line: recent calls, paper faults, who opened it."""

from collections import deque
from dataclasses import dataclass, field

from layso_queue.center.alerts import PAPER_LOW, PRINTER_SUSPECT
from layso_queue.line import ServiceDay
from layso_queue.line import events as e
from layso_queue.line.events.undoing import takes_back
from layso_queue.line.states import Paper, Undoable

RECENT_CALLS = 12
"""How many calls a board is told of."""

TOLD_BY_PRINTERS = (PAPER_LOW, PRINTER_SUSPECT)
"""Words in the detail of a slip's report by which a kiosk says that somebody should go there."""

CLOCK = "clock"
"""The actor of what the center does by its hours."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call or recall, as boards show it; `seq` is its journal entry."""

    seq: int
    ticket: str
    number: str
    service: str
    counter: int
    at: int
    calls: int
    reason: str


@dataclass(slots=True)
class Board:
    """Derived from the journal like the day itself, so a replay rebuilds it."""

    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=RECENT_CALLS))
    paper_faults: dict[str, int] = field(default_factory=dict)
    printers: dict[tuple[str, str], int] = field(default_factory=dict)
    """(where, a word of TOLD_BY_PRINTERS) and since when (ms) it is so."""
    by_hand: bool = False
    expired: int = 0
    """How many people lost their number while they waited, or were sent to fetch something."""
    expired_at: int = 0

    def take(self, event: e.Event, day: ServiceDay) -> None:
        """Remember what the event, already applied to `day`, means for people who look."""
        match event:
            case e.TicketCalled() | e.TicketRecalled():
                ticket = day.tickets[event.ticket]
                self.calls.appendleft(
                    Call(
                        event.seq,
                        ticket.id,
                        ticket.number,
                        ticket.service,
                        event.counter,
                        event.at,
                        ticket.calls,
                        ticket.reason or "",
                    )
                )
            case e.CallUndone() | e.MoveUndone() if takes_back(event, Undoable.CALL):
                self._drop(event.ticket)
            case e.TicketCancelled():
                self._drop(event.ticket)  # given up, or never anybody's: nobody is to come
            case e.TicketExpired():
                one = day.tickets[event.ticket]
                # Called and not come is another matter: she was not there to be served.
                if one.called_at is None or one.started_at is not None:
                    self.expired, self.expired_at = self.expired + 1, event.at
            case e.PaperRecorded():
                if event.outcome is Paper.PRINTED:
                    self.paper_faults.pop(event.actor, None)
                else:
                    self.paper_faults.setdefault(event.actor, event.at)
                self._hear(event)
            case e.DayOpened() | e.DayReopened() | e.DayClosed():
                self.by_hand = event.actor != CLOCK
            case _:
                pass

    def _drop(self, ticket: str) -> None:
        kept = [call for call in self.calls if call.ticket != ticket]
        self.calls = deque(kept, maxlen=RECENT_CALLS)

    def _hear(self, event: e.PaperRecorded) -> None:
        """Note what a printer says beside the slip; only a slip that came out can take it back."""
        said = event.detail.split()
        for word in TOLD_BY_PRINTERS:
            if word in said:
                self.printers.setdefault((event.actor, word), event.at)
            elif event.outcome is Paper.PRINTED:
                self.printers.pop((event.actor, word), None)
