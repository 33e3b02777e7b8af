"""A day that is watched: after every order all invariants are looked at."""

from typing import Any

import orjson

from layso_queue import line
from layso_queue.line import ServiceDay, from_record, to_record
from layso_queue.line.commands import Command
from layso_queue.line.view import canonical
from line_proof.calling import Calling
from line_proof.memory import Memory
from line_proof.model import Model
from line_proof.places import Places
from line_proof.step import Answer, Step, lines_of, swapped
from line_proof.taking_back import TakingBack


class InvariantBroken(AssertionError):
    """What the line did is against the design; `which` are the invariants' numbers."""

    def __init__(self, which: dict[int, str], step: Step) -> None:
        """Name each broken invariant with what was seen."""
        super().__init__(f"{which} by {step.command}: {step.answer}")
        self.which = frozenset(which)


class Proof(Places, Calling, Memory, TakingBack):
    """Does orders on a real day, keeps its journal as bytes and reads that on its own."""

    def __init__(self, clock: int, last_date: str = "") -> None:
        """Begin before the first order, at `clock` (ms), after a day of `last_date`."""
        super().__init__()
        self.clock = clock
        self._last_date = last_date
        self.day = ServiceDay.before(0, last_date)
        self.made_from_bytes = ServiceDay.before(0, last_date)
        self.mirror = ServiceDay.before(0, last_date)
        self.model = Model()
        self.journal: list[bytes] = []
        self.stood = [canonical(self.day)]
        self.commands: list[Command] = []

    def do(self, command: Command) -> Answer:
        """Ask, do, and look at all invariants; raise InvariantBroken."""
        answer = line.decide(self.day, command, self.clock)
        step = Step(
            command=command,
            now=self.clock,
            answer=answer,
            again=line.decide(self.made_from_bytes, command, self.clock),
            mirror=line.decide(self.mirror, swapped(command), self.clock),
            before=self.model,
            after=self.model.copy(),
            day=self.day,
            made_from_bytes=self.made_from_bytes,
            asked_in_vain=self.stood[-1] == canonical(self.day),
            lines=lines_of(self.day),
        )
        for event in step.events:
            step.moments.append((event, step.after.copy()))
            step.after.take(event)
            line.apply(self.day, event)
            self.journal.append(orjson.dumps(to_record(event)))
            line.apply(self.made_from_bytes, from_record(orjson.loads(self.journal[-1])))
            self.stood.append(canonical(self.day))
        for event in step.mirror if isinstance(step.mirror, list) else []:
            line.apply(self.mirror, event)
        self.model = step.after
        self.commands.append(command)
        self._look(step)
        return answer

    def crash(self, at: int | None = None) -> ServiceDay:
        """Lose memory and read the journal again, up to `at` events; return the day then."""
        day = ServiceDay.before(0, self._last_date)
        for record in self.records()[:at]:
            line.apply(day, from_record(record))
            assert canonical(day) == self.stood[day.seq], f"otherwise after {day.seq}"
        if at is None:
            self.day = day
        return day

    def records(self) -> list[dict[str, Any]]:
        """Read the journal's bytes."""
        return [orjson.loads(one) for one in self.journal]

    def _look(self, step: Step) -> None:
        broken = {}
        for name in dir(self):
            if name.startswith("invariant_"):
                try:
                    getattr(self, name)(step)
                except AssertionError as fault:
                    broken[int(name.split("_")[1])] = str(fault)
        if broken:
            raise InvariantBroken(broken, step)
