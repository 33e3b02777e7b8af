"""Each rule of taking back, taken away, is noticed: the invariants break in a fixed morning."""

from typing import Any

import pytest

from layso_queue.line import applying, deciding
from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.deciding import undoing
from layso_queue.line.states import Undoable
from line_proof.proof import InvariantBroken
from line_proof.second_thoughts import second_thoughts
from line_proof.spoiling import Mutations, after, only

pytestmark = pytest.mark.proof

Patch = pytest.MonkeyPatch
MUTATIONS = Mutations()
breaks = MUTATIONS.breaks


@breaks(13)
def what_is_long_over_can_be_taken_back(patch: Patch) -> None:
    patch.setattr(undoing, "_soon", lambda *_: None)


@breaks(13)
def another_counter_may_take_it_back(patch: Patch) -> None:
    patch.setattr(undoing, "_made_by", lambda *_: None)


@breaks(2)
def somebody_comes_back_to_a_busy_counter(patch: Patch) -> None:
    patch.setattr(undoing, "_may_stand", lambda *_: None)


@breaks(13)
def the_first_move_is_taken_back_instead_of_the_last(patch: Patch) -> None:
    sound, leads_to = deciding.HANDLERS[c.Undo]

    def first(day: Any, command: Any, facts: Any) -> None:
        sound(day, command, facts)
        for event in facts.events:
            object.__setattr__(event, "undone", day.tickets[event.ticket].moves[0].seq)

    patch.setitem(deciding.HANDLERS, c.Undo, (first, leads_to))


@breaks(13)
def a_move_is_taken_back_twice(patch: Patch) -> None:
    sound = applying.HANDLERS[e.MoveUndone]

    def forgetful(day: Any, event: Any) -> None:
        moves = day.tickets[event.ticket].moves
        sound(day, event)
        day.tickets[event.ticket].moves = moves

    patch.setitem(applying.HANDLERS, e.MoveUndone, forgetful)


@breaks(13)
def a_call_taken_back_has_passed_somebody_after_all(patch: Patch) -> None:
    sound = applying.HANDLERS[e.MoveUndone]

    def counted(day: Any, event: Any) -> None:
        passed = day.tickets[event.ticket].passed if event.what is Undoable.CALL else ()
        sound(day, event)
        for number in passed:
            day.tickets[day.by_number[number]].passed_by += 1

    patch.setitem(applying.HANDLERS, e.MoveUndone, counted)


@breaks(10)
def a_return_taken_back_leaves_the_new_key(patch: Patch) -> None:
    def keep_new(day: Any, event: Any) -> None:
        day.tickets[event.ticket].key = event.at + 1

    after(patch, e.MoveUndone, only(Undoable.RETURN, keep_new))


@breaks(13)
def a_transfer_taken_back_leaves_the_other_service(patch: Patch) -> None:
    sound = applying.HANDLERS[e.MoveUndone]

    def stays(day: Any, event: Any) -> None:
        service = day.tickets[event.ticket].service
        sound(day, event)
        if event.what is Undoable.TRANSFER:
            day.tickets[event.ticket].service = service

    patch.setitem(applying.HANDLERS, e.MoveUndone, stays)


@breaks(13)
def a_counter_takes_back_what_it_did_before_its_last_call(patch: Patch) -> None:
    sound = applying.remember

    def remember(day: Any, event: Any) -> None:
        counter = day.counters[event.counter] if isinstance(event, e.TicketCalled) else None
        last = counter.last if counter else None
        sound(day, event)
        if counter:
            counter.last = last

    patch.setattr(applying, "remember", remember)


@breaks(13)
def a_counter_open_again_forgets_its_people(patch: Patch) -> None:
    patch.setattr(undoing, "_still_released", lambda *_: ())


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_rule_of_taking_back_taken_away_is_noticed(name: str, monkeypatch: Patch) -> None:
    mutate, invariant = MUTATIONS[name]
    mutate(monkeypatch)
    with pytest.raises(InvariantBroken) as broken:
        second_thoughts()
    assert invariant in broken.value.which


def test_nothing_is_noticed_while_all_rules_of_taking_back_are_there() -> None:
    taken_back = [
        (event["kind"], event["what"])
        for event in second_thoughts().proof.records()
        if event["kind"] in ("MoveUndone", "CounterUndone")
    ]
    assert {what for _, what in taken_back} == set(Undoable)
