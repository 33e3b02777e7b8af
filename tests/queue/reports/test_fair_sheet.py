"""The day's fairness: every exception, and overtakes against what the rule allows."""

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import orjson
import pytest

from layso_assets.languages import Texts
from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line import from_record
from layso_queue.line.states import Priority, Reason
from layso_queue.line.telling import Told, sheet_of, tell
from layso_queue.reports.fair_words import in_words
from layso_queue.simulate import (
    Appointments,
    Description,
    Desk,
    Leaving,
    Length,
    PriorityShare,
    Returning,
    Service,
    Transfer,
    simulate,
    usual_arrivals,
)
from line_proof.plans import USUAL

OLD = Priority.ELDERLY
Tell = Callable[[Any], Told]


def test_calls_by_the_smallest_key_are_no_exceptions(town: Any, told: Tell) -> None:
    for n in range(3):
        town.at(n).issue(f"walk{n}")
    town.at(5).issue("old", priority=OLD)
    town.at(10).order()
    sheet = sheet_of(told(town))
    assert (sheet.issued, sheet.calls, sheet.exceptions) == (4, 4, ())
    assert sheet.reasons == {Reason.PRIORITY: 1, Reason.OLDEST: 3}
    assert [(one.number, one.by_rule, one.allowed) for one in sheet.overtaken] == [
        ("A001", 1, 1),
        ("A002", 1, 1),
        ("A003", 1, 1),
    ]
    assert sheet.overtaken[0].furthest == 5 * 60_000
    assert sheet.unexplained == ()


def test_every_exception_carries_who_and_why(town: Any, told: Tell) -> None:
    town.at(1).issue("an")
    town.at(2).issue("binh")
    town.at(3).ok(c.CallTicket, counter=1, ticket="binh", reason="Khẩn", actor="truong")
    town.at(4).ok(c.Undo, ticket="binh", actor="nv01")
    town.at(5).ok(c.CallTicket, counter=1, ticket="binh", reason="Khẩn thật", actor="truong")
    town.ok(c.StartService, ticket="binh")
    town.ok(c.TransferTicket, ticket="binh", counter=2, reason="Chuyên môn", actor="nv03")
    town.at(6).serve(2)
    sheet = sheet_of(told(town))
    kinds = [(x.reason, x.actor, x.detail, x.undone_by, x.sent_by) for x in sheet.exceptions]
    assert kinds == [
        (Reason.PICKED, "truong", "Khẩn", "nv01", ""),
        (Reason.PICKED, "truong", "Khẩn thật", "", ""),
    ], "sent to counter 2 and an earlier one waits: the smaller key went first there"
    assert [(one.number, one.by_hand) for one in sheet.overtaken] == [("A001", 1)]


def test_other_moves_taken_back_are_counted_and_a_transfer_taken_back_sends_nobody(
    town: Any, told: Tell
) -> None:
    town.at(1).issue("an")
    town.serve(1)
    town.ok(c.TransferTicket, ticket="an", counter=2, reason="Chuyên môn", actor="nv03")
    town.ok(c.Undo, ticket="an")
    town.ok(c.ParkTicket, ticket="an", reason="to copy")
    town.ok(c.ResumeTicket, ticket="an")
    town.serve(1)
    sheet = sheet_of(told(town))
    assert (sheet.taken_back, sheet.calls, sheet.exceptions) == (1, 2, ())
    words = in_words(told(town), sheet, Texts("en"), {}, "A small center")
    assert "Beside calls, other things done at counters were taken back, 1 in all" in words.verdict


def test_a_ticket_sent_to_one_counter_is_on_the_sheet(town: Any, told: Tell) -> None:
    town.at(1).issue("an")
    town.serve(1)
    town.ok(c.TransferTicket, ticket="an", counter=2, reason="Chuyên môn", actor="nv03")
    town.at(2).serve(2)
    (call,) = sheet_of(told(town)).exceptions
    assert (call.sent_by, call.sent_for, call.counter) == ("nv03", "Chuyên môn", 2)


def test_the_guard_that_makes_a_ticket_due_is_on_the_sheet(
    a_town: Callable[..., Any], told: Tell
) -> None:
    town = a_town(passed_limit=2)
    town.at(1).issue("an")
    for n in range(3):
        town.at(2 + n).issue(f"old{n}", priority=OLD)
    town.at(10).order()
    sheet = sheet_of(told(town))
    assert [call.reason for call in sheet.exceptions] == [Reason.DUE]
    assert sheet.overtaken[0].by_rule == 2
    assert sheet.unexplained == ()


def busy_day(seed: int) -> Told:
    description = Description(
        services=(
            Service(code="A", share=0.7, length=Length(mean=6)),
            Service(code="H", share=0.3, length=Length(mean=12)),
        ),
        desks=tuple(
            Desk(number=n, services=codes, hours=((450, 690), (810, 1020)))
            for n, codes in ((1, ("A",)), (2, ("A", "H")), (3, ("H",)))
        ),
        arrivals=usual_arrivals(140),
        priorities=(PriorityShare(priority=OLD, share=0.15),),
        appointments=(Appointments(service="A", slots=tuple(range(480, 660, 15))),),
        transfers=(Transfer(service="A", to="H", share=0.1),),
        leaving=Leaving(share=0.1),
        returning=Returning(share=0.5),
        no_show=0.1,
        rules=USUAL,
    )
    return tell(simulate(description, seed).events)


@pytest.mark.parametrize("seed", range(4))
def test_on_whole_days_no_overtake_is_beyond_the_rule(seed: int) -> None:
    told = busy_day(seed)
    sheet = sheet_of(told)
    assert sheet.overtaken, "a day without overtakes shows nothing"
    assert sheet.unexplained == ()
    assert all(one.by_rule <= one.allowed for one in sheet.overtaken)
    assert sum(sheet.reasons.values()) == sheet.calls
    assert max(one.furthest for one in sheet.overtaken) < 240 * 60_000


def journal_with_a_wrong_call(town: Any) -> list[e.Event]:
    """Two wait, and the journal says that the later one was called as the oldest."""
    town.at(1).issue("an")
    town.at(2).issue("binh")
    town.at(3).next()
    journal = [from_record(orjson.loads(line)) for line in town.proof.journal]
    assert isinstance(journal[-1], e.TicketCalled)
    journal[-1] = replace(journal[-1], ticket="binh", passed=("A001",))
    return journal


def test_a_call_that_no_rule_explains_is_found(town: Any) -> None:
    sheet = sheet_of(tell(journal_with_a_wrong_call(town)))
    assert [call.ticket for call in sheet.unexplained] == ["binh"]
    assert sheet.overtaken[0].beyond[0].ticket == "binh"
    assert sheet.exceptions[0].first == "an"


def test_an_empty_journal_is_an_empty_sheet() -> None:
    sheet = sheet_of(tell([]))
    assert (sheet.issued, sheet.calls, sheet.overtaken) == (0, 0, ())


def test_no_walk_through_all_rules_has_an_unexplained_call_or_an_unfinished_sentence(
    said: Callable[..., str], told: Tell
) -> None:
    """Days of odd acts under each set of rules: strict, first come, due, jumps of the clock."""
    from line_proof.walk import walk

    seen = 0
    for proof in walk(11, 45):
        town = SimpleNamespace(proof=proof)
        found = told(town)
        assert sheet_of(found).unexplained == ()
        for ticket in found.day.tickets:
            for language in ("vi", "en"):
                paragraph = said(town, ticket, language)
                assert "None" not in paragraph
                assert "{" not in paragraph
                seen += 1
    assert seen > 20
