"""What one key has done is taken back: everybody stands as before; what must not be is refused."""

from typing import Any

import pytest

from layso_queue.line import Refusal, Refused
from layso_queue.line import commands as c
from layso_queue.line.states import CounterState, TicketState, Undoable
from line_proof.second_thoughts import undo
from line_proof.town import Town

KEPT = ("state", "service", "counter", "to_counter", "key", "arrived", "called_at", "started_at")
KEPT += ("ended_at", "calls", "returned", "back", "reason", "passed", "priority_confirmed", "moves")


def stand(town: Town, ticket: str = "an") -> dict[str, Any]:
    return {name: getattr(town.ticket(ticket), name) for name in KEPT}


def why(answer: object) -> Refusal:
    assert isinstance(answer, Refused), answer
    return answer.why


def begin(town: Town, *steps: str) -> None:
    town.issue("an")
    for step in steps:
        KEYS[step](town)


KEYS: dict[str, Any] = {
    "call": lambda town: town.ok(c.CallNext, counter=1),
    "recall": lambda town: town.ok(c.Recall, ticket="an"),
    "start": lambda town: town.ok(c.StartService, ticket="an"),
    "no_show": lambda town: town.ok(c.MarkNoShow, ticket="an"),
    "return": lambda town: town.ok(c.ReturnTicket, ticket="an"),
    "finish": lambda town: town.ok(c.FinishService, ticket="an"),
    "park": lambda town: town.ok(c.ParkTicket, ticket="an", reason="to copy"),
    "resume": lambda town: town.ok(c.ResumeTicket, ticket="an"),
    "transfer": lambda town: town.ok(c.TransferTicket, ticket="an", service="land", reason="also"),
    "claim": lambda town: town.ok(c.ConfirmPriority, ticket="an", confirmed=True),
}
WAYS = {
    Undoable.CALL: ("call",),
    Undoable.START: ("call", "start"),
    Undoable.NO_SHOW: ("call", "recall", "no_show"),
    Undoable.RETURN: ("call", "recall", "no_show", "return"),
    Undoable.FINISH: ("call", "start", "finish"),
    Undoable.PARK: ("call", "start", "park"),
    Undoable.RESUME: ("call", "start", "park", "resume"),
    Undoable.TRANSFER: ("call", "start", "transfer"),
    Undoable.CLAIM: ("call", "claim"),
}


@pytest.mark.parametrize("what", WAYS)
def test_every_key_is_taken_back_and_all_stands_as_before(town: Town, what: Undoable) -> None:
    *before, last = WAYS[what]
    begin(town, *before)
    stood = stand(town)
    town.at(1)
    KEYS[last](town)
    event = undo(town, "an")[0]
    assert (event.what, event.state) == (what, stood["state"])
    assert stand(town) == stood


@pytest.mark.parametrize("what", [one for one in WAYS if one is not Undoable.CALL])
def test_after_two_minutes_nothing_is_taken_back_but_a_call(town: Town, what: Undoable) -> None:
    begin(town, *WAYS[what])
    assert undo(town.at(2 + 1 / 60_000), "an") == Refused(
        Refusal.TOO_LATE, {"number": "A001", "minutes": 2}
    )


def test_who_is_called_and_does_not_come_can_be_sent_back_at_any_time(town: Town) -> None:
    begin(town, "call")
    undo(town.at(30), "an")
    assert town.ticket("an").state is TicketState.WAITING


@pytest.mark.parametrize("what", [Undoable.START, Undoable.FINISH, Undoable.TRANSFER])
def test_only_the_counter_that_did_it_takes_it_back(town: Town, what: Undoable) -> None:
    begin(town, *WAYS[what])
    assert undo(town, "an", 2) == Refused(
        Refusal.NOT_THIS_COUNTER, {"number": "A001", "counter": 1}
    )
    assert isinstance(undo(town, "an", None), list), "somebody in charge may"


def test_a_return_is_taken_back_by_who_let_her_return(town: Town) -> None:
    begin(town, *WAYS[Undoable.RETURN])
    assert why(undo(town, "an", actor="nv02")) is Refusal.WRONG_STATE
    assert isinstance(undo(town, "an", actor="nv01"), list)


def test_a_transfer_is_not_taken_back_once_the_other_counter_has_called(town: Town) -> None:
    begin(town, "call", "start", "transfer")
    town.next(4)
    assert why(undo(town, "an", 1)) is Refusal.NOT_THIS_COUNTER
    undo(town, "an", 4)
    undo(town, "an", 1)
    assert (town.ticket("an").service, town.ticket("an").counter) == ("copies", 1)


def test_two_keys_are_taken_back_one_after_the_other(town: Town) -> None:
    begin(town, "call", "start")
    undo(town, "an")
    undo(town, "an")
    assert town.ticket("an").state is TicketState.WAITING
    assert why(undo(town, "an")) is Refusal.WRONG_STATE


def test_nobody_comes_back_to_a_counter_that_is_taken_or_closed(town: Town) -> None:
    begin(town, "call", "start", "park")
    town.issue("binh")
    town.next()
    assert why(undo(town, "an")) is Refusal.COUNTER_BUSY
    undo(town, "binh")
    town.ok(c.CloseCounter, counter=1)
    assert why(undo(town, "an")) is Refusal.COUNTER_NOT_OPEN


def test_where_calls_begin_at_once_both_are_taken_back_together(a_town: Any) -> None:
    town = a_town(start_at_call=True)
    begin(town, "call")
    assert town.ticket("an").state is TicketState.SERVING
    event = undo(town, "an")[0]
    assert (event.what, event.state) == (Undoable.CALL, TicketState.WAITING)


def test_what_is_final_is_not_taken_back(town: Town) -> None:
    begin(town, "call")
    town.ok(c.CancelTicket, ticket="an", reason="left")
    assert why(undo(town, "an", None)) is Refusal.WRONG_STATE


def test_the_same_undo_again_takes_back_nothing_more(town: Town) -> None:
    begin(town, "call", "start")
    undo(town, "an", id="once")
    assert undo(town, "an", id="once") == []
    assert town.ticket("an").state is TicketState.CALLED


def test_a_counter_takes_back_its_pause_its_end_and_its_closing(town: Town) -> None:
    town.ok(c.PauseCounter, counter=1, reason="a break")
    town.ok(c.UndoCounter, counter=1)
    assert town.day.counters[1].state is CounterState.OPEN
    assert why(town.ask(c.UndoCounter, counter=1)) is Refusal.TOO_LATE
    town.ok(c.PauseCounter, counter=1, reason="a break")
    town.ok(c.ResumeCounter, counter=1)
    town.ok(c.UndoCounter, counter=1)
    assert (town.day.counters[1].state, town.day.counters[1].reason) == ("paused", "a break")
    town.issue("an")
    town.ok(c.TransferTicket, ticket=town.serve(2), counter=1, reason="knows it")
    town.ok(c.CloseCounter, counter=1)
    assert town.ticket("an").to_counter is None
    town.ok(c.UndoCounter, counter=1, actor="nv09")
    assert town.day.counters[1].state is CounterState.PAUSED
    assert (town.ticket("an").to_counter, town.day.counters[1].staff) == (1, "nv09")


def test_a_counter_that_has_called_since_is_not_closed_again(town: Town) -> None:
    town.ok(c.CloseCounter, counter=1)
    town.ok(c.OpenCounter, counter=1)
    town.issue("an")
    town.next()
    assert why(town.ask(c.UndoCounter, counter=1)) is Refusal.TOO_LATE
