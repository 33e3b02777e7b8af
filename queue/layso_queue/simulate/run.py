"""Play a day: things happen in virtual time, and the real line decides what follows from them."""

from functools import partial

import numpy as np

from layso_queue.line import commands, decide
from layso_queue.line.order import MINUTE
from layso_queue.line.states import TicketState
from layso_queue.simulate.description import Description
from layso_queue.simulate.desks import Desks
from layso_queue.simulate.effects import around_one, stream
from layso_queue.simulate.opening import plan_of
from layso_queue.simulate.people import Person, booked, walk_ins
from layso_queue.simulate.stage import Decide, Observer, Stage
from layso_queue.simulate.visits import DayRun, visits


def simulate(
    description: Description,
    seed: int,
    on_event: Observer | None = None,
    decide: Decide = decide,
) -> DayRun:
    """Play the described day. Equal descriptions and seeds (0 and up) give equal events.

    `on_event(day, event)` is called after each applied event with the living day, which it must
    leave as it is. `decide` is the line's own unless a trial listens in.
    """
    return _Playing(description, seed, on_event, decide).run()


class _Playing:
    def __init__(
        self, description: Description, seed: int, on_event: Observer | None, decide: Decide
    ) -> None:
        self.description = description
        random = np.random.default_rng(seed)
        people = walk_ins(description, random, seed)
        self.bookings = booked(description, random, seed)
        people += [one.person for one in self.bookings if one.person is not None]
        self.people = {person.id: person for person in people}
        effect = stream(seed, "day")
        self.of_day = {
            service.code: around_one(effect, description.effects.day_cv)
            for service in description.services
        }
        self.pace = {desk.number: desk.pace for desk in description.desks}
        self.begun = dict.fromkeys(self.people, 0)
        self.back: set[str] = set()
        self.turned_away = 0
        self.stage = Stage(description, on_event, decide)
        self.desks = Desks(self.stage, description, seed, self._call_next)

    def run(self) -> DayRun:
        """Play from the opening until everybody is served, then close."""
        stage = self.stage
        stage.do(commands.OpenDay, plan=plan_of(self.description))
        for one in self.bookings:
            stage.do(
                commands.MakeBooking,
                code=one.code,
                service=one.service,
                slot=stage.midnight + one.slot,
                priority=one.priority,
            )
        for person in self.people.values():
            stage.agenda.at(person.arrives, partial(self._arrive, person))
        stage.agenda.run()
        self.desks.close_all()
        stage.do(commands.CloseDay)
        return DayRun(
            description=self.description,
            events=tuple(stage.events),
            day=stage.day,
            visits=visits(stage.events),
            turned_away=self.turned_away,
        )

    def _arrive(self, person: Person) -> None:
        if person.booking is None:
            refused = self.stage.ask(
                commands.IssueTicket,
                ticket=person.id,
                service=person.service,
                priority=person.priority,
                dossiers=person.dossiers,
            )
        else:
            refused = self.stage.ask(commands.CheckIn, ticket=person.id, code=person.booking)
        if refused is not None:
            self.turned_away += 1
            return
        if person.patience is not None:
            self.stage.agenda.after(person.patience, partial(self._leave, person))
        self.desks.offer(person.service)

    def _leave(self, person: Person) -> None:
        ticket = self.stage.day.tickets[person.id]
        if ticket.state is TicketState.WAITING and ticket.back is None:
            self.stage.do(commands.CancelTicket, ticket=person.id, reason="left")

    def _call_next(self, number: int) -> None:
        self.stage.do(commands.CallNext, counter=number)
        person = self.people[self.stage.day.counters[number].ticket or ""]
        if self.description.rules.start_at_call:
            self._serve(person, number)
        elif person.shows or person.id in self.back:
            walk = round(self.description.walk * MINUTE)
            self.stage.agenda.after(walk, partial(self._start, person, number))
        else:
            self._wait_for(person, number)

    def _start(self, person: Person, number: int) -> None:
        self.stage.do(commands.StartService, ticket=person.id)
        self._serve(person, number)

    def _serve(self, person: Person, number: int) -> None:
        part = person.parts[self.begun[person.id]]
        self.begun[person.id] += 1
        longer = self.pace[number] * self.of_day[part.service]
        longer *= self.description.effects.at(self.stage.minute)
        takes = max(1, round(part.takes * longer))
        self.stage.agenda.after(takes, partial(self._end, person, number))

    def _end(self, person: Person, number: int) -> None:
        self.desks.left(number)
        done = person.parts[self.begun[person.id] - 1]
        if self.begun[person.id] == len(person.parts):
            self.stage.do(commands.FinishService, ticket=person.id)
        elif done.away:
            self.stage.do(commands.ParkTicket, ticket=person.id, reason="to copy")
            self.stage.agenda.after(done.away, partial(self._resume, person, done.service))
        else:
            to = person.parts[self.begun[person.id]].service
            self.stage.do(commands.TransferTicket, ticket=person.id, service=to, reason="also")
            self.desks.offer(to)
        self.desks.free(number)

    def _resume(self, person: Person, service: str) -> None:
        self.stage.do(commands.ResumeTicket, ticket=person.id)
        self.desks.offer(service)

    def _wait_for(self, person: Person, number: int) -> None:
        pause = round(self.description.recall * MINUTE)
        self.stage.agenda.after(pause, partial(self._miss, person, number))

    def _miss(self, person: Person, number: int) -> None:
        calls = self.stage.day.tickets[person.id].calls
        if calls < self.description.rules.calls_before_no_show:
            self.stage.do(commands.Recall, ticket=person.id)
            self._wait_for(person, number)
            return
        self.stage.do(commands.MarkNoShow, ticket=person.id)
        if person.back_after is not None:
            self.stage.agenda.after(person.back_after, partial(self._come_back, person))
        self.desks.left(number)
        self.desks.free(number)

    def _come_back(self, person: Person) -> None:
        if self.stage.minute < self.description.last_end:
            self.back.add(person.id)
            self.stage.do(commands.ReturnTicket, ticket=person.id)
            self.desks.offer(person.service)
