"""What a journal shows to somebody who learns from it."""

import pytest

from layso_queue.forecast.watch import Watch
from layso_queue.line import ServiceDay, apply, decide
from layso_queue.line import commands as c
from layso_queue.line.plan import CounterPlan, DayPlan, HeadStart, Rules, ServicePlan
from layso_queue.line.states import Priority

MINUTE = 60_000
EIGHT = 1_795_395_600_000
"""Eight in the morning of 23 November 2026 in Vietnam."""

PLAN = DayPlan(
    center="26041",
    date="2026-11-23",
    services=(ServicePlan(code="A", series="A"), ServicePlan(code="H", series="H")),
    counters=(
        CounterPlan(number=1, services=("A", "H")),
        CounterPlan(number=2, services=("A",)),
    ),
    rules=Rules(
        head_starts=(HeadStart(priority=Priority.ELDERLY, minutes=240),), calls_before_no_show=1
    ),
)


class Told:
    """A day that takes orders at minutes after eight, and a watch that is told of it."""

    def __init__(self) -> None:
        self.day = ServiceDay.before(0)
        self.watch = Watch()
        self.n = 0
        self(0, c.OpenDay, plan=PLAN)
        self(0, c.OpenCounter, counter=1)

    def __call__(self, minute: float, kind: type[c.Command], **values: object) -> None:
        self.n += 1
        command = kind(id=f"c{self.n}", actor="nv01", **values)
        decided = decide(self.day, command, EIGHT + round(minute * MINUTE))
        assert isinstance(decided, list), decided
        for event in decided:
            apply(self.day, event)
            self.watch.take(event)

    def issue(self, minute: float, name: str, service: str = "A", **values: object) -> None:
        self(minute, c.IssueTicket, ticket=name, service=service, **values)

    def serve(self, name: str, called: float, ended: float) -> None:
        self(called, c.CallNext, counter=1)
        self(called + 0.5, c.StartService, ticket=name)
        self(ended, c.FinishService, ticket=name)


@pytest.fixture
def told() -> Told:
    return Told()


def test_a_counter_is_taken_from_the_call_until_it_is_free(told: Told) -> None:
    told.issue(1, "a")
    told.serve("a", 5, 12)
    (visit,) = told.watch.seen.visits
    assert (visit.service, visit.officer, visit.hour) == ("A", "nv01", 8)
    assert (visit.minutes, visit.waited, visit.walk, visit.shown) == (7, 4, 0.5, True)


def test_a_recall_does_not_make_a_call_shorter(told: Told) -> None:
    told.issue(1, "a")
    told(2, c.CallNext, counter=1)
    told(3, c.Recall, ticket="a")
    told(5, c.MarkNoShow, ticket="a")
    (visit,) = told.watch.seen.visits
    assert (visit.minutes, visit.shown) == (3, False)
    assert told.watch.seen.missed == 1
    assert told.watch.away == {"a": False}
    told(9, c.ReturnTicket, ticket="a")
    assert told.watch.seen.back == [4]
    assert not told.watch.away


def test_a_call_taken_back_teaches_nothing(told: Told) -> None:
    told.issue(1, "a")
    told(2, c.CallNext, counter=1)
    told(3, c.Undo, ticket="a")
    assert told.watch.seen.visits == []
    told.serve("a", 4, 6)
    assert [one.minutes for one in told.watch.seen.visits] == [2]


def test_a_finish_taken_back_goes_on_as_one_visit(told: Told) -> None:
    told.issue(1, "a")
    told.serve("a", 2, 6)
    told(7, c.Undo, ticket="a")
    assert told.watch.seen.visits == []
    told(10, c.FinishService, ticket="a")
    assert [one.minutes for one in told.watch.seen.visits] == [8]
    assert told.watch.seen.ended == {"A": 1}


def test_a_gap_counts_only_while_somebody_waits(told: Told) -> None:
    for name in "ab":
        told.issue(1, name)
    told.serve("a", 2, 6)
    told.serve("b", 6.5, 8)
    told.issue(20, "c")
    told.serve("c", 21, 22)
    assert told.watch.seen.gaps == [0.5]


def test_a_break_is_as_long_as_nobody_was_there(told: Told) -> None:
    told.issue(1, "a")
    told(2, c.CallNext, counter=1)
    told(2.5, c.StartService, ticket="a")
    told(3, c.PauseCounter, counter=1, reason="tea")
    told(6, c.FinishService, ticket="a")
    told(13, c.ResumeCounter, counter=1)
    assert told.watch.seen.rests == [("tea", 7)]
    first, second = told.watch.seen.programs[1]
    assert (first.start, first.end, first.rest) == (480, 483, 7)
    assert second.start == 493


def test_lunch_ends_at_a_time_of_day(told: Told) -> None:
    told(210, c.PauseCounter, counter=1, reason="lunch")
    told(330, c.ResumeCounter, counter=1)
    assert told.watch.seen.rests == []
    first, second = told.watch.seen.programs[1]
    assert (first.end, first.rest, second.start) == (690, 0, 810)


def test_who_stays_until_nobody_is_left_might_have_gone_on(told: Told) -> None:
    told(0, c.OpenCounter, counter=2)
    told(60, c.CloseCounter, counter=2)
    told.issue(61, "a")
    told.serve("a", 62, 70)
    told(71, c.CloseCounter, counter=1)
    told(72, c.CloseDay)
    assert told.watch.seen.programs[1][-1].end == float("inf")
    assert told.watch.seen.programs[2][-1].end == 540


def test_head_starts_and_bookings_are_counted_apart(told: Told) -> None:
    slot = EIGHT + 30 * MINUTE
    for code in ("one", "two", "three"):
        told(1, c.MakeBooking, code=code, service="H", slot=slot)
    told(2, c.CancelBooking, code="three")
    told(20, c.CheckIn, ticket="h", code="one")
    told.issue(70, "old", priority=Priority.ELDERLY)
    told.issue(71, "a")
    seen = told.watch.seen
    assert (seen.booked, seen.came, seen.lateness) == (2, 1, [-10])
    assert seen.privileged == {("A", 240, 9): 1}
    assert seen.arrived == {8: 1, 9: 2}


def test_leaving_parking_and_being_sent_on_are_seen(told: Told) -> None:
    for name in "abc":
        told.issue(1, name)
    told(4, c.CancelTicket, ticket="c", reason="left")
    told(5, c.CallNext, counter=1)
    told(6, c.StartService, ticket="a")
    told(8, c.ParkTicket, ticket="a", reason="copy")
    assert told.watch.away == {"a": True}
    told(18, c.ResumeTicket, ticket="a")
    told(20, c.CallNext, counter=1)
    told(21, c.StartService, ticket="a")
    told(25, c.TransferTicket, ticket="a", service="H", reason="needs it")
    seen = told.watch.seen
    assert (seen.left_after, seen.away) == ([3], [10])
    assert (seen.parked, seen.sent) == ({"A": 1}, {("A", "H"): 1})
    assert sorted(seen.waited) == [2, 3, 4]


def test_one_code_at_two_counters_is_no_officer(told: Told) -> None:
    told(0, c.OpenCounter, counter=2)
    told.issue(1, "a")
    told.serve("a", 2, 6)
    assert [one.officer for one in told.watch.seen.visits] == ["#1"]
