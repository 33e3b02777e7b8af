"""A center for scenarios in a few words; every step of them is watched by the invariants too."""

from typing import Any

from layso_queue.line import Refused, Ticket
from layso_queue.line import commands as c
from layso_queue.line.events import Event
from layso_queue.line.plan import DayPlan, Rules
from line_proof.plans import MINUTE, SEVEN, USUAL, plan
from line_proof.proof import Proof


class Town:
    """Opens with all counters at 07:00; `at(minutes)` sets the clock to minutes after that."""

    def __init__(
        self, rules: Rules = USUAL, open_all: bool = True, last_date: str = "", **rule: Any
    ) -> None:
        """Take these rules, some of them changed; `last_date` is the date of the day before."""
        self.plan: DayPlan = plan(rules, **rule)
        self.proof = Proof(SEVEN, last_date)
        self._made = 0
        if open_all:
            self.ok(c.OpenDay, plan=self.plan)
            for counter in self.plan.counters:
                self.ok(c.OpenCounter, counter=counter.number)

    @property
    def day(self) -> Any:
        """The line's own day."""
        return self.proof.day

    def at(self, minutes: float) -> "Town":
        """Set the clock."""
        self.proof.clock = SEVEN + round(minutes * MINUTE)
        return self

    def ask(self, kind: type[c.Command], **values: Any) -> list[Event] | Refused:
        """Give an order with a new id, unless it is given."""
        self._made += 1
        values = {"id": f"c{self._made}", "actor": "nv01"} | values
        return self.proof.do(kind(**values))

    def ok(self, kind: type[c.Command], **values: Any) -> list[Event]:
        """Give an order that must not be refused."""
        answer = self.ask(kind, **values)
        assert isinstance(answer, list), answer
        return answer

    def issue(self, ticket: str, service: str = "copies", **values: Any) -> Ticket:
        """Give somebody a number."""
        self.ok(c.IssueTicket, ticket=ticket, service=service, **values)
        return self.ticket(ticket)

    def cut_off(self, ticket: str, number: str, minutes: float = 0, **values: Any) -> Ticket:
        """Hand over an emergency number given at `minutes`."""
        values = {"service": "copies", "issued_at": SEVEN + round(minutes * MINUTE)} | values
        self.ok(c.TakeOverEmergency, ticket=ticket, number=number, **values)
        return self.ticket(ticket)

    def book(self, code: str, minutes: float, **values: Any) -> None:
        """Keep an appointment at `minutes`."""
        slot = SEVEN + round(minutes * MINUTE)
        self.ok(c.MakeBooking, code=code, slot=slot, **({"service": "copies"} | values))

    def check_in(self, ticket: str, code: str) -> Ticket:
        """Turn an appointment into a number."""
        self.ok(c.CheckIn, ticket=ticket, code=code)
        return self.ticket(ticket)

    def next(self, counter: int = 1) -> str:
        """Call the next one; return the ticket's id."""
        self.ok(c.CallNext, counter=counter)
        return str(self.day.counters[counter].ticket)

    def serve(self, counter: int = 1) -> str:
        """Call the next one and begin."""
        ticket = self.next(counter)
        self.ok(c.StartService, ticket=ticket)
        return ticket

    def finish(self, ticket: str) -> None:
        """End a visit."""
        self.ok(c.FinishService, ticket=ticket)

    def order(self, counter: int = 1) -> list[str]:
        """Call and finish everybody this counter may call; return their ids."""
        called = []
        while isinstance(self.ask(c.CallNext, counter=counter), list):
            called.append(str(self.day.counters[counter].ticket))
            self.ok(c.StartService, ticket=called[-1])
            self.finish(called[-1])
        return called

    def lose(self, ticket: str) -> None:
        """Call a called ticket once more, and give it up."""
        self.ok(c.Recall, ticket=ticket)
        self.ok(c.MarkNoShow, ticket=ticket)

    def ticket(self, ticket: str) -> Ticket:
        """Return the ticket as it stands."""
        found: Ticket = self.day.tickets[ticket]
        return found
