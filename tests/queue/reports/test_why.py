"""The paragraph about a ticket: when and why it was called, and who was called before it."""

from collections.abc import Callable
from typing import Any

import pytest

from layso_queue.line import commands as c
from layso_queue.line.plan import STRICT, HeadStart
from layso_queue.line.states import Channel, Priority
from layso_queue.line.telling import Told

Say = Callable[..., str]
OLD = Priority.ELDERLY


def test_an_ordinary_ticket_was_first_and_nobody_went_before_it(town: Any, said: Say) -> None:
    town.at(30).issue("an")
    town.at(35).issue("binh")
    town.at(40).serve()
    assert said(town, "an", "vi") == (
        "Số A001 (Chứng thực) được lấy tại máy lấy số lúc 07:30 ngày 23/11/2026. Lúc đó không có "
        "ai được xếp trước. Lúc 07:40, sau 10 phút chờ, số này được gọi đến quầy 1 vì đứng đầu "
        "trong các số mà quầy này phục vụ. Không có số nào đến sau mà được gọi trước."
    )
    assert "1 person was to be called before it then." in said(town, "binh")
    assert said(town, "binh").endswith("So far nobody who came later has been called before it.")


def test_it_names_who_came_later_and_the_rule_that_let_them_go_first(town: Any, said: Say) -> None:
    town.at(30).issue("an")
    town.book("HEN1", 120)
    town.at(50).issue("old", priority=OLD)
    town.at(61).finish(town.serve())
    town.at(95).check_in("web", "HEN1")
    town.ok(c.CallTicket, counter=1, ticket="web", reason="Trẻ em bị sốt", actor="nv02")
    town.ok(c.StartService, ticket="web")
    town.at(100).finish("web")
    town.at(101).serve()
    english = said(town, "an")
    assert (
        "2 numbers that came later were called before it: A002, come at 07:50, called at 08:01 by "
        "priority (elderly: counts as come 4 hours earlier); A003, come at 08:35, called at 08:35, "
        "picked by nv02 (reason: “Trẻ em bị sốt”)." in english
    )
    assert "người cao tuổi: tính như đến sớm hơn 4 giờ" in said(town, "an", "vi")
    assert "counts as having come 4 hours earlier, that is from 03:50" in said(town, "old")
    assert "counts as come at 08:00" in said(town, "web")


@pytest.mark.parametrize(
    ("promised", "sentence"),
    [
        ((0, 45), "The wait was within what was promised."),
        ((30, 50), "The wait was within what was promised."),
        ((10, 20), "The wait was 20 minutes longer than promised."),
        ((50, 60), "The wait was 10 minutes shorter than promised."),
        ((0, 0), "The wait was 40 minutes longer than promised."),
    ],
)
def test_the_wait_is_held_against_what_was_promised(
    town: Any, said: Say, promised: tuple[int, int], sentence: str
) -> None:
    town.at(30).issue("an")
    town.at(70).serve()
    paragraph = said(town, "an", promised=promised)
    assert sentence in paragraph
    expected = f"about {promised[0]}–{promised[1]} minutes"
    if promised[0] == 0:
        expected = f"less than {promised[1]} minutes" if promised[1] else "a call at once"
    assert expected in paragraph
    assert "promised" not in said(town, "an")


def test_missed_returned_and_sent_on_is_told_in_order(town: Any, said: Say) -> None:
    town.at(30).issue("an")
    town.at(40).next()
    town.at(42).lose("an")
    town.at(50).ok(c.ReturnTicket, ticket="an")
    town.at(51).serve()
    town.at(52).ok(c.TransferTicket, ticket="an", service="civil", reason="Nhầm dịch vụ")
    town.at(53).next(3)
    town.ok(c.StartService, ticket="an")
    town.at(55).ok(c.ParkTicket, ticket="an", reason="Đi sao chép")
    town.at(60).ok(c.ResumeTicket, ticket="an")
    town.at(61).serve(3)
    town.at(65).finish("an")
    parts = [
        "nobody had come to counter 1",
        "came back and kept the old place",
        "its holder had come back, and it was its turn",
        "sent it on to “Civil status” (reason: “Nhầm dịch vụ”)",
        "it had been sent on there",
        "went to fetch something (reason: “Đi sao chép”)",
        "was back with it",
        "called to counter 3 again",
        "At 08:05 the visit was done.",
    ]
    paragraph = said(town, "an")
    assert [paragraph.index(part) for part in parts] == sorted(
        paragraph.index(part) for part in parts
    )


def test_cancelled_expired_and_never_called_say_so(town: Any, said: Say) -> None:
    town.at(30).issue("an")
    town.issue("binh")
    town.issue("chi")
    town.at(45).ok(c.CancelTicket, ticket="an", reason="Khách về", actor="K1")
    assert "after 15 minutes of waiting and before it was called, K1 cancelled it" in said(
        town, "an"
    )
    town.at(60).next()
    town.at(61).ok(c.CancelTicket, ticket="binh", reason="Khách về")
    assert "At 08:01 nv01 cancelled it." in said(town, "binh")
    assert "waiting for 31 minutes and is next" in said(town, "chi")
    assert "waiting for 1 hour and is next" in said(town, "chi", now=town.proof.clock + 29 * 60_000)
    for number in range(1, 5):
        town.ok(c.CloseCounter, counter=number)
    town.at(90).ok(c.CloseDay)
    assert "had waited 1 hour without being called" in said(town, "chi")


def test_a_call_taken_back_counts_for_nobody(town: Any, said: Say) -> None:
    town.at(30).issue("an")
    town.at(40).issue("old", priority=OLD)
    town.next()
    town.at(41).ok(c.Undo, ticket="old", actor="truong")
    assert "At 07:41 truong took the call back" in said(town, "old")
    assert "So far nobody who came later" in said(town, "an")


def test_every_move_taken_back_is_told_with_who_did_it(town: Any, said: Say) -> None:
    town.at(30).issue("an")
    town.serve()
    town.ok(c.Undo, ticket="an", actor="truong")
    town.at(31).ok(c.StartService, ticket="an")
    town.ok(c.TransferTicket, ticket="an", service="land", reason="also land")
    town.at(32).ok(c.Undo, ticket="an", actor="nv02")
    text = said(town, "an")
    assert "At 07:30 truong took the start of the visit back" in text
    assert "At 07:32 nv02 took the sending on back; it was being served at counter 1 again" in text
    assert "Lúc 07:32 nv02 rút lại việc chuyển" in said(town, "an", "vi")


def test_strict_priority_names_no_hour_of_years_ago(a_town: Callable[..., Any], said: Say) -> None:
    town = a_town(head_starts=(HeadStart(priority=OLD, minutes=STRICT),))
    town.at(30).issue("an")
    town.at(40).issue("old", priority=OLD)
    town.finish(town.serve())
    town.serve()
    assert "called before everybody without it" in said(town, "old")
    assert "(elderly: always goes first)" in said(town, "an")


def test_a_ticket_sent_to_one_counter_says_who_sent_it_there(town: Any, said: Say) -> None:
    town.at(30).issue("an")
    town.at(31).serve(1)
    town.at(32).issue("binh")
    town.ok(c.TransferTicket, ticket="an", counter=2, reason="Cần cán bộ tư pháp")
    town.at(40).serve(2)
    assert "to counter 2 alone (reason: “Cần cán bộ tư pháp”)" in said(town, "an")


def test_every_way_to_a_number_is_told(town: Any, said: Say) -> None:
    town.at(30).issue("helped", channel=Channel.STAFF, assisted=True, actor="tn01")
    town.issue("staff", channel=Channel.STAFF)
    town.issue("lost")
    town.cut_off("cut", "Z1-01", 20)
    town.cut_off("lost", "Z1-02", 20)
    assert "was taken with the help of tn01" in said(town, "helped")
    assert "was given by nv01" in said(town, "staff")
    assert "is an emergency number, taken at 07:20" in said(town, "cut")
    assert said(town, "lost").startswith("Number Z1-02 (Copies)")
    assert "stands in place of A003" in said(town, "lost")


def test_many_who_went_first_are_counted_not_listed(town: Any, said: Say) -> None:
    town.at(30).issue("an")
    for n in range(9):
        town.issue(f"old{n}", priority=OLD)
        town.finish(town.serve())
    paragraph = said(town, "an")
    assert "9 numbers that came later were called before it" in paragraph
    assert "A007" in paragraph
    assert "A008" not in paragraph
    assert "and 3 more" in paragraph


def test_a_number_is_found_as_people_write_it(
    town: Any, told: Callable[[Any], Told], said: Say
) -> None:
    town.issue("an")
    found = told(town).find(" a001 ")
    assert found is not None
    assert found.id == "an"
    assert told(town).find("A002") is None
    with pytest.raises(KeyError):
        said(town, "nobody")
