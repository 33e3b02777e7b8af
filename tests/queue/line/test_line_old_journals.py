"""Journals of older releases are read to the same day as then, and people go on from there."""

import json
from pathlib import Path

from layso_queue.line import (
    Refusal,
    Refused,
    ServiceDay,
    apply,
    decide,
    from_record,
    to_record,
)
from layso_queue.line.commands import Command, FinishService, Undo

JOURNALS = Path(__file__).parent / "journals"
OLD = JOURNALS / "before_moves_were_undone.jsonl"
"""Written by the release in which only calls and finished visits could be taken back."""
LINES = OLD.read_text().splitlines()


def replayed(lines: list[str]) -> ServiceDay:
    day = ServiceDay.before(0)
    for line in lines:
        event = from_record(json.loads(line))
        assert to_record(event) == json.loads(line)
        apply(day, event)
    return day


def done(day: ServiceDay, command: Command) -> None:
    decided = decide(day, command, day.now + 1)
    assert isinstance(decided, list), decided
    for event in decided:
        apply(day, event)


def test_an_old_journal_is_read_to_the_same_day() -> None:
    day = replayed(LINES)
    then = json.loads(OLD.with_suffix(".day.json").read_text())
    kinds = {json.loads(line)["kind"] for line in LINES}
    assert {"CallUndone", "FinishUndone"} <= kinds
    assert day.seq == then["seq"]
    for id, kept in then["tickets"].items():
        assert {name: getattr(day.tickets[id], name) for name in kept} == kept
    for number, kept in then["counters"].items():
        assert {name: getattr(day.counters[int(number)], name) for name in kept} == kept
    lines = {code: [place[2] for place in line] for code, line in day.by_service.items()}
    assert lines == then["lines"]


def test_who_is_served_again_in_an_old_journal_is_finished_and_taken_back_as_now() -> None:
    undone = max(at for at, line in enumerate(LINES) if '"FinishUndone"' in line)
    day, told = replayed(LINES[: undone + 1]), json.loads(LINES[undone])
    ticket, counter = told["ticket"], told["counter"]
    before = Undo(id="new1", actor="nv01", ticket=ticket, by_counter=counter)
    refused = decide(day, before, day.now)
    assert isinstance(refused, Refused), "nothing of before is remembered"
    assert refused.why is Refusal.WRONG_STATE
    done(day, FinishService(id="new2", actor="nv01", ticket=ticket))
    done(day, Undo(id="new3", actor="nv01", ticket=ticket, by_counter=counter))
    assert (day.tickets[ticket].state, day.counters[counter].ticket) == ("serving", ticket)
