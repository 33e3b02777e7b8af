"""The line's invariants as they show in one event and in the day beside it.

Each check takes the reading as it was before the event, or after it, and yields the faults that
it sees: the invariant's number in the design, and why.
"""

from collections.abc import Iterable, Iterator

from bench.reliability.days.reading import Person, Reading
from layso_queue.line import ServiceDay
from layso_queue.line import events as e
from layso_queue.line.plan import STRICT, Rules
from layso_queue.line.states import LEFT_AT_CLOSING, Reason

CHART = {
    e.TicketCalled: ("waiting",),
    e.TicketRecalled: ("called",),
    e.NoShowMarked: ("called",),
    e.ServiceStarted: ("called",),
    e.ServiceFinished: ("serving",),
    e.TicketParked: ("serving",),
    e.TicketResumed: ("parked",),
    e.TicketTransferred: ("serving",),
    e.TicketReturned: ("no_show",),
    e.TicketCancelled: ("waiting", "called", "parked", "no_show"),
    e.TicketExpired: ("waiting", "called", "parked", "no_show"),
}


Fault = tuple[int, str]

LEFT_AT_CLOSING_BY_DESIGN = frozenset(LEFT_AT_CLOSING)
"""As the design has it, whatever a trial does to the line's own later."""


class Broken(AssertionError):
    """Invariants do not hold; `which` are their numbers, `why` what was seen first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Say which and why."""
        told = list(faults)
        super().__init__("; ".join(f"invariant {which}: {why}" for which, why in told))
        self.which = frozenset(which for which, _ in told)
        self.why = told[0][1]


def hold(*faults: Iterable[Fault]) -> None:
    """Raise Broken if there is a fault."""
    found = [fault for one in faults for fault in one]
    if found:
        raise Broken(found)


def unless(holds: bool, which: int, why: str) -> Iterator[Fault]:
    """Yield a fault unless it holds."""
    if not holds:
        yield which, why


def before(reading: Reading, event: e.Event) -> Iterator[Fault]:
    """Look at an event against what was read before it."""
    yield from unless(event.at >= reading.last, 10, "the journal's time went back")
    if isinstance(event, e.TicketIssued):
        yield from _issued(reading, event)
    elif isinstance(event, e.TicketEvent):
        yield from _moved(reading, event, reading.people[event.ticket])
    elif isinstance(event, e.DayClosed):
        left = sum(reading.tally[state.value] for state in LEFT_AT_CLOSING_BY_DESIGN)
        yield from unless(left == 0, 7, "left standing at closing")


def after(reading: Reading, day: ServiceDay, event: e.Event) -> Iterator[Fault]:
    """Look at the day itself after an event."""
    yield from unless(day.seq == event.seq, 9, "the day counts another sequence")
    if not isinstance(event, e.TicketEvent):
        return
    person, ticket = reading.people[event.ticket], day.tickets[event.ticket]
    if ticket.state.value != person.state:
        yield 7, f"{person.number} stands elsewhere"
    issued = sum(day.tally.values())
    yield from unless(issued == len(reading.people), 7, "issued is not the sum of all states")
    same = (ticket.key, ticket.arrived) == (person.key, person.arrived)
    yield from unless(same, 10, "a new key")
    counter = getattr(event, "counter", None)
    if counter is not None and day.counters[counter].ticket != reading.desks[counter].ticket:
        yield 2, f"somebody else at counter {counter}"


def at_rest(reading: Reading, day: ServiceDay) -> Iterator[Fault]:
    """Look at the day once everything of one moment has happened."""
    for number, desk in reading.desks.items():
        if desk.state == "open" and desk.ticket is None and reading.first(number) is not None:
            yield 6, f"counter {number} idle while somebody waits"
    for code, line in reading.lines.items():
        if list(day.by_service[code]) != line:
            yield 10, f"the order for {code} is another one"
    tally = {state.value: n for state, n in day.tally.items() if n}
    yield from unless(tally == {s: n for s, n in reading.tally.items() if n}, 7, "miscounted")


def _issued(reading: Reading, event: e.TicketIssued) -> Iterator[Fault]:
    number = event.number
    yield from unless(number not in reading.numbers, 1, f"{number} was given twice")
    yield from unless(event.n == reading.counts[event.series] + 1, 1, f"a gap before {number}")
    written = f"{event.series}{event.n:03d}"
    yield from unless(number == written, 1, f"{number} is written wrongly")
    known = event.ticket in reading.people
    yield from unless(not known, 11, "a second number for the same person")
    yield from unless(event.arrived == event.at, 10, "came at another time than now")


def _moved(reading: Reading, event: e.TicketEvent, person: Person) -> Iterator[Fault]:
    if person.state not in CHART[type(event)]:
        yield 8, f"{type(event).__name__} from {person.state}"
    counter = getattr(event, "counter", None)
    if isinstance(event, e.TicketCalled):
        desk = reading.desks[event.counter]
        if desk.ticket is not None or desk.state != "open":
            yield 2, f"counter {event.counter} has somebody already, or is not open"
        yield from _called(reading, event, person)
    elif counter is not None and not isinstance(event, e.TicketTransferred):
        yield from unless(person.at == counter, 2, f"{person.number} is at another counter")


def _called(reading: Reading, event: e.TicketCalled, person: Person) -> Iterator[Fault]:
    rules = reading.opened.rules
    others = [one for one in reading.waiting(person.service) if one is not person]
    passed = [one for one in others if _before(one, person)]
    told = set(event.passed) == {one.number for one in passed}
    yield from unless(told, 3, "passed others unrecorded")
    if event.reason is Reason.PICKED:
        yield from unless(bool(event.detail.strip()), 3, "picked by hand without a reason")
        return
    first = reading.first(event.counter)
    due = bool(rules.passed_limit) and person.passed_by >= rules.passed_limit
    if first is not person:
        yield 3, f"{person.number} before {first.number if first else 'nobody'}"
    yield from unless((event.reason is Reason.DUE) == due, 3, "due, and not said")
    if not due:
        yield from _reach(person, passed)
        yield from _extremes(rules, person, others)


def _before(one: Person, called: Person) -> bool:
    came = (one.arrived, one.born) < (called.arrived, called.born)
    return came or (one.key, one.born) < (called.key, called.born)


def _reach(called: Person, passed: Iterable[Person]) -> Iterator[Fault]:
    for other in passed:
        if other.born < called.born and other.arrived + called.reach <= called.arrived:
            yield 4, f"{called.number} came too late to pass {other.number}"


def _extremes(rules: Rules, called: Person, others: Iterable[Person]) -> Iterator[Fault]:
    minutes = {one.minutes for one in rules.head_starts}
    for other in others:
        if called.booked or other.booked:
            continue
        first = (other.arrived, other.born) < (called.arrived, called.born)
        if minutes == {0} and first:
            yield 5, f"{called.number} before {other.number}, who came first"
        if minutes == {STRICT} and other.claim and not called.claim:
            yield 5, "no privilege before privilege"
        if minutes == {STRICT} and first and other.claim == called.claim:
            yield 5, "not by arrival within a class"
