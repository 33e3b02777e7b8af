"""One command and all that is known of it: what the invariants look at."""

from dataclasses import dataclass, field, fields, replace
from typing import Any

from layso_queue.line import Refused, ServiceDay
from layso_queue.line.commands import Command
from layso_queue.line.events import Event
from line_proof.model import Model
from line_proof.plans import EQUAL

Answer = list[Event] | Refused


@dataclass
class Step:
    """A command was asked and, if it was not refused, done.

    `before` and `after` read the journal on either side, `moments` pairs every event with the
    reading just before it. `again` is what a day made from the journal's bytes answered, `mirror`
    what a day answered in which the two equal counters are swapped. `lines` are the orders in
    which the line let people wait before.
    """

    command: Command
    now: int
    answer: Answer
    again: Answer
    mirror: Answer
    before: Model
    after: Model
    day: ServiceDay
    made_from_bytes: ServiceDay
    asked_in_vain: bool
    lines: dict[str, list[str]]
    moments: list[tuple[Event, Model]] = field(default_factory=list)

    @property
    def events(self) -> list[Event]:
        """The facts that the command led to."""
        return self.answer if isinstance(self.answer, list) else []


def lines_of(day: ServiceDay) -> dict[str, list[str]]:
    """Return who waits in which line, as the day itself has it sorted."""
    found = {code: [place[2] for place in line] for code, line in day.by_service.items()}
    return found | {f"@{n}": [place[2] for place in line] for n, line in day.by_counter.items()}


def swapped(one: Any) -> Any:
    """Return a command, event or refusal with the two equal counters swapped."""
    if isinstance(one, Refused):
        counter = one.about.get("counter")
        return one if counter not in EQUAL else replace(one, about=_other(one.about))
    names = {each.name for each in fields(one)} & {"counter", "by_counter"}
    return replace(
        one, **{name: EQUAL[number] for name in names if (number := getattr(one, name)) in EQUAL}
    )


def _other(about: dict[str, str | int]) -> dict[str, str | int]:
    return about | {"counter": EQUAL[int(about["counter"])]}
