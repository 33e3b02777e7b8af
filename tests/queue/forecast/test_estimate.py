"""The range that people are told follows from the line and the rule."""

import pytest

from layso_queue.forecast import Estimate, Range, estimate
from layso_queue.forecast.ranges import spoken
from layso_queue.line import ServiceDay, apply, decide
from layso_queue.line.commands import CallNext, Command, IssueTicket, OpenCounter, OpenDay
from layso_queue.line.plan import CounterPlan, DayPlan, HeadStart, Rules, ServicePlan
from layso_queue.line.states import Priority

MINUTE = 60_000
PLAN = DayPlan(
    center="26041",
    date="2026-11-23",
    services=(
        ServicePlan(code="A", series="A", minutes=6),
        ServicePlan(code="H", series="H", minutes=12),
        ServicePlan(code="S", series="S", minutes=3),
    ),
    rules=Rules(head_starts=(HeadStart(priority=Priority.ELDERLY, minutes=240),)),
    counters=(
        CounterPlan(number=1, services=("A",)),
        CounterPlan(number=2, services=("H", "S")),
    ),
)


class Center:
    """A day that takes orders."""

    def __init__(self) -> None:
        self.day = ServiceDay.before(0)
        self.do(OpenDay(id="open", actor="clock", plan=PLAN))

    def do(self, command: Command, now: int = 0) -> None:
        decided = decide(self.day, command, now)
        assert isinstance(decided, list), decided
        for event in decided:
            apply(self.day, event)

    def issue(self, service: str, count: int) -> None:
        for n in range(count):
            name = f"{service}{n}"
            self.do(IssueTicket(id=name, actor="K1", ticket=name, service=service), n)

    def open(self, *counters: int) -> None:
        for n in counters:
            self.do(OpenCounter(id=f"open {n}", actor="nv01", counter=n))

    def estimate(self, now: int = 1000) -> Estimate:
        return estimate(self.day, now)


@pytest.fixture
def center() -> Center:
    return Center()


def test_no_minutes_are_promised_where_no_counter_is_open(center: Center) -> None:
    center.issue("H", 3)
    center.open(1)
    found = center.estimate()
    assert found.newcomers["H", 0] is None
    assert found.waits["H1"] is None
    assert found.newcomers["A", 0] is not None


def test_an_idle_counter_means_now(center: Center) -> None:
    center.open(1)
    now = center.estimate().newcomers["A", 0]
    assert now is not None
    assert now.is_now


def test_who_is_further_back_waits_longer(center: Center) -> None:
    center.issue("A", 12)
    center.open(1)
    waits = center.estimate().waits
    assert waits["A0"] == Range(0, 0)
    early, late = waits["A3"], waits["A11"]
    assert early is not None
    assert late is not None
    assert early.low < late.low
    assert early.high < late.high


def test_the_range_holds_the_mean_of_the_work_ahead(center: Center) -> None:
    center.issue("A", 10)
    center.open(1)
    last = center.estimate().waits["A9"]
    assert last is not None
    assert last.low < 9 * 6 < last.high


def test_who_comes_now_waits_behind_the_last(center: Center) -> None:
    center.issue("A", 8)
    center.open(1)
    found = center.estimate()
    newcomer, last = found.newcomers["A", 0], found.waits["A7"]
    assert newcomer is not None
    assert last is not None
    assert newcomer.high >= last.high


def test_who_has_a_head_start_is_told_the_shorter_wait(center: Center) -> None:
    center.issue("A", 20)
    center.open(1)
    found = center.estimate(now=30 * MINUTE).newcomers
    plain, elderly = found["A", 0], found["A", 240]
    assert plain is not None
    assert elderly is not None
    assert plain.low >= 60
    assert elderly.high <= 10


def test_newcomers_delay_nobody(center: Center) -> None:
    center.issue("A", 6)
    center.open(1)
    waits = center.estimate(now=30 * MINUTE).waits
    assert waits["A0"] == Range(0, 0)
    assert set(waits) == {f"A{n}" for n in range(6)}


def test_a_visit_that_has_taken_long_is_nearly_done(center: Center) -> None:
    center.issue("H", 2)
    center.open(2)
    center.do(CallNext(id="call", actor="nv01", counter=2))
    fresh = center.estimate().waits["H1"]
    assert fresh is not None
    assert fresh.high >= 15
    later = center.estimate(now=11 * MINUTE).waits["H1"]
    assert later is not None
    assert later.low <= fresh.low


def test_equal_days_give_equal_estimates(center: Center) -> None:
    center.issue("A", 20)
    center.open(1)
    assert center.estimate() == center.estimate()


def test_nobody_is_told_more_than_the_horizon(center: Center) -> None:
    center.issue("H", 900)
    center.open(2)
    last = center.estimate().waits["H899"]
    assert last == spoken(600, 600)


def test_spoken_ranges_widen_and_never_narrow() -> None:
    for tenth in range(0, 3000, 7):
        low, high = tenth / 10, tenth / 10 + 4.2
        said = spoken(low, high)
        assert said.low <= low
        assert said.high >= high or said.high == 0
        assert said.low < said.high
