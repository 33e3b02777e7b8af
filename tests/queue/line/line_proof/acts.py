"""Orders made of small numbers: what people and staff may do next, sensible or not."""

from collections.abc import Callable
from dataclasses import replace

from layso_queue.line import commands as c
from layso_queue.line.plan import Rules
from layso_queue.line.states import Channel, Priority
from line_proof.people import Person
from line_proof.plans import COUNTERS, DAY, MINUTE, SERVICES, plan
from line_proof.proof import Proof
from line_proof.staff_acts import StaffActs

COMING = ("issue", "issue", "issue", "again", "cut_off", "adopt", "book", "check_in", "give_up")
CALLING = ("next", "next", "next", "by_hand", "recall", "no_show", "undo", "come_back")
VISITING = ("start", "finish", "undo", "park", "resume", "transfer", "transfer_to", "cancel")
STAFF = ("open", "open", "pause", "go_on", "close", "undo_desk", "paper", "confirm", "practice")
STAFF += ("move", "repeat", "order_paper")
TURNING = ("close_day", "open_day", "close_service", "reopen_service", "borrow")
TURNING += ("leave_out", "give_back", "whose")
GROUPS = (COMING, CALLING, VISITING, STAFF, TURNING)


class Acts(StaffActs):
    """Each act takes two small numbers, which choose whom or what it is about."""

    def __init__(self, proof: Proof, rules: Rules) -> None:
        """Open the day and the counters."""
        self.proof = proof
        self.rules = rules
        self._made = 0
        self.do("open_day", 0, 0)
        for counter in range(len(COUNTERS)):
            self.do("open", counter, 0)

    def do(self, name: str, a: int, b: int) -> None:
        """Do the act of this name; every invariant is looked at."""
        self.proof.do(self.make(name, a, b))

    def make(self, name: str, a: int, b: int) -> c.Command:
        """Make the order of this name."""
        order: Callable[[int, int], c.Command] = getattr(self, f"_{name}")
        return order(a, b)

    def wait(self, ms: int) -> None:
        """Let the clock go on, or back."""
        self.proof.clock += ms

    def _new(self) -> dict[str, str]:
        self._made += 1
        return {"id": f"c{self._made:04d}", "actor": "nv01"}

    def _person(self, which: int, *states: str) -> Person | None:
        people = self.proof.model.those(*states) or list(self.proof.model.people.values())
        return people[which % len(people)] if people else None

    def _ticket(self, which: int, *states: str) -> str:
        person = self._person(which, *states)
        return person.id if person else "nobody"

    def _issue(self, a: int, b: int) -> c.Command:
        new = self._new()
        claim = tuple(Priority)[b % 6] if b % 2 else Priority.NONE
        service = SERVICES[a % 3]
        return c.IssueTicket(**new, ticket=f"t{self._made:04d}", service=service, priority=claim)

    def _again(self, a: int, b: int) -> c.Command:
        service = SERVICES[b % 3]
        return c.IssueTicket(
            **self._new(), ticket=self._ticket(a), service=service, channel=Channel.STAFF
        )

    def _cut_off(self, a: int, b: int) -> c.Command:
        new = self._new()
        return c.TakeOverEmergency(
            **new,
            ticket=f"t{self._made:04d}",
            number=f"Z{1 + b % 2}-{1 + a + b:02d}",
            service=SERVICES[a % 3],
            issued_at=self.proof.clock + (b - 5) * 20 * MINUTE,
            priority=Priority.ELDERLY if b == 5 else Priority.NONE,
        )

    def _adopt(self, a: int, b: int) -> c.Command:
        command = self._cut_off(a, b)
        return replace(command, ticket=self._ticket(a, "waiting", "called"))

    def _book(self, a: int, b: int) -> c.Command:
        slot = self.proof.clock + (b - 3) * 15 * MINUTE + (DAY if a == 7 else 0)
        claim = Priority.ELDERLY if a == 3 else Priority.NONE
        new = self._new()
        return c.MakeBooking(
            **new, code=f"b{a}{b}", service=SERVICES[a % 3], slot=slot, priority=claim
        )

    def _check_in(self, a: int, b: int) -> c.Command:
        codes = list(self.proof.model.bookings) or ["none"]
        return c.CheckIn(
            **self._new(), ticket=f"t{self._made:04d}", code=codes[(a + b) % len(codes)]
        )

    def _give_up(self, a: int, b: int) -> c.Command:
        codes = list(self.proof.model.bookings) or ["none"]
        return c.CancelBooking(**self._new(), code=codes[(a + b) % len(codes)])

    def _move(self, a: int, b: int) -> c.Command:
        codes = list(self.proof.model.bookings) or ["none"]
        slot = self.proof.clock + (b - 3) * 15 * MINUTE + (DAY if a == 7 else 0)
        code = codes[(a + b) % len(codes)]
        return c.MoveBooking(**self._new(), code=code, service=SERVICES[a % 3], slot=slot)

    def _next(self, a: int, b: int) -> c.Command:
        return c.CallNext(**self._new(), counter=COUNTERS[a % 4])

    def _by_hand(self, a: int, b: int) -> c.Command:
        states = ("waiting",) if b < 5 else ("called", "parked")
        ticket = self._ticket(b, *states)
        return c.CallTicket(
            **self._new(), counter=COUNTERS[a % 4], ticket=ticket, reason="needs a wheelchair"
        )

    def _recall(self, a: int, b: int) -> c.Command:
        return c.Recall(**self._new(), ticket=self._ticket(a, "called"))

    def _no_show(self, a: int, b: int) -> c.Command:
        return c.MarkNoShow(**self._new(), ticket=self._ticket(a, "called"))

    def _undo(self, a: int, b: int) -> c.Command:
        """Mostly what was done last, by the counter that did it; some of it by somebody else."""
        past = self.proof.model.past
        done = sorted((past[id][-1].event.seq, id) for id in past if past[id])
        ticket = done[-1 - (a // 3) % len(done)][1] if done else "nobody"
        maker = past[ticket][-1].counter if done else None
        by = None if b == 0 else maker or 1 if b < 6 else COUNTERS[a % 4]
        new = self._new() | ({"actor": "nv02"} if b == 5 else {})
        return c.Undo(**new, ticket=ticket, by_counter=by)

    def _undo_desk(self, a: int, b: int) -> c.Command:
        return c.UndoCounter(**self._new(), counter=COUNTERS[a % 4])

    def _come_back(self, a: int, b: int) -> c.Command:
        return c.ReturnTicket(**self._new(), ticket=self._ticket(a, "no_show"))

    def _start(self, a: int, b: int) -> c.Command:
        return c.StartService(**self._new(), ticket=self._ticket(a, "called"))

    def _finish(self, a: int, b: int) -> c.Command:
        return c.FinishService(**self._new(), ticket=self._ticket(a, "serving"), outcome="taken")

    def _park(self, a: int, b: int) -> c.Command:
        return c.ParkTicket(**self._new(), ticket=self._ticket(a, "serving"), reason="to copy")

    def _resume(self, a: int, b: int) -> c.Command:
        return c.ResumeTicket(**self._new(), ticket=self._ticket(a, "parked"))

    def _transfer(self, a: int, b: int) -> c.Command:
        ticket = self._ticket(a, "serving")
        return c.TransferTicket(
            **self._new(), ticket=ticket, service=SERVICES[b % 3], reason="also"
        )

    def _transfer_to(self, a: int, b: int) -> c.Command:
        ticket = self._ticket(a, "serving")
        counter = COUNTERS[b % 4]
        return c.TransferTicket(**self._new(), ticket=ticket, counter=counter, reason="knows it")

    def _cancel(self, a: int, b: int) -> c.Command:
        return c.CancelTicket(**self._new(), ticket=self._ticket(a + b), reason="left")

    def _close_day(self, a: int, b: int) -> c.Command:
        if self.proof.model.state == "closed":
            return c.SettleDay(**self._new())
        return c.CloseDay(**self._new())

    def _open_day(self, a: int, b: int) -> c.Command:
        return c.OpenDay(**self._new(), plan=plan(self.rules))

    def _close_service(self, a: int, b: int) -> c.Command:
        return c.CloseService(**self._new(), service=SERVICES[a % 3], reason="the system is down")

    def _reopen_service(self, a: int, b: int) -> c.Command:
        closed = next(iter(self.proof.day.closed_services), SERVICES[a % 3])
        return c.ReopenService(**self._new(), service=closed)
