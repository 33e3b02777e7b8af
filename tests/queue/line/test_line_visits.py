"""The visit: not there and back again, undone, sent on, sent away for a copy, cancelled."""

from collections.abc import Callable

import pytest

from layso_queue.line import Refusal, Refused
from layso_queue.line import commands as c
from layso_queue.line.states import Priority, Reason
from line_proof.town import Town

A_Town = Callable[..., Town]


def why(answer: object) -> Refusal:
    assert isinstance(answer, Refused), answer
    return answer.why


def lost(town: Town, ticket: str = "an") -> None:
    town.issue(ticket)
    town.issue("binh")
    assert town.next() == ticket
    town.lose(ticket)


def test_back_within_15_minutes_keeps_the_key(town: Town) -> None:
    lost(town)
    key = town.ticket("an").key
    town.at(15).ok(c.ReturnTicket, ticket="an")
    assert town.ticket("an").key == key
    called = town.ok(c.CallNext, counter=1)[0]
    assert (called.ticket, called.reason) == ("an", Reason.RETURNED)


def test_back_later_stands_at_the_end(town: Town) -> None:
    lost(town)
    town.at(15 + 1 / 60_000).ok(c.ReturnTicket, ticket="an")
    assert town.ticket("an").key == town.proof.clock
    assert town.order() == ["binh", "an"]


def test_a_second_return_stands_at_the_end(town: Town) -> None:
    lost(town)
    town.at(1).ok(c.ReturnTicket, ticket="an")
    town.next()
    town.lose("an")
    town.at(2).ok(c.ReturnTicket, ticket="an")
    assert town.order() == ["binh", "an"]


def test_a_person_is_not_given_up_before_the_second_call(town: Town) -> None:
    town.issue("an")
    town.next()
    assert why(town.ask(c.MarkNoShow, ticket="an")) is Refusal.TOO_EARLY_NO_SHOW
    town.ok(c.Recall, ticket="an")
    assert town.ticket("an").calls == 2
    town.ok(c.MarkNoShow, ticket="an")


def test_an_undone_call_waits_again_where_it_was(town: Town) -> None:
    town.issue("an")
    town.issue("binh")
    town.at(9).next()
    town.ok(c.Undo, ticket="an")
    again = town.ticket("an")
    assert (again.calls, again.called_at, again.counter, again.reason) == (0, None, None, None)
    assert town.order() == ["an", "binh"]


def test_a_finish_can_be_undone_for_two_minutes(town: Town) -> None:
    town.issue("an")
    town.finish(town.serve())
    town.at(2).ok(c.Undo, ticket="an")
    assert town.day.counters[1].ticket == "an"
    assert town.ticket("an").ended_at is None


def test_after_two_minutes_a_finish_stays(town: Town) -> None:
    town.issue("an")
    town.finish(town.serve())
    assert why(town.at(2 + 1 / 60_000).ask(c.Undo, ticket="an")) is Refusal.TOO_LATE


def test_a_finish_is_not_undone_at_a_busy_counter(town: Town) -> None:
    town.issue("an")
    town.issue("binh")
    town.finish(town.serve())
    town.next()
    assert why(town.ask(c.Undo, ticket="an")) is Refusal.COUNTER_BUSY


def test_a_finish_is_not_undone_at_a_closed_counter(town: Town) -> None:
    town.issue("an")
    town.finish(town.serve())
    town.ok(c.CloseCounter, counter=1)
    assert why(town.ask(c.Undo, ticket="an")) is Refusal.COUNTER_NOT_OPEN


def test_a_transfer_to_another_service_keeps_number_and_key(town: Town) -> None:
    before = town.issue("an")
    number, key = before.number, before.key
    town.at(5).issue("land", "land")
    town.serve()
    town.at(9).ok(c.TransferTicket, ticket="an", service="land", reason="also land")
    assert (town.ticket("an").number, town.ticket("an").key) == (number, key)
    called = town.ok(c.CallNext, counter=4)[0]
    assert (called.ticket, called.reason) == ("an", Reason.TRANSFERRED)


def test_only_the_named_counter_calls_a_ticket_sent_to_it(town: Town) -> None:
    town.issue("an")
    town.ok(c.TransferTicket, ticket=town.serve(), counter=4, reason="knows the case")
    assert why(town.ask(c.CallNext, counter=1)) is Refusal.NOBODY_WAITING
    picked = town.ask(c.CallTicket, counter=1, ticket="an", reason="here already")
    assert picked == Refused(Refusal.NOT_THIS_COUNTER, {"number": "A001", "counter": 4})
    assert town.next(4) == "an"


def test_a_closed_counter_is_sent_nobody(town: Town) -> None:
    town.issue("an")
    town.serve()
    town.ok(c.CloseCounter, counter=4)
    sent = town.ask(c.TransferTicket, ticket="an", counter=4, reason="knows the case")
    assert why(sent) is Refusal.COUNTER_NOT_OPEN


def test_who_waits_for_a_counter_that_closes_goes_back_to_the_line(town: Town) -> None:
    town.issue("an")
    town.ok(c.TransferTicket, ticket=town.serve(), counter=2, reason="knows the case")
    town.ok(c.CloseCounter, counter=2)
    assert town.next(1) == "an"


def test_who_comes_back_for_a_counter_closed_meanwhile_joins_the_line(town: Town) -> None:
    town.issue("an")
    town.ok(c.TransferTicket, ticket=town.serve(), counter=2, reason="knows the case")
    town.ok(c.ParkTicket, ticket=town.serve(2), reason="to copy")
    town.ok(c.CloseCounter, counter=2)
    town.ok(c.ResumeTicket, ticket="an")
    assert town.next(1) == "an"


def test_a_parked_ticket_comes_back_near_the_front(town: Town) -> None:
    town.issue("an")
    town.ok(c.ParkTicket, ticket=town.serve(), reason="to copy")
    assert town.day.counters[1].ticket is None
    town.at(20).issue("binh")
    town.ok(c.ResumeTicket, ticket="an")
    assert town.ok(c.CallNext, counter=1)[0].reason is Reason.RESUMED
    assert town.ticket("an").started_at is None


def test_a_called_ticket_is_not_called_away_by_another_counter(town: Town) -> None:
    town.issue("an")
    town.next(1)
    away = town.ask(c.CallTicket, counter=2, ticket="an", reason="my case")
    assert why(away) is Refusal.WRONG_STATE


def test_a_finish_keeps_what_staff_noted(town: Town) -> None:
    town.issue("an")
    noted = {"outcome": "taken", "dossier_codes": ("H01", "H02"), "services": ("copies", "land")}
    done = town.ok(c.FinishService, ticket=town.serve(), **noted)[0]
    assert {one: getattr(done, one) for one in noted} == noted


def test_a_finish_without_services_counts_the_tickets_own(town: Town) -> None:
    town.issue("an")
    assert town.ok(c.FinishService, ticket=town.serve())[0].services == ("copies",)


@pytest.mark.parametrize("confirmed", [True, False])
def test_looking_at_a_claim_leaves_the_key(town: Town, confirmed: bool) -> None:
    key = town.issue("old", priority=Priority.ELDERLY).key
    town.ok(c.ConfirmPriority, ticket="old", confirmed=confirmed)
    assert (town.ticket("old").priority_confirmed, town.ticket("old").key) == (confirmed, key)


def test_a_cancelled_call_frees_the_counter(town: Town) -> None:
    town.issue("an")
    town.next()
    town.ok(c.CancelTicket, ticket="an", reason="left")
    assert town.day.counters[1].ticket is None


def test_nobody_is_served_who_was_not_called(town: Town) -> None:
    town.issue("an")
    start = town.ask(c.StartService, ticket="an")
    assert start == Refused(Refusal.WRONG_STATE, {"number": "A001", "state": "waiting"})
