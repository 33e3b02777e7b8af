"""Invariants of time, replay and crashes: 9, 10, 11 and 12."""

from layso_queue import line
from layso_queue.line.commands import IssueTicket
from layso_queue.line.events import TicketIssued, TicketReturned
from layso_queue.line.view import canonical
from line_proof.step import Step, lines_of, swapped


class Memory:
    """What the journal keeps, whatever happens to clocks and power."""

    def __init__(self) -> None:
        """Begin with nothing acknowledged."""
        self.acknowledged: dict[str, str] = {}

    def invariant_9_the_sequence_rises_and_a_replay_is_identical(self, step: Step) -> None:
        """A day made from the journal's bytes is the same; the same order again does nothing."""
        last = step.day.seq - len(step.events)
        assert [one.seq for one in step.events] == list(range(last + 1, step.day.seq + 1))
        assert step.asked_in_vain, "asking has changed the day"
        if step.events:
            assert canonical(step.made_from_bytes) == canonical(step.day), "replayed otherwise"
            assert line.decide(step.day, step.command, step.now + 1) == [], "acted twice"

    def invariant_10_a_jump_of_the_clock_changes_no_order(self, step: Step) -> None:
        """Time never goes back in the journal; the waiting keep their order; no wait is < 0."""
        last = step.before.last
        for event in step.events:
            assert event.at >= last, "the journal's time went back"
            last = event.at
        now = lines_of(step.day)
        moved = {one.ticket for one in step.events if isinstance(one, TicketReturned)}
        for name, waited in step.lines.items():
            stayed = [one for one in now.get(name, []) if one in waited and one not in moved]
            assert stayed == [one for one in waited if one in stayed], "the order has flipped"
        for ticket in step.day.tickets.values():
            times = [ticket.arrived, ticket.called_at, ticket.started_at, ticket.ended_at]
            known = [one for one in times if one is not None]
            assert known == sorted(known), f"a wait below zero: {ticket.number} {times}"
            person = step.after.people[ticket.id]
            assert (ticket.key, ticket.arrived) == (person.key, person.arrived), "a new key"

    def invariant_11_a_crash_loses_no_acknowledged_ticket(self, step: Step) -> None:
        """After a crash before the commit the retry is answered alike; after it, all is there."""
        assert step.again == step.answer, "the replayed day decides otherwise"
        for event in step.events:
            if isinstance(event, TicketIssued):
                self.acknowledged[event.ticket] = event.number
        for ticket, number in self.acknowledged.items():
            assert step.made_from_bytes.by_number.get(number) == ticket, f"{number} is lost"
        if self.acknowledged:
            ticket = list(self.acknowledged)[-1]
            service = step.day.tickets[ticket].service
            retry = IssueTicket(id=f"retry {ticket}", actor="K1", ticket=ticket, service=service)
            assert line.decide(step.made_from_bytes, retry, step.now) == [], "a second number"

    def invariant_12_swapping_two_equal_counters_changes_only_names(self, step: Step) -> None:
        """The same orders with counters 1 and 2 swapped lead to the same facts, so swapped."""
        if isinstance(step.mirror, list):
            assert step.answer == [swapped(one) for one in step.mirror]
        else:
            assert step.answer == swapped(step.mirror)
