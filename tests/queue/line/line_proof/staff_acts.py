"""Orders of staff about counters, paper and claims, made of small numbers."""

from dataclasses import replace

from layso_queue.line import commands as c
from layso_queue.line.states import Paper
from line_proof.plans import COUNTERS, MINUTE, SERVICES
from line_proof.proof import Proof


class StaffActs:
    """What `Acts` has besides; each act takes two small numbers."""

    proof: Proof

    def _new(self) -> dict[str, str]:
        raise NotImplementedError

    def _ticket(self, which: int, *states: str) -> str:
        raise NotImplementedError

    def _next(self, a: int, b: int) -> c.Command:
        raise NotImplementedError

    def _open(self, a: int, b: int) -> c.Command:
        return c.OpenCounter(
            **self._new(), counter=COUNTERS[a % 4], services=("civil",) if b == 7 else ()
        )

    def _pause(self, a: int, b: int) -> c.Command:
        return c.PauseCounter(**self._new(), counter=COUNTERS[a % 4], reason="a break")

    def _go_on(self, a: int, b: int) -> c.Command:
        return c.ResumeCounter(**self._new(), counter=COUNTERS[a % 4])

    def _close(self, a: int, b: int) -> c.Command:
        return c.CloseCounter(**self._new(), counter=COUNTERS[a % 4])

    def _paper(self, a: int, b: int) -> c.Command:
        return c.RecordPaper(**self._new(), ticket=self._ticket(a), outcome=tuple(Paper)[b % 4])

    def _order_paper(self, a: int, b: int) -> c.Command:
        return c.OrderPaper(**self._new(), ticket=self._ticket(a), kiosk="K1")

    def _confirm(self, a: int, b: int) -> c.Command:
        return c.ConfirmPriority(**self._new(), ticket=self._ticket(a), confirmed=bool(b % 2))

    def _leave_out(self, a: int, b: int) -> c.Command:
        return c.SetNumberFloor(**self._new(), by=b)

    def _give_back(self, a: int, b: int) -> c.Command:
        arrived = self.proof.clock - b * MINUTE
        place = {"service": SERVICES[a % 3], "arrived": arrived, "key": arrived}
        number = f"{'ABC'[a % 3]}{40 + a + b:03d}"
        return c.RestoreTicket(**self._new(), ticket=f"lost {a} {b}", number=number, **place)

    def _whose(self, a: int, b: int) -> c.Command:
        lost = [id for id in self.proof.model.people if id.startswith("lost")] or ["nobody"]
        codes = [*self.proof.model.bookings, f"late {a}"]
        place = {"service": SERVICES[a % 3], "slot": self.proof.clock + b * MINUTE}
        code, ticket = codes[(a + b) % len(codes)], lost[(a * 8 + b) % len(lost)]
        return c.RestoreBooking(**self._new(), code=code, ticket=ticket, **place)

    def _practice(self, a: int, b: int) -> c.Command:
        return c.IssueRehearsal(**self._new(), service=SERVICES[a % 3])

    def _repeat(self, a: int, b: int) -> c.Command:
        return self.proof.commands[-1 - (a * 8 + b) % len(self.proof.commands)]

    def _borrow(self, a: int, b: int) -> c.Command:
        return replace(self._next(a, b), id=self._repeat(a, b).id)
