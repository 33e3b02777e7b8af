"""A second reading of the journal, quick enough for thousands of days, made of events alone."""

from bisect import bisect_left, insort
from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import dataclass, field

from layso_queue.line import events as e
from layso_queue.line.order import MINUTE
from layso_queue.line.plan import DayPlan
from layso_queue.line.states import Priority


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody with a ticket; `reach` is the most (ms) by which she may have come later."""

    id: str
    number: str
    service: str
    born: int
    arrived: int
    key: int
    reach: int
    claim: bool
    booked: bool
    state: str = "waiting"
    at: int | None = None
    passed_by: int = 0
    left: int = 0
    returned: bool = False

    @property
    def place(self) -> tuple[int, int, str]:
        """Return what orders her."""
        return (self.key, self.born, self.id)


@dataclass(slots=True, kw_only=True)
class Desk:
    """A counter as the journal tells of it."""

    services: tuple[str, ...]
    state: str = "closed"
    ticket: str | None = None


@dataclass(slots=True)
class Reading:
    """The day as its events tell it."""

    plan: DayPlan | None = None
    last: int = 0
    people: dict[str, Person] = field(default_factory=dict)
    desks: dict[int, Desk] = field(default_factory=dict)
    slots: dict[str, int] = field(default_factory=dict)
    counts: Tally[str] = field(default_factory=Tally)
    numbers: dict[str, str] = field(default_factory=dict)
    lines: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    tally: Tally[str] = field(default_factory=Tally)

    @property
    def opened(self) -> DayPlan:
        """Return the plan of a day that is open."""
        assert self.plan is not None
        return self.plan

    def waiting(self, service: str) -> Iterator[Person]:
        """Go through those who wait for a service, the smallest key first."""
        return (self.people[place[2]] for place in self.lines[service])

    def first(self, counter: int) -> Person | None:
        """Return the smallest key that a counter may call, or the first who is due."""
        lines = [self.lines[code] for code in self.desks[counter].services]
        limit = self.opened.rules.passed_limit
        if limit:
            due = [p for line in lines for p in line if self.people[p[2]].passed_by >= limit]
            if due:
                return self.people[min(due)[2]]
        firsts = [line[0] for line in lines if line]
        return self.people[min(firsts)[2]] if firsts else None

    def take(self, event: e.Event) -> None:
        """Read one more event."""
        self.last = event.at
        match event:
            case e.DayOpened():
                self.plan = event.plan
                self.desks = {c.number: Desk(services=c.services) for c in event.plan.counters}
                self.lines = {service.code: [] for service in event.plan.services}
            case e.BookingMade():
                self.slots[event.code] = event.slot
            case e.CounterOpened():
                self.desks[event.counter].state = "open"
                self.desks[event.counter].services = event.services
            case e.CounterPaused():
                self.desks[event.counter].state = "paused"
            case e.CounterResumed():
                self.desks[event.counter].state = "open"
            case e.CounterClosed():
                self.desks[event.counter].state = "closed"
            case e.TicketIssued():
                self._issued(event)
            case e.TicketEvent():
                self._moved(event, self.people[event.ticket])

    def _moved(self, event: e.TicketEvent, person: Person) -> None:
        match event:
            case e.TicketCalled():
                for number in event.passed:
                    self.people[self.numbers[number]].passed_by += 1
                self._go(person, "called", event.counter)
            case e.ServiceStarted():
                self._go(person, "serving", person.at)
            case e.ServiceFinished():
                self._go(person, "served")
            case e.NoShowMarked():
                person.left = event.at
                self._go(person, "no_show")
            case e.TicketParked():
                self._go(person, "parked")
            case e.TicketResumed():
                self._go(person, "waiting")
            case e.TicketTransferred():
                self._go(person, "moving")
                person.service = event.service
                self._go(person, "waiting")
            case e.TicketReturned():
                self._back(person, event.at)
                self._go(person, "waiting")
            case e.TicketCancelled():
                self._go(person, "cancelled")
            case e.TicketExpired():
                self._go(person, "expired")

    def _go(self, person: Person, to: str, at: int | None = None) -> None:
        if person.state == "waiting":
            line = self.lines[person.service]
            del line[bisect_left(line, person.place)]
        if person.at is not None:
            self.desks[person.at].ticket = None
        self.tally[person.state] -= 1
        person.state, person.at = to, at
        self.tally[to] += 1
        if at is not None:
            self.desks[at].ticket = person.id
        if to == "waiting":
            insort(self.lines[person.service], person.place)

    def _back(self, person: Person, at: int) -> None:
        soon = at - person.left <= self.opened.rules.return_minutes * MINUTE
        if not soon or person.returned:
            person.arrived = person.key = at
            person.reach, person.claim, person.booked = 0, False, False
        person.returned = True

    def _issued(self, event: e.TicketIssued) -> None:
        rules = self.opened.rules
        heads = {one.priority: one.minutes for one in reversed(rules.head_starts)}
        reach = 0 if event.priority is Priority.NONE else heads.get(event.priority, 0) * MINUTE
        key = event.at - reach
        if event.booking is not None:
            slot = self.slots[event.booking]
            if -rules.booking_early <= (event.at - slot) / MINUTE <= rules.booking_late:
                key = min(key, slot - rules.booking_head_start * MINUTE)
                reach = max(reach, (rules.booking_late + rules.booking_head_start) * MINUTE)
        person = Person(
            id=event.ticket,
            number=event.number,
            service=event.service,
            born=event.seq,
            arrived=event.at,
            key=key,
            reach=reach,
            claim=event.priority is not Priority.NONE,
            booked=event.booking is not None,
        )
        self.people[person.id] = person
        self.numbers[event.number] = person.id
        self.counts[event.series] += 1
        self.tally["waiting"] += 1
        insort(self.lines[person.service], person.place)
