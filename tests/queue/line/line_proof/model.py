"""An independent reading of the journal: plain lists, made of events alone, slow and obvious."""

from dataclasses import dataclass, field, replace

from layso_queue.line import events as e
from layso_queue.line.plan import DayPlan
from line_proof.past import Did, note, open_again, put_back
from line_proof.people import MINUTE, Person, newcomer


@dataclass
class Model:
    """The day as its events tell it."""

    plan: DayPlan | None = None
    state: str = "not_opened"
    opened_at: int = 0
    last: int = 0
    people: dict[str, Person] = field(default_factory=dict)
    desks: dict[int, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    bookings: dict[str, e.BookingMade | e.BookingRestored] = field(default_factory=dict)
    numbers: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """Of each series the highest number that was given."""
    floors: dict[str, int] = field(default_factory=dict)
    past: dict[str, tuple[Did, ...]] = field(default_factory=dict)
    desk_past: dict[int, Did] = field(default_factory=dict)

    def copy(self) -> "Model":
        """Return the same reading, to be read on from."""
        return replace(
            self,
            people=dict(self.people),
            desks=dict(self.desks),
            bookings=dict(self.bookings),
            numbers=list(self.numbers),
            counts=dict(self.counts),
            past=dict(self.past),
            desk_past=dict(self.desk_past),
            floors=dict(self.floors),
        )

    def those(self, *states: str) -> list[Person]:
        """List the people who stand so."""
        return [one for one in self.people.values() if one.state in states]

    def beside(self, person: Person) -> list[Person]:
        """List the others who wait in the same line."""
        return [
            one
            for one in self.those("waiting")
            if one.id != person.id and (one.bound, one.service) == (person.bound, person.service)
        ]

    def eligible(self, counter: int) -> list[Person]:
        """List those whom a counter may call, the smallest key first."""
        services = self.desks[counter][1]
        found = [
            one
            for one in self.those("waiting")
            if one.bound == counter or (one.bound is None and one.service in services)
        ]
        return sorted(found, key=lambda one: (one.key, one.born))

    def passed(self, person: Person) -> set[str]:
        """Give the numbers of those who see this person go before them and may ask why."""
        return {
            one.number
            for one in self.those("waiting")
            if one.id != person.id and one.bound is None and one.service == person.service
            if (one.arrived, one.born) < (person.arrived, person.born)
            or (one.key, one.born) < (person.key, person.born)
        }

    def take(self, event: e.Event) -> None:
        """Read one more event."""
        self.last = event.at
        note(self, event)
        match event:
            case e.DayOpened():
                self.plan, self.state, self.opened_at = event.plan, "open", event.at
                self.desks = {one.number: ("closed", one.services) for one in event.plan.counters}
            case e.DayReopened():
                self.state = "open"
            case e.DayClosed():
                self.state = "closed"
            case e.CounterOpened():
                self.desks[event.counter] = ("open", event.services)
            case e.CounterPaused():
                self.desks[event.counter] = ("paused", self.desks[event.counter][1])
            case e.CounterResumed():
                self.desks[event.counter] = ("open", self.desks[event.counter][1])
            case e.CounterClosed():
                self.desks[event.counter] = ("closed", self.desks[event.counter][1])
                for one in self.those("waiting"):
                    self.enter(one)
            case e.CounterUndone():
                open_again(self, event)
            case e.BookingMade():
                self.bookings[event.code] = event
            case e.BookingMoved():
                known = self.bookings[event.code]
                self.bookings[event.code] = replace(known, service=event.service, slot=event.slot)
            case e.BookingRestored():
                self.bookings.setdefault(event.code, event)
            case e.TicketIssued():
                self._issued(event)
            case e.NumberFloorSet():
                self.floors[event.series] = event.floor
            case e.EmergencyNumberAdopted():
                self.numbers.append(event.number)
                self._set(event.ticket, number=event.number)
            case e.TicketEvent():
                self._moved(event)

    def _moved(self, event: e.TicketEvent) -> None:
        person = self.people[event.ticket]
        match event:
            case e.TicketCalled():
                passed = tuple(o.id for o in self.people.values() if o.number in event.passed)
                self._pass(passed, 1)
                self._set(person.id, state="called", at=event.counter, passed=passed)
            case e.MoveUndone():
                put_back(self, event)
            case e.PriorityConfirmed():
                self._set(person.id, confirmed=event.confirmed)
            case e.ServiceStarted():
                self._set(person.id, state="serving")
            case e.ServiceFinished():
                self._set(person.id, state="served", at=None, left=event.at)
            case e.NoShowMarked():
                self._set(person.id, state="no_show", at=None, left=event.at)
            case e.TicketParked():
                self._set(person.id, state="parked", at=None)
            case e.TicketResumed():
                self.enter(person)
            case e.TicketTransferred():
                self.enter(replace(person, service=event.service, bound=event.counter))
            case e.TicketReturned():
                self.enter(self._back(person, event.at))
            case e.TicketCancelled():
                self._set(person.id, state="cancelled", at=None)
            case e.TicketExpired():
                self._set(person.id, state="expired", at=None)

    def _back(self, person: Person, at: int) -> Person:
        assert self.plan is not None
        soon = at - person.left <= self.plan.rules.return_minutes * MINUTE
        if soon and not person.returned:
            return replace(person, returned=True)
        late = replace(person, returned=True, arrived=at, key=at, reach=0)
        return replace(late, claim=False, booked=False)

    def _issued(self, event: e.TicketIssued) -> None:
        assert self.plan is not None
        slot = self.bookings[event.booking].slot if event.booking else None
        self.people[event.ticket] = newcomer(event, self.plan.rules, slot)
        self.numbers.append(event.number)
        self.counts[event.series] = max(self.counts.get(event.series, 0), event.n)

    def enter(self, person: Person) -> None:
        """Let somebody wait, in the line of her service if her counter is closed."""
        bound = person.bound
        if bound is not None and self.desks[bound][0] == "closed":
            bound = None
        self.people[person.id] = replace(person, state="waiting", at=None, bound=bound)

    def _pass(self, tickets: tuple[str, ...], by: int) -> None:
        for one in tickets:
            self._set(one, passed_by=self.people[one].passed_by + by)

    def _set(self, ticket: str, **changed: object) -> None:
        self.people[ticket] = replace(self.people[ticket], **changed)  # type: ignore[arg-type]
