"""Every refusal is said by some order, and changes nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from layso_queue.line import Refusal, Refused
from layso_queue.line import commands as c
from layso_queue.line.states import Paper
from layso_queue.line.view import canonical
from line_proof.plans import SEVEN, plan
from line_proof.town import Town

Order = tuple[type[c.Command], dict[str, Any]]
R = Refusal
HELD = {"ticket": "held", "service": "copies", "issued_at": SEVEN}
LOST = HELD | {"service": "moon", "number": "Z1-01"}
SLIP = {"ticket": "held", "service": "copies", "arrived": SEVEN, "key": SEVEN}
WHOSE = {"code": "b", "service": "copies", "slot": SEVEN}
MOON = {"service": "moon"}
WHY = {"reason": "so"}
LAND = {"counter": 1, "services": ("land",)}


def order(kind: type[c.Command], **values: Any) -> Order:
    return kind, values


def before(town: Town, how: str) -> None:
    """Bring the town where the order is refused; `how` is a few words, each one act."""
    acts: dict[str, Callable[[], object]] = {
        "issue": lambda: town.issue("an"),
        "another": lambda: town.issue("binh"),
        "call": lambda: town.next(1),
        "serve": lambda: town.serve(1),
        "finish": lambda: town.finish("an"),
        "later": lambda: town.at(60),
        "send": lambda: town.ok(c.TransferTicket, ticket="an", counter=4, reason="so"),
        "book": lambda: town.book("b", 60),
        "book_tomorrow": lambda: town.book("b", 60 + 1440),
        "check_in": lambda: town.check_in("cu", "b"),
        "give_up": lambda: town.ok(c.CancelBooking, code="b"),
        "close": lambda: town.ok(c.CloseDay),
        "close_service": lambda: town.ok(c.CloseService, service="copies", reason="so"),
        "close_counter": lambda: town.ok(c.CloseCounter, counter=1),
        "take_id": lambda: town.ok(c.IssueRehearsal, id="taken", service="copies"),
    }
    for word in how.split():
        acts[word]()


ISSUE = order(c.IssueTicket, ticket="new", service="copies")
CHECK_IN = order(c.CheckIn, ticket="new", code="b")
SEND = {"ticket": "an", "reason": "so"}
CASES: list[tuple[Refusal, str, Order]] = [
    (R.DAY_CLOSED, "close", ISSUE),
    (R.DAY_CLOSED, "close", order(c.CloseDay)),
    (R.DAY_CLOSED, "close close_counter", order(c.OpenCounter, counter=1)),
    (R.DAY_OPEN_ALREADY, "", order(c.OpenDay, plan=plan())),
    (R.DATE_GOES_BACK, "close", order(c.OpenDay, plan=plan(date="2026-11-22"))),
    (R.SERVICE_UNKNOWN, "", order(c.IssueTicket, ticket="new", service="moon")),
    (R.SERVICE_UNKNOWN, "", order(c.IssueRehearsal, service="moon")),
    (
        R.SERVICE_UNKNOWN,
        "",
        order(c.TakeOverEmergency, **LOST),
    ),
    (R.SERVICE_UNKNOWN, "", order(c.MakeBooking, code="b", service="moon", slot=SEVEN)),
    (R.SERVICE_UNKNOWN, "", order(c.CloseService, service="moon", **WHY)),
    (R.SERVICE_UNKNOWN, "", order(c.ReopenService, service="moon")),
    (R.SERVICE_UNKNOWN, "issue serve", order(c.TransferTicket, service="moon", **SEND)),
    (R.SERVICE_CLOSED, "close_service", ISSUE),
    (R.SERVICE_CLOSED, "close_service", order(c.CloseService, service="copies", **WHY)),
    (R.SERIES_FULL, "issue another", ISSUE),
    (R.TICKET_UNKNOWN, "", order(c.StartService, ticket="nobody")),
    (R.TICKET_UNKNOWN, "", order(c.Recall, ticket="nobody")),
    (R.TICKET_UNKNOWN, "", order(c.RecordPaper, ticket="nobody", outcome=Paper.FAILED)),
    (R.TICKET_UNKNOWN, "", order(c.ConfirmPriority, ticket="nobody", confirmed=True)),
    (R.TICKET_KNOWN_OTHERWISE, "take_id", order(c.CloseDay, id="taken")),
    *[
        (R.WRONG_STATE, "issue", order(kind, ticket="an"))
        for kind in (c.Recall, c.Undo, c.MarkNoShow, c.StartService, c.FinishService)
    ],
    *[
        (R.WRONG_STATE, "issue", order(kind, ticket="an"))
        for kind in (c.Undo, c.ResumeTicket, c.ReturnTicket)
    ],
    (R.WRONG_STATE, "issue", order(c.ParkTicket, **SEND)),
    (R.WRONG_STATE, "issue", order(c.TransferTicket, **SEND)),
    (R.WRONG_STATE, "issue serve", order(c.CancelTicket, **SEND)),
    (R.WRONG_STATE, "issue call", order(c.CallTicket, counter=2, **SEND)),
    (R.NOBODY_WAITING, "", order(c.CallNext, counter=1)),
    (R.COUNTER_UNKNOWN, "", order(c.CallNext, counter=99)),
    *[
        (R.COUNTER_UNKNOWN, "", order(kind, counter=99))
        for kind in (c.OpenCounter, c.ResumeCounter, c.CloseCounter)
    ],
    (R.COUNTER_UNKNOWN, "", order(c.PauseCounter, counter=99, **WHY)),
    (R.COUNTER_UNKNOWN, "", order(c.CallTicket, counter=99, **SEND)),
    (R.COUNTER_UNKNOWN, "issue serve", order(c.TransferTicket, counter=99, **SEND)),
    (R.COUNTER_NOT_OPEN, "close_counter", order(c.CallNext, counter=1)),
    (R.COUNTER_NOT_OPEN, "close_counter", order(c.PauseCounter, counter=1, **WHY)),
    (R.COUNTER_NOT_OPEN, "close_counter", order(c.ResumeCounter, counter=1)),
    (R.COUNTER_BUSY, "issue call", order(c.CallNext, counter=1)),
    (R.COUNTER_BUSY, "issue call", order(c.CloseCounter, counter=1)),
    (R.COUNTER_OPEN_ALREADY, "", order(c.OpenCounter, counter=1)),
    (R.COUNTER_OPEN_ALREADY, "", order(c.ResumeCounter, counter=1)),
    (R.COUNTER_CLOSED_ALREADY, "close_counter", order(c.CloseCounter, counter=1)),
    (R.NOT_THIS_COUNTER, "issue serve send", order(c.CallTicket, counter=1, **SEND)),
    (R.SERVICE_NOT_AT_COUNTER, "issue", order(c.CallTicket, counter=4, **SEND)),
    (
        R.SERVICE_NOT_AT_COUNTER,
        "close_counter",
        order(c.OpenCounter, **LAND),
    ),
    (R.TICKET_UNKNOWN, "", order(c.CallTicket, counter=1, ticket="nobody", **WHY)),
    (R.REASON_NEEDED, "issue", order(c.CallTicket, counter=1, ticket="an", reason=" ")),
    (R.REASON_NEEDED, "issue", order(c.CancelTicket, ticket="an", reason="")),
    (R.REASON_NEEDED, "issue serve", order(c.ParkTicket, ticket="an", reason="")),
    (R.REASON_NEEDED, "issue serve", order(c.TransferTicket, ticket="an", reason="")),
    (R.REASON_NEEDED, "", order(c.PauseCounter, counter=1, reason="")),
    (R.REASON_NEEDED, "", order(c.CloseService, service="copies", reason="")),
    (R.TOO_EARLY_NO_SHOW, "issue call", order(c.MarkNoShow, ticket="an")),
    (R.TOO_LATE, "issue serve finish later", order(c.Undo, ticket="an")),
    (R.BOOKING_UNKNOWN, "", CHECK_IN),
    (R.BOOKING_KNOWN_ALREADY, "book", order(c.MakeBooking, code="b", service="copies", slot=0)),
    (R.BOOKING_USED, "book check_in", CHECK_IN),
    (R.BOOKING_CANCELLED, "book give_up", CHECK_IN),
    (R.BOOKING_MISSED, "book close", CHECK_IN),
    (R.BOOKING_WRONG_DAY, "book_tomorrow", CHECK_IN),
    (R.BAD_EMERGENCY_NUMBER, "", order(c.TakeOverEmergency, number="A001", **HELD)),
    (R.EMERGENCY_LIMIT, "", order(c.TakeOverEmergency, number="Z1-51", **HELD)),
    (R.NUMBER_TAKEN, "issue", order(c.RestoreTicket, number="A001", **SLIP)),
    (R.NUMBER_TAKEN, "issue", order(c.RestoreTicket, number="A007", **SLIP | {"ticket": "an"})),
    (R.NUMBER_UNKNOWN, "", order(c.RestoreTicket, number="A01", **SLIP)),
    (R.NUMBER_UNKNOWN, "", order(c.RestoreTicket, number="A0012", **SLIP)),
    (R.NUMBER_UNKNOWN, "", order(c.RestoreTicket, number="Y001", **SLIP)),
    (R.DAY_CLOSED, "close", order(c.RestoreTicket, number="A001", **SLIP)),
    (R.SERVICE_UNKNOWN, "", order(c.RestoreTicket, number="A001", **SLIP | {"service": "moon"})),
    (R.TICKET_UNKNOWN, "book", order(c.RestoreBooking, ticket="nobody", **WHOSE)),
    (R.BOOKING_USED, "book check_in issue", order(c.RestoreBooking, ticket="an", **WHOSE)),
    (
        R.TICKET_KNOWN_OTHERWISE,
        "book check_in",
        order(c.RestoreBooking, ticket="cu", **WHOSE | {"code": "other"}),
    ),
    (R.SERVICE_UNKNOWN, "issue", order(c.RestoreBooking, ticket="an", **WHOSE | MOON)),
    (R.DAY_CLOSED, "issue close", order(c.RestoreBooking, ticket="an", **WHOSE)),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{one[0]}-{one[2][0].__name__}" for one in CASES])
def test_the_order_is_refused_with_this_word_and_nothing_changes(case: Any) -> None:
    why, how, (kind, values) = case
    town = Town(series_limit=2)
    before(town, how)
    stood = canonical(town.day)
    answer = town.ask(kind, **values)
    assert isinstance(answer, Refused), answer
    assert answer.why is why
    assert canonical(town.day) == stood


def test_every_word_of_refusal_is_said_by_some_case() -> None:
    assert {case[0] for case in CASES} == set(Refusal)


def test_before_the_first_opening_every_order_is_refused() -> None:
    town = Town(open_all=False)
    assert town.ask(c.CloseDay) == Refused(Refusal.DAY_CLOSED)
    assert town.ask(c.IssueTicket, ticket="an", service="copies") == Refused(Refusal.DAY_CLOSED)
