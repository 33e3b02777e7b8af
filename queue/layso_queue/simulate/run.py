"""Play a day: things happen in virtual time, and the real line decides what follows from them.

Staff are tireless: an open counter that is free calls at once when somebody waits whom it serves,
and of several free ones the longest free does.
"""

from functools import partial
from itertools import count

import numpy as np

from layso_queue.line import Refused, ServiceDay, apply, commands, decide, events, view
from layso_queue.line.order import MINUTE
from layso_queue.line.states import CounterState
from layso_queue.simulate.agenda import Agenda
from layso_queue.simulate.description import Description, Desk
from layso_queue.simulate.opening import midnight_of, plan_of
from layso_queue.simulate.people import Booked, Person, booked, walk_ins
from layso_queue.simulate.visits import DayRun, visits


class LineRefused(RuntimeError):
    """The line refused what the simulator is sure it may do: our own fault."""


def simulate(description: Description, seed: int) -> DayRun:
    """Play the described day. Equal descriptions and seeds give equal events."""
    random = np.random.default_rng(seed)
    return _Playing(description, walk_ins(description, random), booked(description, random)).run()


class _Playing:
    def __init__(self, description: Description, people: list[Person], kept: list[Booked]) -> None:
        self.description = description
        self.bookings = kept
        self.people = {person.id: person for person in people}
        self.people |= {one.person.id: one.person for one in kept if one.person is not None}
        self.midnight = midnight_of(description)
        self.agenda = Agenda(self.midnight, description.opens)
        self.day = ServiceDay.before(0)
        self.events: list[events.Event] = []
        self.turned_away = 0
        self.free_since = {desk.number: 0 for desk in description.desks}
        self._ids = count(1)

    def run(self) -> DayRun:
        """Play from the opening until everybody is served, then close."""
        self._do(commands.OpenDay, plan=plan_of(self.description))
        for one in self.bookings:
            slot = self.midnight + one.slot
            self._do(commands.MakeBooking, code=one.code, service=one.service, slot=slot)
        for desk in self.description.desks:
            self._enter_hours(desk)
        for person in self.people.values():
            self.agenda.at(person.arrives, partial(self._arrive, person))
        self.agenda.run()
        for desk in self.description.desks:
            self._do(commands.CloseCounter, counter=desk.number)
        self._do(commands.CloseDay)
        return DayRun(
            events=tuple(self.events),
            day=self.day,
            visits=visits(self.events),
            turned_away=self.turned_away,
        )

    def _enter_hours(self, desk: Desk) -> None:
        for i, (start, end) in enumerate(desk.hours):
            begin = self._open if i == 0 else self._resume
            self.agenda.at(round(start * MINUTE), partial(begin, desk.number))
            if end < self.description.last_end:
                self.agenda.at(round(end * MINUTE), partial(self._pause, desk.number))

    def _open(self, number: int) -> None:
        self._do(commands.OpenCounter, counter=number)
        self._free(number)

    def _resume(self, number: int) -> None:
        self._do(commands.ResumeCounter, counter=number)
        if self.day.counters[number].ticket is None:
            self._free(number)

    def _pause(self, number: int) -> None:
        self._do(commands.PauseCounter, counter=number, reason="pause")

    def _arrive(self, person: Person) -> None:
        if person.booking is None:
            order = partial(self._try, commands.IssueTicket, priority=person.priority)
            refused = order(ticket=person.id, service=person.service)
        else:
            refused = self._try(commands.CheckIn, ticket=person.id, code=person.booking)
        if refused is not None:
            self.turned_away += 1
            return
        idle = [
            (self.free_since[counter.number], counter.number)
            for counter in self.day.counters.values()
            if counter.state is CounterState.OPEN
            and counter.ticket is None
            and person.service in counter.services
        ]
        if idle:
            self._call_next(min(idle)[1])

    def _free(self, number: int) -> None:
        """Let a counter that has become free call, if it is open and somebody waits."""
        self.free_since[number] = self.agenda.now
        counter = self.day.counters[number]
        if counter.state is CounterState.OPEN and view.waiting_for(self.day, counter):
            self._call_next(number)

    def _call_next(self, number: int) -> None:
        self._do(commands.CallNext, counter=number)
        person = self.people[self.day.counters[number].ticket or ""]
        if self.description.rules.start_at_call:
            self.agenda.after(person.takes, partial(self._finish, person, number))
        elif person.shows:
            walk = round(self.description.walk * MINUTE)
            self.agenda.after(walk, partial(self._start, person, number))
        else:
            pause = round(self.description.recall * MINUTE)
            self.agenda.after(pause, partial(self._miss, person, number))

    def _start(self, person: Person, number: int) -> None:
        self._do(commands.StartService, ticket=person.id)
        self.agenda.after(person.takes, partial(self._finish, person, number))

    def _finish(self, person: Person, number: int) -> None:
        self._do(commands.FinishService, ticket=person.id)
        self._free(number)

    def _miss(self, person: Person, number: int) -> None:
        if self.day.tickets[person.id].calls < self.description.rules.calls_before_no_show:
            self._do(commands.Recall, ticket=person.id)
            pause = round(self.description.recall * MINUTE)
            self.agenda.after(pause, partial(self._miss, person, number))
            return
        self._do(commands.MarkNoShow, ticket=person.id)
        self._free(number)

    def _do(self, kind: type[commands.Command], **values: object) -> None:
        refused = self._try(kind, **values)
        if refused is not None:
            raise LineRefused(f"{kind.__name__}: {refused.why} {refused.about}")

    def _try(self, kind: type[commands.Command], **values: object) -> Refused | None:
        command = kind(id=f"command-{next(self._ids)}", actor="simulator", **values)
        found = decide(self.day, command, self.agenda.now)
        if isinstance(found, Refused):
            return found
        for event in found:
            apply(self.day, event)
        self.events += found
        return None
