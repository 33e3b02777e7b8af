"""Invariants of numbers, places and moves: 1, 2, 6, 7 and 8."""

from collections import Counter as Tally
from dataclasses import replace

from layso_queue.line import decide, events
from layso_queue.line.commands import CallNext, RestoreTicket, SettleDay
from layso_queue.line.moves import MOVES
from line_proof.step import Step

CHART = {
    events.TicketCalled: ("waiting", "called"),
    events.NoShowMarked: ("called", "no_show"),
    events.ServiceStarted: ("called", "serving"),
    events.ServiceFinished: ("serving", "served"),
    events.TicketParked: ("serving", "parked"),
    events.TicketResumed: ("parked", "waiting"),
    events.TicketTransferred: ("serving", "waiting"),
    events.TicketReturned: ("no_show", "waiting"),
    events.TicketCancelled: ("waiting called parked no_show", "cancelled"),
    events.TicketExpired: ("waiting called parked no_show", "expired"),
    events.TicketRecalled: ("called", "called"),
}


class Places:
    """Where everybody stands."""

    def invariant_1_a_number_is_given_once_and_no_gap_is_without_an_event(self, step: Step) -> None:
        """Each series counts 1, 2, 3..., from its floor on; no number is given to two people.

        What a slip says comes back as it was.
        """
        numbers = step.after.numbers
        assert len(numbers) == len(set(numbers)), "a number was given twice"
        for event, before in step.moments:
            if isinstance(event, events.TicketIssued):
                ordinary = event.channel.value != "emergency"
                if ordinary and not isinstance(step.command, RestoreTicket):
                    last = before.counts.get(event.series, 0)
                    floor = before.floors.get(event.series, 0)
                    assert event.n == max(last, floor) + 1, "a gap"
                written = f"{event.series}{'' if ordinary else '-'}"
                assert event.number == written + f"{event.n:0{3 if ordinary else 2}d}"
                assert event.ticket not in before.people, "a second ticket for the same person"

    def invariant_2_no_ticket_at_two_counters_no_counter_with_two(self, step: Step) -> None:
        """Whoever is called or served is at one counter, alone, and it is not closed."""
        at = [one.at for one in step.after.those("called", "serving")]
        assert None not in at
        assert len(at) == len(set(at)), "two people at one counter"
        told = {number: desk.ticket for number, desk in step.day.counters.items() if desk.ticket}
        assert told == {one.at: one.id for one in step.after.those("called", "serving")}
        assert all(step.after.desks[number][0] != "closed" for number in told)

    def invariant_6_no_idle_counter_beside_somebody_who_waits(self, step: Step) -> None:
        """Every open counter with nobody at it that asks is given one, and nobody is forgotten."""
        busy = {one.at for one in step.after.those("called", "serving")}
        for number, (state, _) in step.after.desks.items():
            if state == "open" and number not in busy and step.after.eligible(number):
                answer = decide(step.day, CallNext(id="?", actor="?", counter=number), step.now)
                assert isinstance(answer, list), "an idle counter got nobody"
        for one in step.after.those("waiting"):
            assert step.day.tickets[one.id].to_counter == one.bound, "waits at the wrong counter"
            assert one.bound is None or step.after.desks[one.bound][0] != "closed"

    def invariant_7_everybody_issued_stands_in_exactly_one_state(self, step: Step) -> None:
        """Tickets issued = the sum over all states; practice counts in nothing."""
        after, day = step.after, step.day
        assert {one.id: one.state for one in after.people.values()} == {
            one.id: one.state.value for one in day.tickets.values()
        }
        tally = Tally(one.state for one in after.people.values())
        assert {k.value: n for k, n in day.tally.items() if n} == dict(tally)
        assert sum(day.tally.values()) == len(after.people)
        in_lines = [place[2] for line in _all_lines(step) for place in line]
        assert sorted(in_lines) == sorted(one.id for one in after.those("waiting"))
        for event, before in step.moments:
            if isinstance(event, events.DayClosed):
                assert before.those("waiting", "parked", "no_show") == [], "left at closing"
        if isinstance(step.command, SettleDay) and after.state == "closed":
            moving = ("waiting", "called", "serving", "parked", "no_show")
            assert after.those(*moving) == [], "left on the way when the day was settled"
        for event, before in step.moments:
            if isinstance(event, events.RehearsalIssued):
                assert before.copy() == replace(after, last=before.last)

    def invariant_8_only_moves_of_the_table(self, step: Step) -> None:
        """Every event moves a ticket as the chart says, and the table names its command."""
        ordered = type(step.command).__name__
        names = {(a.value, b.value): commands for (a, b), commands in MOVES.items()}
        for at, (event, before) in enumerate(step.moments):
            if isinstance(event, events.MoveUndone):
                pair = (before.people[event.ticket].state, event.state.value)
                assert event.what == "claim" or ordered in names.get(pair, ()), f"undone: {pair}"
            if type(event) not in CHART or not isinstance(event, events.TicketEvent):
                continue
            froms, to = CHART[type(event)]
            came = before.people[event.ticket].state
            assert came in froms.split(), f"{came} to {to}"
            if isinstance(event, events.ServiceStarted) and at:
                assert before.plan is not None
                assert before.plan.rules.start_at_call
                assert isinstance(step.moments[at - 1][0], events.TicketCalled)
            elif came != to:
                assert ordered in names[(came, to)], f"{ordered}: {came} to {to}"


def _all_lines(step: Step) -> list[list[tuple[int, int, str]]]:
    lines = [*step.day.by_service.values(), *step.day.by_counter.values()]
    return [list(line) for line in lines]
