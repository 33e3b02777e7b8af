"""Half an hour at a center: people take numbers, show their QR, are called, or never come."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from bench.reliability.partition.people import People
from bench.reliability.partition.town import Town
from bench.reliability.partition.writer import Timed
from layso_queue.line import Refused
from layso_queue.line import commands as c
from layso_queue.line.states import TicketState
from layso_queue.sync import SyncRefused

COUNTERS = (1, 2, 3)
VISITS: dict[str, tuple[type[Any], ...]] = {
    "no-shows": (c.Recall, c.MarkNoShow),
    "went home": (c.CancelTicket,),
    "served": (c.StartService, c.FinishService),
}
"""What follows a call."""

WHO = "nv01"


class Hall:
    """Serves at all centers; counts what happened."""

    def __init__(self, people: People) -> None:
        """The people who booked come here too."""
        self.happened: Counter[str] = Counter()
        self._people = people

    async def half_hour(self, town: Town, begin: int, end: int, walk_ins: int) -> None:
        """Let a half hour pass at a center, from `begin` to `end` (ms), which is now."""
        step = (end - begin) // (walk_ins + 1)
        work: list[Timed] = []
        if not self._is_open(town):
            work += [(begin, _make(town, c.OpenCounter, counter=n)) for n in COUNTERS]
        for i in range(walk_ins):
            service = "AHL"[town.chance.randrange(3)]
            issue = _make(town, c.IssueTicket, ticket=town.new_id(), service=service)
            work.append((begin + i * step, issue))
        outcomes = town.writer.do_all(work)
        self.happened["tickets of walk-ins"] += outcomes[-walk_ins:].count(None)
        await self._check_in(town, begin, end)
        self._serve(town, end)
        town.told()

    def _is_open(self, town: Town) -> bool:
        return all(town.writer.desk.day.counters[n].state.value == "open" for n in COUNTERS)

    async def _check_in(self, town: Town, begin: int, end: int) -> None:
        for promise, text in self._people.shown_by(town, begin, end):
            given = await self._let_in(town, text)
            if isinstance(given, Refused | SyncRefused):
                promise.turned = given.why.value
                self.happened[f"turned away: {given.why.value}"] += 1
                continue
            promise.number = given
            self.happened["let in by QR" if promise.live else "let in though given up"] += 1
            if town.chance.random() < 0.2:
                again = await self._let_in(town, text)
                good = isinstance(again, Refused | SyncRefused)
                self.happened["shown again, refused" if good else "shown again, LET IN"] += 1

    async def _let_in(self, town: Town, text: str) -> str | Refused | SyncRefused:
        booking = town.passes.look(text)
        if isinstance(booking, SyncRefused):
            return booking
        await town.center.arrivals.bring()
        id = town.new_id()
        command = c.CheckIn(id=id, actor="K1", ticket=id, code=booking.code)
        told: str | Refused = await town.writer.do(
            command, lambda desk, _: desk.day.tickets[id].number
        )
        return told

    def _serve(self, town: Town, now: int) -> None:
        """Call whoever waits; some do not come, some go home, some still wait at the end."""
        desk, work, kinds = town.writer.desk, list[Timed](), list[str]()
        waiting = sum(t.state is TicketState.WAITING for t in desk.day.tickets.values())
        for i in range(max(0, waiting - town.chance.randrange(3))):
            counter, now = COUNTERS[i % len(COUNTERS)], now + 10
            drawn = town.chance.random()
            kind = "no-shows" if drawn < 0.06 else "went home" if drawn < 0.09 else "served"
            work.append((now, _make(town, c.CallNext, counter=counter)))
            for step in VISITS[kind]:
                more = {"reason": "gone home"} if step is c.CancelTicket else {}
                work.append((now, _about_who_is_at(town, counter, step, more)))
            kinds += [""] * len(VISITS[kind]) + [kind]
        outcomes = town.writer.do_all(work)
        self.happened.update(
            kind for kind, refused in zip(kinds, outcomes, strict=True) if kind and not refused
        )


def _make(town: Town, kind: type[Any], **what: Any) -> Callable[[], c.Command]:
    id = town.new_id()
    return lambda: kind(id=id, actor=WHO, **what)


def _about_who_is_at(
    town: Town, counter: int, kind: type[Any], more: dict[str, str]
) -> Callable[[], c.Command]:
    id = town.new_id()

    def make() -> c.Command:
        ticket = town.writer.desk.day.counters[counter].ticket
        made: c.Command = kind(id=id, actor=WHO, ticket=ticket or "nobody", **more)
        return made

    return make
