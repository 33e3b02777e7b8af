"""Invariant 13: what is taken back was the last thing, lately, by whoever did it, and wholly."""

from layso_queue.line import events as e
from layso_queue.line.commands import Undo
from line_proof.model import Model
from line_proof.past import Did, released
from line_proof.people import MINUTE, Person
from line_proof.step import Step


class TakingBack:
    """Undo."""

    def invariant_13_only_the_last_move_is_taken_back_soon_and_by_its_maker(
        self, step: Step
    ) -> None:
        """It puts everything where it stood; what others did meanwhile stays."""
        for event, before in step.moments:
            if isinstance(event, e.MoveUndone):
                past = before.past.get(event.ticket, ())
                assert past, "nothing to take back"
                _told(event, past[-1])
                _by_its_maker(step, past[-1])
                standing = event.what == "call" and before.people[event.ticket].state == "called"
                assert standing or _soon(before, event, past[-1]), "taken back too late"
                stood = past[-1].before
                assert isinstance(stood, Person)
                assert (event.state, event.service) == (stood.state, stood.service)
            elif isinstance(event, e.CounterUndone):
                did = before.desk_past.get(event.counter)
                assert did is not None, "the counter has done something else since"
                _told(event, did)
                assert _soon(before, event, did), "taken back too late"
                assert event.state == did.before[0]  # type: ignore[index]
                assert sorted(event.tickets) == sorted(released(before, did)), "somebody forgotten"
        for one in step.after.people.values():
            ticket = step.day.tickets[one.id]
            told = (ticket.service, ticket.passed_by, ticket.returned, ticket.priority_confirmed)
            assert told == (one.service, one.passed_by, one.returned, one.confirmed), one.number
        for number, desk in step.after.desks.items():
            counter = step.day.counters[number]
            assert (counter.state.value, counter.services) == desk, f"counter {number}"


def _told(event: e.MoveUndone | e.CounterUndone, did: Did) -> None:
    assert (event.undone, event.what) == (did.event.seq, did.what), "not the last move"


def _by_its_maker(step: Step, did: Did) -> None:
    command = step.command
    assert isinstance(command, Undo)
    if command.by_counter is not None:
        mine = did.event.actor == command.actor
        assert did.counter == command.by_counter or (did.counter is None and mine), "not its own"


def _soon(before: Model, event: e.Event, did: Did) -> bool:
    assert before.plan is not None
    return event.at - did.event.at <= before.plan.rules.undo_finish_minutes * MINUTE
