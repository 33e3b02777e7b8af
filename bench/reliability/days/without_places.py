"""The other rules, each taken away in a trial only: numbers, places, moves, journal and time."""

from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

from bench.reliability.days.taking import Take, after, rekeyed, swap
from layso_queue import line
from layso_queue.line import commands as c
from layso_queue.line import deciding, moves
from layso_queue.line import events as e
from layso_queue.line.day import ServiceDay
from layso_queue.line.deciding import calls, days, issuing
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import free_counter
from layso_queue.line.deciding.handlers import HANDLERS as DECIDING
from layso_queue.line.order import key_of_arrival
from layso_queue.line.states import CounterState, Priority, TicketState


def a_series_counts_on(stack: ExitStack) -> None:
    def forget(day: ServiceDay, event: Any) -> None:
        day.issued[event.series] = max(0, event.n - 1)

    after(stack, e.TicketIssued, forget)


def a_series_leaves_no_gap(stack: ExitStack) -> None:
    def leap(day: ServiceDay, event: Any) -> None:
        day.issued[event.series] += event.n % 10 == 9

    after(stack, e.TicketIssued, leap)


def a_busy_counter_may_not_call(stack: ExitStack) -> None:
    def free(day: ServiceDay, number: int) -> Any:
        counter = day.counters[number]
        return counter if counter.state is CounterState.OPEN else free_counter(day, number)

    swap(stack, calls, "free_counter", free)


def a_finished_visit_leaves_its_counter(stack: ExitStack) -> None:
    def stay(day: ServiceDay, event: Any) -> None:
        day.counters[event.counter].ticket = event.ticket

    after(stack, e.NoShowMarked, stay)


def closing_remembers_who_is_missing(stack: ExitStack) -> None:
    swap(stack, days, "LEFT_AT_CLOSING", frozenset({TicketState.WAITING}))


def everybody_is_counted_once(stack: ExitStack) -> None:
    def twice(day: ServiceDay, _: Any) -> None:
        day.tally[TicketState.SERVED] += 1

    after(stack, e.TicketTransferred, twice)


def only_moves_of_the_table(stack: ExitStack) -> None:
    away = {(TicketState.WAITING, TicketState.WAITING): frozenset({"ResumeTicket"})}
    stack.enter_context(patch.dict(moves.MOVES, away))


def an_order_twice_acts_once(stack: ExitStack) -> None:
    sound = deciding.decide

    def forgetful(day: ServiceDay, command: c.Command, now: int) -> Any:
        day.done, done = {}, day.done
        try:
            return sound(day, command, now)
        finally:
            day.done = done

    swap(stack, line, "decide", forgetful)


def the_journal_keeps_everything(stack: ExitStack) -> None:
    sound = line.to_record

    def forgetful(event: e.Event) -> Any:
        record = sound(event)
        return record | {"dossiers": 1} if "dossiers" in record else record

    swap(stack, line, "to_record", forgetful)


def a_transfer_keeps_the_key(stack: ExitStack) -> None:
    after(stack, e.TicketTransferred, rekeyed)


def coming_back_from_the_copier_keeps_the_key(stack: ExitStack) -> None:
    after(stack, e.TicketResumed, rekeyed)


def the_clock_is_held(stack: ExitStack) -> None:
    def begin(facts: Any, day: ServiceDay, command: c.Command, now: int) -> None:
        facts.at, facts._next, facts._command, facts.events = now, day.seq + 1, command, []

    swap(stack, Facts, "__init__", begin)


def one_person_has_one_number(stack: ExitStack) -> None:
    sound, leads_to = DECIDING[c.IssueTicket]

    def again(day: ServiceDay, command: Any, facts: Any) -> Any:
        known = day.tickets.pop(command.ticket, None)
        try:
            return sound(day, command, facts)
        finally:
            if known is not None:
                day.tickets[command.ticket] = known

    stack.enter_context(patch.dict(DECIDING, {c.IssueTicket: (again, leads_to)}))


def decisions_follow_from_the_journal_alone(stack: ExitStack) -> None:
    asked = []

    def moody(rules: Any, priority: Priority, arrived: int) -> int:
        asked.append(arrived)
        return key_of_arrival(rules, priority, arrived) - len(asked) % 2

    swap(stack, issuing, "key_of_arrival", moody)


PLACES: tuple[tuple[int, Take], ...] = (
    (1, a_series_counts_on),
    (1, a_series_leaves_no_gap),
    (2, a_busy_counter_may_not_call),
    (2, a_finished_visit_leaves_its_counter),
    (7, closing_remembers_who_is_missing),
    (7, everybody_is_counted_once),
    (8, only_moves_of_the_table),
    (9, an_order_twice_acts_once),
    (9, the_journal_keeps_everything),
    (10, a_transfer_keeps_the_key),
    (10, coming_back_from_the_copier_keeps_the_key),
    (10, the_clock_is_held),
    (11, one_person_has_one_number),
    (11, decisions_follow_from_the_journal_alone),
)
"""Each with the invariant that must be seen broken without it."""
