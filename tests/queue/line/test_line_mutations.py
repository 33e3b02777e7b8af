"""Each rule taken away is noticed: the same invariants, on a fixed walk, break as expected."""

from typing import Any

import pytest

from layso_queue import line
from layso_queue.line import applying, deciding, moves
from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import Ticket
from layso_queue.line.deciding import calls, days, issuing
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.states import CounterState, TicketState, Undoable
from line_proof.proof import InvariantBroken
from line_proof.spoiling import Mutations, after, choose, claims_first, only, rekeyed
from line_proof.walk import walk

pytestmark = pytest.mark.proof

SEEDS, STEPS = range(1, 6), 120
"""Walks to try in turn: which of them meets a mutation changes with every change of a rule."""
Patch = pytest.MonkeyPatch
MUTATIONS = Mutations()
breaks = MUTATIONS.breaks


@breaks(3)
def head_start_is_ignored(patch: Patch) -> None:
    patch.setattr(issuing, "key_of_arrival", lambda rules, priority, arrived: arrived)


@breaks(4)
def privilege_goes_before_everybody(patch: Patch) -> None:
    patch.setattr(calls, "next_ticket", lambda day, counter: choose(day, counter, claims_first))


@breaks(5)
def privilege_counts_where_there_is_none(patch: Patch) -> None:
    def first(day: Any, counter: Any) -> Any:
        none = all(one.minutes == 0 for one in day.opened_plan.rules.head_starts)
        return choose(day, counter, claims_first if none else None)

    patch.setattr(calls, "next_ticket", first)


@breaks(1)
def a_series_does_not_count_on(patch: Patch) -> None:
    def forget(day: Any, event: Any) -> None:
        day.issued[event.series] = max(0, event.n - 1)

    after(patch, e.TicketIssued, forget)


@breaks(10)
def a_transfer_changes_the_key(patch: Patch) -> None:
    after(patch, e.TicketTransferred, rekeyed)


@breaks(10)
def undoing_a_call_loses_the_key(patch: Patch) -> None:
    after(patch, e.MoveUndone, only(Undoable.CALL, rekeyed))


@breaks(3)
def numbers_alone_make_the_order(patch: Patch) -> None:
    patch.setattr(Ticket, "place", property(lambda one: (one.n, one.born, one.id)))


@breaks(3)
def equal_keys_are_ordered_backwards(patch: Patch) -> None:
    patch.setattr(Ticket, "place", property(lambda one: (one.key, -one.born, one.id)))


@breaks(2)
def a_busy_counter_may_call(patch: Patch) -> None:
    sound = calls.free_counter

    def free(day: Any, number: int) -> Any:
        counter = day.counters[number]
        return counter if counter.state is CounterState.OPEN else sound(day, number)

    patch.setattr(calls, "free_counter", free)


@breaks(8)
def a_called_ticket_may_be_called_away(patch: Patch) -> None:
    away = (TicketState.CALLED, TicketState.SERVING)
    patch.setitem(moves.MOVES, away, frozenset({"StartService", "CallTicket"}))


@breaks(10)
def the_clock_is_not_held(patch: Patch) -> None:
    def begin(facts: Any, day: Any, command: Any, now: int) -> None:
        facts.at, facts._next, facts._command, facts.events = now, day.seq + 1, command, []

    patch.setattr(Facts, "__init__", begin)


@breaks(7)
def closing_forgets_the_parked(patch: Patch) -> None:
    patch.setattr(days, "LEFT_AT_CLOSING", frozenset({TicketState.WAITING}))


@breaks(7)
def settling_forgets_the_called(patch: Patch) -> None:
    patch.setattr(days, "LIVE", frozenset({TicketState.SERVING}))


@breaks(9)
def a_repeated_id_acts_again(patch: Patch) -> None:
    sound = deciding.decide

    def forgetful(day: Any, command: Any, now: int) -> Any:
        day.done, done = {}, day.done
        try:
            return sound(day, command, now)
        finally:
            day.done = done

    patch.setattr(line, "decide", forgetful)


@breaks(11)
def a_known_person_gets_a_second_number(patch: Patch) -> None:
    sound, leads_to = deciding.HANDLERS[c.IssueTicket]

    def again(day: Any, command: Any, facts: Any) -> Any:
        known = day.tickets.pop(command.ticket, None)
        try:
            return sound(day, command, facts)
        finally:
            if known is not None:
                day.tickets[command.ticket] = known

    patch.setitem(deciding.HANDLERS, c.IssueTicket, (again, leads_to))


@breaks(3)
def coming_back_keeps_the_key_every_time(patch: Patch) -> None:
    sound, leads_to = deciding.HANDLERS[c.ReturnTicket]

    def lenient(day: Any, command: Any, facts: Any) -> Any:
        refused = sound(day, command, facts)
        for event in facts.events:
            object.__setattr__(event, "key", day.tickets[event.ticket].key)
        return refused

    patch.setitem(deciding.HANDLERS, c.ReturnTicket, (lenient, leads_to))


@breaks(6)
def a_closing_counter_keeps_its_people(patch: Patch) -> None:
    def close(day: Any, event: Any) -> None:
        day.counters[event.counter].state = CounterState.CLOSED

    patch.setitem(applying.HANDLERS, e.CounterClosed, close)


@breaks(3)
def the_guard_of_the_often_passed_is_ignored(patch: Patch) -> None:
    patch.setattr(calls, "next_ticket", choose)


@breaks(12)
def one_counter_is_favoured(patch: Patch) -> None:
    sound = calls.next_ticket

    def favoured(day: Any, counter: Any) -> Any:
        return choose(day, counter, claims_first) if counter.number == 2 else sound(day, counter)

    patch.setattr(calls, "next_ticket", favoured)


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_rule_taken_away_is_noticed(name: str, monkeypatch: Patch) -> None:
    mutate, invariant = MUTATIONS[name]
    mutate(monkeypatch)
    assert any(invariant in _broken_in(seed) for seed in SEEDS)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_noticed_while_all_rules_are_there(seed: int) -> None:
    assert len(list(walk(seed, STEPS))) == 5, "one day for each set of rules"


def _broken_in(seed: int) -> set[int]:
    try:
        list(walk(seed, STEPS))
    except InvariantBroken as broken:
        return set(broken.which)
    return set()
