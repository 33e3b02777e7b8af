"""The rules of the order, each taken away in a trial only: who is called, what is said of it."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from bench.reliability.days.taking import Take, swap
from layso_queue.line.day import ServiceDay, Ticket
from layso_queue.line.deciding import calls
from layso_queue.line.deciding.choosing import next_ticket, passed_by_calling
from layso_queue.line.states import Priority


def _choose(day: ServiceDay, counter: Any, by: Callable[[Ticket], Any]) -> Ticket | None:
    ticket = next_ticket(day, counter)
    if ticket is None:
        return None
    return min((day.tickets[place[2]] for place in day.line_of(ticket)), key=by)


def _claims_first(ticket: Ticket) -> Any:
    return (ticket.priority is Priority.NONE, ticket.place)


def the_smallest_key_is_called(stack: ExitStack) -> None:
    def last(day: ServiceDay, counter: Any) -> Ticket | None:
        return _choose(day, counter, lambda ticket: (-ticket.key, ticket.born))

    def unless_many(day: ServiceDay, counter: Any) -> Ticket | None:
        usual = next_ticket(day, counter)
        crowd = usual is not None and len(day.line_of(usual)) > 4
        return last(day, counter) if crowd and day.opened_plan.rules.passed_limit else usual

    swap(stack, calls, "next_ticket", unless_many)


def a_call_says_whom_it_passed(stack: ExitStack) -> None:
    swap(stack, calls, "passed_by_calling", lambda day, t: passed_by_calling(day, t)[:1])


def equal_keys_go_by_number(stack: ExitStack) -> None:
    swap(stack, Ticket, "place", property(lambda one: (one.key, -one.born, one.id)))


def who_was_passed_often_is_due(stack: ExitStack) -> None:
    def careless(day: ServiceDay, counter: Any) -> Ticket | None:
        firsts = [first for one in day.lines_for(counter) if (first := one.first())]
        return day.tickets[min(firsts)[2]] if firsts else None

    swap(stack, calls, "next_ticket", careless)


def a_head_start_ends(stack: ExitStack) -> None:
    def first(day: ServiceDay, counter: Any) -> Ticket | None:
        short = day.opened_plan.rules.head_start(Priority.MERIT) == 45
        return _choose(day, counter, _claims_first) if short else next_ticket(day, counter)

    swap(stack, calls, "next_ticket", first)


def without_head_start_there_is_no_privilege(stack: ExitStack) -> None:
    def first(day: ServiceDay, counter: Any) -> Ticket | None:
        none = all(one.minutes == 0 for one in day.opened_plan.rules.head_starts)
        return _choose(day, counter, _claims_first) if none else next_ticket(day, counter)

    swap(stack, calls, "next_ticket", first)


def somebody_who_waits_is_called(stack: ExitStack) -> None:
    def picky(day: ServiceDay, counter: Any) -> Ticket | None:
        found = next_ticket(day, counter)
        return None if found and found.priority is Priority.CARER else found

    swap(stack, calls, "next_ticket", picky)


def a_counter_sees_all_its_services(stack: ExitStack) -> None:
    def blinkered(day: ServiceDay, counter: Any) -> list[Any]:
        return [day.by_counter[counter.number], day.by_service[counter.services[0]]]

    swap(stack, ServiceDay, "lines_for", blinkered)


def equal_counters_are_equal(stack: ExitStack) -> None:
    def favoured(day: ServiceDay, counter: Any) -> Ticket | None:
        if counter.number == 2:
            return _choose(day, counter, _claims_first)
        return next_ticket(day, counter)

    swap(stack, calls, "next_ticket", favoured)


ORDER: tuple[tuple[int, Take], ...] = (
    (3, the_smallest_key_is_called),
    (3, a_call_says_whom_it_passed),
    (10, equal_keys_go_by_number),
    (3, who_was_passed_often_is_due),
    (4, a_head_start_ends),
    (5, without_head_start_there_is_no_privilege),
    (6, somebody_who_waits_is_called),
    (3, a_counter_sees_all_its_services),
    (12, equal_counters_are_equal),
)
"""Each with the invariant that must be seen broken without it."""
