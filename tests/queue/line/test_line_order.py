"""Who is called next, and what is said about it."""

from collections.abc import Callable
from dataclasses import replace

from layso_queue.line import commands as c
from layso_queue.line.plan import HeadStart
from layso_queue.line.states import Priority, Reason
from layso_queue.line.view import ahead, fingerprint, live, open_counters, waiting, waiting_for
from line_proof.plans import FIRST_COME, PRIVILEGE_FIRST, USUAL
from line_proof.town import Town

A_Town = Callable[..., Town]
OLD = Priority.ELDERLY


def test_first_to_come_is_first_called(town: Town) -> None:
    for minutes, name in enumerate(("an", "binh", "chi")):
        town.at(minutes).issue(name)
    assert town.order() == ["an", "binh", "chi"]


def test_two_of_the_same_millisecond_go_by_the_order_of_issue(town: Town) -> None:
    town.issue("z")
    town.issue("a", service="civil")
    town.issue("m")
    assert town.order() == ["z", "a", "m"]


def test_a_counter_calls_the_oldest_of_all_its_services(town: Town) -> None:
    town.issue("copies")
    town.at(1).issue("civil", "civil")
    town.at(2).issue("land", "land")
    assert town.order(3) == ["civil", "land"]


def test_an_elderly_person_counts_as_come_four_hours_earlier(town: Town) -> None:
    town.issue("walks")
    old = town.at(239).issue("old", priority=OLD)
    assert old.key == old.issued_at - 240 * 60_000
    assert town.order() == ["old", "walks"]


def test_one_millisecond_less_than_the_head_start_is_still_before(town: Town) -> None:
    town.issue("walks")
    town.at(240 - 1 / 60_000).issue("old", priority=OLD)
    assert town.order() == ["old", "walks"]


def test_exactly_the_head_start_later_is_no_longer_before(town: Town) -> None:
    town.issue("walks")
    town.at(240).issue("old", priority=OLD)
    assert town.order() == ["walks", "old"]


def test_without_a_head_start_all_go_by_arrival(a_town: A_Town) -> None:
    town = a_town(FIRST_COME)
    town.issue("walks")
    town.at(1).issue("old", priority=OLD)
    assert town.order() == ["walks", "old"]


def test_a_class_without_a_rule_has_no_head_start(a_town: A_Town) -> None:
    only_merit = (HeadStart(priority=Priority.MERIT, minutes=240),)
    town = a_town(replace(USUAL, head_starts=only_merit))
    town.issue("walks")
    town.at(1).issue("old", priority=OLD)
    assert town.order() == ["walks", "old"]


def test_an_endless_head_start_is_strict_priority(a_town: A_Town) -> None:
    town = a_town(PRIVILEGE_FIRST)
    town.issue("walks")
    town.at(600).issue("old", priority=OLD)
    assert town.order() == ["old", "walks"]


def test_a_call_says_why_and_past_whom(town: Town) -> None:
    town.issue("walks")
    town.at(5).issue("old", priority=OLD)
    called = town.ok(c.CallNext, counter=1)[0]
    assert (called.reason, called.detail) == (Reason.PRIORITY, "elderly")
    assert called.passed == ("A001",)
    assert town.ticket("walks").passed_by == 1


def test_an_ordinary_call_passes_nobody(town: Town) -> None:
    town.issue("an")
    town.issue("binh")
    called = town.ok(c.CallNext, counter=1)[0]
    assert (called.reason, called.detail, called.passed) == (Reason.OLDEST, "", ())


def test_a_call_by_hand_keeps_who_did_it_why_and_past_whom(town: Town) -> None:
    town.issue("an")
    town.issue("binh")
    called = town.ok(c.CallTicket, counter=2, ticket="binh", reason="needs a chair", actor="nv07")
    assert (called[0].reason, called[0].detail) == (Reason.PICKED, "needs a chair")
    assert (called[0].actor, called[0].passed) == ("nv07", ("A001",))


def test_who_was_passed_as_often_as_the_limit_is_due(a_town: A_Town) -> None:
    town = a_town(passed_limit=2)
    town.issue("walks")
    for name in ("old1", "old2", "old3"):
        town.at(1).issue(name, priority=OLD)
    assert town.order() == ["old1", "old2", "walks", "old3"]
    assert (town.ticket("walks").reason, town.ticket("walks").reason_detail) == (Reason.DUE, "2")


def test_without_a_limit_nobody_is_due(town: Town) -> None:
    town.issue("walks")
    for name in ("old1", "old2", "old3"):
        town.at(1).issue(name, priority=OLD)
    assert town.order() == ["old1", "old2", "old3", "walks"]


def test_a_call_that_was_undone_passed_nobody(a_town: A_Town) -> None:
    town = a_town(passed_limit=2)
    town.issue("walks")
    town.at(1).issue("old", priority=OLD)
    for _ in range(3):
        assert town.next() == "old"
        town.ok(c.Undo, ticket="old")
    assert town.ticket("walks").passed_by == 0
    assert town.ticket("old").passed == ()


def test_a_start_at_call_leaves_out_the_wait_for_the_person(a_town: A_Town) -> None:
    town = a_town(start_at_call=True)
    town.issue("an")
    kinds = [type(one).__name__ for one in town.ok(c.CallNext, counter=1)]
    assert kinds == ["TicketCalled", "ServiceStarted"]
    assert town.ticket("an").state == "serving"


def test_the_view_counts_who_is_ahead_and_who_waits(town: Town) -> None:
    town.issue("an")
    town.issue("binh")
    town.at(1).issue("old", priority=OLD)
    assert [ahead(town.day, town.ticket(one)) for one in ("an", "binh", "old")] == [1, 2, 0]
    assert [one.id for one in waiting(town.day, "copies")] == ["old", "an", "binh"]
    assert waiting_for(town.day, town.day.counters[1]) == 3
    assert open_counters(town.day, "civil") == [1, 2, 3]
    assert ahead(town.day, town.ticket(town.serve())) is None
    town.finish("old")
    assert [one.id for one in live(town.day)] == ["an", "binh"]


def test_services_named_twice_open_one_line_each(town: Town) -> None:
    town.ok(c.CloseCounter, counter=1)
    town.ok(c.OpenCounter, counter=1, services=("civil", "civil"))
    town.issue("an", "civil")
    assert waiting_for(town.day, town.day.counters[1]) == 1


def test_equal_days_have_equal_fingerprints_and_others_do_not(town: Town) -> None:
    again = town.proof.crash(len(town.proof.journal))
    assert fingerprint(again) == fingerprint(town.day)
    town.issue("an")
    assert fingerprint(again) != fingerprint(town.day)
