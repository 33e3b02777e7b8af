"""A move that was taken back has taught nothing."""

from copy import deepcopy
from typing import Any

import pytest

from layso_queue.forecast.watch import Watch
from layso_queue.line import ServiceDay, apply, decide
from layso_queue.line import commands as c
from layso_queue.line.plan import CounterPlan, DayPlan, Rules, ServicePlan

MINUTE = 60_000
EIGHT = 1_795_395_600_000
PLAN = DayPlan(
    center="26041",
    date="2026-11-23",
    services=(ServicePlan(code="A", series="A"), ServicePlan(code="H", series="H")),
    counters=(CounterPlan(number=1, services=("A", "H")), CounterPlan(number=2, services=("A",))),
    rules=Rules(calls_before_no_show=1),
)
SEEN = ("visits", "ended", "sent", "parked", "away", "missed", "back", "waited")


class Told:
    def __init__(self) -> None:
        self.day, self.watch, self.n, self.minute = ServiceDay.before(0), Watch(), 0, 0
        self(c.OpenDay, plan=PLAN)
        self(c.OpenCounter, counter=1)
        self(c.IssueTicket, ticket="a", service="A")

    def __call__(self, kind: type[c.Command], **values: object) -> None:
        self.n, self.minute = self.n + 1, self.minute + 1
        command = kind(id=f"c{self.n}", actor="nv01", **values)
        decided = decide(self.day, command, EIGHT + self.minute * MINUTE)
        assert isinstance(decided, list), decided
        for event in decided:
            apply(self.day, event)
            self.watch.take(event)

    def taught(self) -> dict[str, Any]:
        watch = self.watch
        shown = {name: getattr(watch.seen, name) for name in SEEN}
        shown["ended"] = {name: n for name, n in shown["ended"].items() if n}
        for name in ("sent", "parked"):
            shown[name] = {key: n for key, n in shown[name].items() if n}
        shown |= {"away_now": watch.away, "there": watch.desks.there}
        waits = watch.desks._somebody_waits
        shown["lines"] = [waits(2, (code,)) for code in ("A", "H")] + [waits(1, ())]
        return deepcopy(shown | {"ticket": watch.ticket("a")})


STEPS: dict[str, Any] = {
    "call": lambda told: told(c.CallNext, counter=1),
    "start": lambda told: told(c.StartService, ticket="a"),
    "no_show": lambda told: told(c.MarkNoShow, ticket="a"),
    "return": lambda told: told(c.ReturnTicket, ticket="a"),
    "finish": lambda told: told(c.FinishService, ticket="a"),
    "park": lambda told: told(c.ParkTicket, ticket="a", reason="to copy"),
    "resume": lambda told: told(c.ResumeTicket, ticket="a"),
    "transfer": lambda told: told(c.TransferTicket, ticket="a", service="H", reason="also"),
    "to_counter": lambda told: told(c.TransferTicket, ticket="a", counter=1, reason="also"),
}


@pytest.mark.parametrize(
    "steps",
    [
        "call",
        "call start",
        "call no_show",
        "call no_show return",
        "call start finish",
        "call start park",
        "call start park resume",
        "call start transfer",
        "call start to_counter",
    ],
)
def test_what_was_taken_back_has_taught_nothing(steps: str) -> None:
    told = Told()
    *before, last = steps.split()
    for step in before:
        STEPS[step](told)
    taught = told.taught()
    STEPS[last](told)
    assert told.taught() != taught
    told(c.Undo, ticket="a", by_counter=1)
    assert told.taught() == taught


def desks(told: Told) -> Any:
    seen, desks = told.watch.seen, told.watch.desks
    counts = [{key: n for key, n in one.items() if n} for one in (seen.pauses, seen.endings)]
    known = desks.paused, {1: desks.officer(1)}, seen.programs.get(1, []), seen.rests
    return deepcopy((counts, known))


PAUSE = (c.PauseCounter, {"reason": "tea"})


@pytest.mark.parametrize(
    "moves",
    [
        [PAUSE],
        [PAUSE, (c.ResumeCounter, {})],
        [(c.CloseCounter, {})],
        [PAUSE, (c.CloseCounter, {})],
        [(c.CloseCounter, {}), (c.OpenCounter, {})],
    ],
)
def test_what_a_counter_took_back_has_taught_nothing(moves: Any) -> None:
    told = Told()
    *before, (kind, more) = moves
    for one, values in before:
        told(one, counter=1, **values)
    taught = desks(told)
    told(kind, counter=1, **more)
    assert desks(told) != taught
    told(c.UndoCounter, counter=1)
    assert desks(told) == taught
