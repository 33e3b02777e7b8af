"""Invariants of the order, from the events alone: 3, 4 and 5."""

from collections.abc import Iterator

from layso_queue.line.commands import RestoreTicket, TakeOverEmergency
from layso_queue.line.events import TicketCalled, TicketIssued, TicketReturned
from layso_queue.line.plan import STRICT, Rules
from layso_queue.line.states import Reason
from line_proof.model import Model
from line_proof.people import Person
from line_proof.step import Step

BY_HAND = (Reason.PICKED,)
NOT_BY_KEY = (Reason.PICKED, Reason.DUE)


class Calling:
    """Who goes first."""

    def invariant_3_nobody_is_called_before_a_smaller_key_without_a_record(
        self, step: Step
    ) -> None:
        """The keys are the rule's; the smallest is called, or the event says why not, past whom."""
        for event in step.events:
            if isinstance(event, TicketIssued | TicketReturned):
                _key_is_the_rules(step, event)
        for event, before, rules in _calls(step):
            called = before.people[event.ticket]
            assert set(event.passed) == before.passed(called), "passed others unrecorded"
            if event.reason in BY_HAND:
                assert event.detail.strip()
                assert event.actor
                continue
            due = [
                one
                for one in before.eligible(event.counter)
                if rules.passed_limit and one.passed_by >= rules.passed_limit
            ]
            assert (event.reason is Reason.DUE) == (called in due), "due, and not said"
            first = (due or before.eligible(event.counter))[0]
            assert event.ticket == first.id, f"{called.number} before {first.number}"

    def invariant_4_a_head_start_reaches_no_further_than_its_minutes(self, step: Step) -> None:
        """Who comes later than another by the head start or more never goes before her."""
        for _, called, other in _pairs(step):
            if other.arrived + called.reach <= called.arrived and other.born < called.born:
                raise AssertionError(f"{called.number} came too late to pass {other.number}")

    def invariant_5_no_head_start_is_first_come_endless_is_strict(self, step: Step) -> None:
        """Head start 0: by arrival exactly. Endless: everybody with a claim before all without."""
        for rules, called, other in _pairs(step):
            if called.booked or other.booked:
                continue
            minutes = {one.minutes for one in rules.head_starts}
            first = (other.arrived, other.born) < (called.arrived, called.born)
            if minutes == {0}:
                assert not first, f"{called.number} before {other.number}, who came first"
            if minutes == {STRICT}:
                assert not (other.claim and not called.claim), "no privilege before privilege"
                assert not (first and other.claim == called.claim), "not by arrival within a class"


def _calls(step: Step) -> Iterator[tuple[TicketCalled, Model, Rules]]:
    for event, before in step.moments:
        if isinstance(event, TicketCalled):
            assert before.plan is not None
            yield event, before, before.plan.rules


def _pairs(step: Step) -> Iterator[tuple[Rules, Person, Person]]:
    """Go through everybody who was called by key, with each who went on waiting beside her."""
    for event, before, rules in _calls(step):
        if event.reason not in NOT_BY_KEY:
            called = before.people[event.ticket]
            for other in before.beside(called):
                yield rules, called, other


def _key_is_the_rules(step: Step, event: TicketIssued | TicketReturned) -> None:
    person = step.after.people[event.ticket]
    assert (event.key, event.arrived) == (person.key, person.arrived), "a key of its own"
    if isinstance(step.command, TakeOverEmergency):
        told = max(step.command.issued_at, step.before.opened_at)
        assert event.arrived == min(told, event.at)
    elif isinstance(step.command, RestoreTicket):
        assert event.arrived == min(step.command.arrived, event.at)
    elif isinstance(event, TicketIssued):
        assert event.arrived == event.at
