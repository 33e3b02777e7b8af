"""What one day's journal teaches: arrivals by half hour, visit lengths, when counters were open."""

from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass, field

from layso_queue.forecast.demand import SLOTS
from layso_queue.line import events as e
from layso_queue.line.order import MINUTE
from layso_queue.line.states import LEFT_OPEN, Priority, Undoable

DAY = 24 * 60

LONGEST = 240.0
"""Minutes: a visit that was never finished by hand teaches nothing."""


@dataclass(slots=True)
class Facts:
    """One service day. `counts` and `lengths` (minutes) are by service.

    `hours` are the first opening and last closing of each counter, in minutes after midnight;
    `booked` are appointments kept for the day, `came` those checked in.
    """

    date: str
    people: int = 0
    missed: int = 0
    booked: int = 0
    came: int = 0
    counts: dict[str, list[int]] = field(default_factory=dict)
    lengths: dict[str, list[float]] = field(default_factory=dict)
    claims: Tally[Priority] = field(default_factory=Tally)
    hours: dict[int, tuple[float, float]] = field(default_factory=dict)


def facts_of(date: str, events: Sequence[e.Event]) -> Facts:
    """Read a day's events; people with an appointment are counted apart from walk-ins."""
    facts = Facts(date)
    services: dict[str, str] = {}
    started: dict[str, int] = {}
    spent: dict[str, float] = {}
    ended: dict[int, tuple[int, float, float | None]] = {}
    missed: set[str] = set()
    elsewhere: set[str] = set()
    offset = 0
    theirs = {one.ticket for one in events if isinstance(one, e.BookingRestored)}
    made = {one.code for one in events if isinstance(one, e.BookingMade)}
    for event in events:
        match event:
            case e.DayOpened():
                offset = event.plan.offset_minutes
            case e.BookingMade():
                facts.booked += 1
            case e.BookingMoved():
                away = _day(event.slot, offset) != _day(event.at, offset)
                facts.booked += (event.code in elsewhere) - away
                (elsewhere.add if away else elsewhere.discard)(event.code)
            case e.BookingCancelled():
                facts.booked -= event.code not in elsewhere
            case e.BookingRestored():
                facts.booked += event.code in elsewhere or event.code not in made
            case e.TicketIssued():
                services[event.ticket] = event.service
                booked = event.booking is not None or event.ticket in theirs
                _came(facts, event, _minute(event.arrived, offset), booked)
            case e.ServiceStarted():
                started[event.ticket] = event.at
            case e.TicketParked() if event.ticket in started:
                ended[event.seq] = started[event.ticket], spent.get(event.ticket, 0.0), None
                spent[event.ticket] = spent.get(event.ticket, 0.0) + _since(started, event)
            case e.ServiceFinished() if event.outcome == LEFT_OPEN:
                started.pop(event.ticket, None)  # how long it took is not known
            case e.ServiceFinished() | e.TicketTransferred() if event.ticket in started:
                before = started[event.ticket], spent.get(event.ticket, 0.0)
                took = spent.pop(event.ticket, 0.0) + _since(started, event)
                if 0 < took < LONGEST:
                    facts.lengths.setdefault(services[event.ticket], []).append(took)
                ended[event.seq] = *before, took
                if isinstance(event, e.TicketTransferred):
                    services[event.ticket] = event.service
            case e.MoveUndone() if event.undone in ended:
                at, before_that, took_then = ended.pop(event.undone)
                started[event.ticket], spent[event.ticket] = at, before_that
                services[event.ticket] = event.service
                known = facts.lengths.get(event.service, [])
                if took_then in known:
                    known.remove(took_then)
            case e.MoveUndone():
                if event.what in (Undoable.START, Undoable.CALL):
                    started.pop(event.ticket, None)
                if event.what is Undoable.NO_SHOW:
                    missed.discard(event.ticket)
            case e.NoShowMarked():
                missed.add(event.ticket)
            case e.CounterOpened():
                minute = _minute(event.at, offset)
                first, _ = facts.hours.get(event.counter, (minute, DAY))
                facts.hours[event.counter] = (first, DAY)
            case e.CounterClosed():
                first, _ = facts.hours.get(event.counter, (0, 0))
                facts.hours[event.counter] = (first, _minute(event.at, offset))
            case _:
                pass
    facts.missed = len(missed)
    return facts


def _came(facts: Facts, event: e.TicketIssued, minute: float, booked: bool) -> None:
    if booked:
        facts.came += 1
        return
    facts.people += 1
    if event.priority is not Priority.NONE:
        facts.claims[event.priority] += 1
    slot = int(minute * SLOTS // DAY)
    facts.counts.setdefault(event.service, [0] * SLOTS)[slot] += 1


def _since(started: dict[str, int], event: e.TicketEvent) -> float:
    return (event.at - started.pop(event.ticket)) / MINUTE


def _minute(at: int, offset: int) -> float:
    return (at / MINUTE + offset) % DAY


def _day(at: int, offset: int) -> int:
    return int((at / MINUTE + offset) // DAY)
