"""Lunch, breaks and later openings are in what people are told."""

import pytest

from layso_queue.forecast import Calendar, Estimate, estimate
from layso_queue.forecast.learned import Learned
from layso_queue.forecast.seen import Stretch
from layso_queue.forecast.today import Today
from layso_queue.forecast.watch import Watch
from layso_queue.line import ServiceDay, apply, decide
from layso_queue.line import commands as c
from layso_queue.line.plan import CounterPlan, DayPlan, ServicePlan

MINUTE = 60_000
MIDNIGHT = 1_795_366_800_000
"""Of 23 November 2026 in Vietnam."""


def clock(hour: int, minute: int = 0) -> int:
    return MIDNIGHT + (hour * 60 + minute) * MINUTE


CALENDAR = Calendar(((clock(7, 30), clock(11, 30)), (clock(13, 30), clock(17))))
PLAN = DayPlan(
    center="26041",
    date="2026-11-23",
    services=(
        ServicePlan(code="A", series="A", minutes=6),
        ServicePlan(code="H", series="H", minutes=12),
    ),
    counters=(CounterPlan(number=1, services=("A",)), CounterPlan(number=2, services=("A", "H"))),
)


class Center:
    """A day that takes orders, and all that is told of it."""

    def __init__(self) -> None:
        self.day = ServiceDay.before(0)
        self.watch = Watch()
        self.n = 0
        self(clock(7, 30), c.OpenDay, plan=PLAN)
        self(clock(7, 30), c.OpenCounter, counter=1)

    def __call__(self, at: int, kind: type[c.Command], **values: object) -> None:
        self.n += 1
        decided = decide(self.day, kind(id=f"c{self.n}", actor="nv", **values), at)
        assert isinstance(decided, list), decided
        for event in decided:
            apply(self.day, event)
            self.watch.take(event)

    def issue(self, at: int, n: int, service: str = "A") -> None:
        for i in range(n):
            self(at, c.IssueTicket, ticket=f"{service}{i}", service=service)

    def estimate(
        self, now: int, learned: Learned | None = None, calendar: Calendar = CALENDAR
    ) -> Estimate:
        today = Today(learned or Learned(), self.watch)
        return estimate(self.day, now, calendar=calendar, today=today)


@pytest.fixture
def center() -> Center:
    return Center()


def test_who_may_be_called_before_or_after_lunch_is_told_both(center: Center) -> None:
    center.issue(clock(10, 30), 60)
    found = center.estimate(clock(10, 30)).tickets
    near, middle, far = found["A1"], found["A10"], found["A50"]
    assert near is not None
    assert middle is not None
    assert far is not None
    assert near.split is None
    assert middle.split is not None
    assert (middle.split.before, middle.split.after) == (clock(11, 30), clock(13, 30))
    assert middle.low < 60
    assert middle.high >= 180
    assert far.split is None
    assert far.low >= 180


def test_nobody_is_called_while_lunch_lasts(center: Center) -> None:
    center.issue(clock(11), 30)
    for made in center.estimate(clock(11)).tickets.values():
        assert made is not None
        # A call begins before half past eleven or not before half past one.
        assert all(run < 30 or run >= 150 for run in made.runs)


def test_without_a_calendar_there_is_no_lunch(center: Center) -> None:
    center.issue(clock(10, 30), 20)
    found = center.estimate(clock(10, 30), calendar=Calendar()).tickets["A12"]
    assert found is not None
    assert found.split is None
    assert any(60 < run < 180 for run in found.runs)


def test_at_lunch_people_are_told_when_it_is_over(center: Center) -> None:
    center(clock(11, 30), c.PauseCounter, counter=1, reason="lunch")
    center.issue(clock(12), 1)
    found = center.estimate(clock(12)).tickets["A0"]
    assert found is not None
    assert found.median == pytest.approx(90, abs=1)


def test_a_break_that_has_just_begun_is_waited_for(center: Center) -> None:
    center(clock(9), c.PauseCounter, counter=1, reason="tea")
    center.issue(clock(9), 1)
    early = center.estimate(clock(9)).tickets["A0"]
    late = center.estimate(clock(9, 8)).tickets["A0"]
    assert early is not None
    assert late is not None
    assert 4 < early.median < 20
    assert late.low > 0
    assert late.median < early.median + 2


def test_a_counter_that_always_opens_at_nine_is_counted_on(center: Center) -> None:
    center.issue(clock(8, 30), 20)
    now = clock(8, 30)
    alone = center.estimate(now).tickets["A19"]
    usual = {1: [Stretch(450.0)], 2: [Stretch(540.0)]}
    helped = center.estimate(now, Learned(days=9, programs=[usual] * 9)).tickets["A19"]
    assert alone is not None
    assert helped is not None
    assert helped.median < 0.8 * alone.median


def test_a_service_of_closed_counters_only_is_promised_no_minutes(center: Center) -> None:
    center.issue(clock(8, 30), 3, "H")
    usual = {1: [Stretch(450.0)], 2: [Stretch(540.0)]}
    found = center.estimate(clock(8, 30), Learned(days=9, programs=[usual] * 9))
    assert found.waits["H0"] is None
    assert found.newcomers["H", 0] is None


def test_a_learned_lunch_goes_before_the_door_s_hours(center: Center) -> None:
    center.issue(clock(10, 30), 20)
    early = {1: [Stretch(450.0, 660.0), Stretch(780.0)]}
    found = center.estimate(clock(10, 30), Learned(days=9, programs=[early] * 9)).tickets["A19"]
    assert found is not None
    assert all(run < 30 or run >= 150 for run in found.runs)
    assert found.low < 180


def test_bookings_to_come_go_before_those_who_wait(center: Center) -> None:
    center.issue(clock(8), 10)
    before = center.estimate(clock(8)).tickets["A9"]
    for i in range(10):
        slot = clock(8, 15) + i * MINUTE
        center(clock(8), c.MakeBooking, code=f"b{i}", service="A", slot=slot)
    after = center.estimate(clock(8)).tickets["A9"]
    assert before is not None
    assert after is not None
    assert after.median > before.median + 20


def test_who_is_away_comes_back_with_the_old_place(center: Center) -> None:
    center.issue(clock(8), 4)
    for i, minute in enumerate((1, 3, 5)):
        center(clock(8, minute), c.CallNext, counter=1)
        center(clock(8, minute), c.StartService, ticket=f"A{i}")
        center(clock(8, minute + 1), c.ParkTicket, ticket=f"A{i}", reason="copy")
    for i in range(8):
        center(clock(8, 7), c.IssueTicket, ticket=f"later{i}", service="A")
    known = center.estimate(clock(8, 7)).tickets["later7"]
    center.watch.away.clear()
    forgotten = center.estimate(clock(8, 7)).tickets["later7"]
    assert known is not None
    assert forgotten is not None
    assert known.median > 1.25 * forgotten.median
