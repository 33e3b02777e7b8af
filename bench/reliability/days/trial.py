"""One simulated day under watch: two more days beside it, slips, and a clock that goes wrong."""

from collections.abc import Iterable
from dataclasses import fields, replace
from random import Random
from typing import Any

import orjson

from bench.reliability.days.reading import Reading
from bench.reliability.days.rules import Broken, Fault, after, at_rest, before, hold, unless
from bench.reliability.days.slips import Slips
from layso_queue import line
from layso_queue.line import Refused, ServiceDay, commands, events
from layso_queue.line.order import MINUTE
from layso_queue.line.view import canonical
from layso_queue.simulate import DayRun, Description, LineRefused, simulate

SLIP = 0.04
"""The chance of a mistake before an order."""

LOOKS = 1
"""How often in a day, beside its end, the whole state is compared byte by byte."""


class Trial:
    """Listens in between the simulated staff and the line.

    Beside the living day stand a day read from the journal's bytes alone, as after a crash before
    this very order, and one in which two equal counters are swapped.
    """

    def __init__(self, description: Description, seed: int) -> None:
        """Prepare the watch over `description` played with `seed`."""
        self.description = description
        self.seed = seed
        self.reading = Reading()
        self._random = Random(seed)
        self.slips = Slips(self._random)
        self._crashed = ServiceDay.before(0)
        self._twin = ServiceDay.before(0)
        self._names = _equal_counters(description)
        self._wrong = self._random.choice((0, 0, -40, -5, 15, 50)) * MINUTE
        self._from = self._random.uniform(480, 900)
        self._begun = 0
        self._looks = sorted(self._random.sample(range(300), LOOKS))

    def play(self) -> DayRun:
        """Play and watch the day; raise Broken."""
        try:
            return self.watched(simulate(self.description, self.seed, self.saw, self.decide))
        except LineRefused as fault:
            raise Broken([(6, f"a sound order was refused: {fault}")]) from fault
        except (LookupError, TypeError, ValueError) as fault:
            raise Broken([(7, f"the line broke down: {fault!r}")]) from fault

    def watched(self, run: DayRun) -> DayRun:
        """Look at a day that was played under `saw` and `decide`, at its end; return it."""
        hold(at_rest(self.reading, run.day))
        self._compare(run.day)
        return run

    def decide(
        self, day: ServiceDay, command: commands.Command, now: int
    ) -> list[events.Event] | Refused:
        """Pass an order on to the line, and to the days beside it."""
        now = self._clock(now)
        if day.plan is not None:
            self.slips.again(day, now)
            if self._random.random() < SLIP:
                self.slips.slip(day, now)
        answer = line.decide(day, command, now)
        crashed = line.decide(self._crashed, command, now)
        hold(unless(crashed == answer, 11, "after a crash: otherwise"))
        self._ask_the_twin(command, answer, now)
        if isinstance(answer, list):
            self.slips.remember(command)
        return answer

    def _ask_the_twin(
        self, command: commands.Command, answer: list[events.Event] | Refused, now: int
    ) -> None:
        twin = line.decide(self._twin, self._swapped(command), now)
        if isinstance(answer, Refused) or isinstance(twin, Refused):
            why = [one.why for one in (answer, twin) if isinstance(one, Refused)]
            hold(unless(why[0] is why[-1] and len(why) == 2, 12, "refused with other counters"))
            return
        swapped = [self._swapped(one) for one in twin]
        hold(unless(answer == swapped, 12, "otherwise with counters swapped"))
        for event in twin:
            line.apply(self._twin, event)

    def saw(self, day: ServiceDay, event: events.Event) -> None:
        """Look at an event that was applied to the living day."""
        rest: Iterable[Fault] = ()
        if event.at > self.reading.last and self.reading.plan is not None:
            # The day read from bytes still stands where the living one stood before this event.
            rest = at_rest(self.reading, self._crashed)
        follows = event.seq == self._crashed.seq + 1
        rises = unless(follows, 9, "the sequence does not rise by one")
        hold(rest, rises, before(self.reading, event))
        self.reading.take(event)
        hold(after(self.reading, day, event))
        written = orjson.dumps(line.to_record(event))
        line.apply(self._crashed, line.from_record(orjson.loads(written)))
        if self._looks and event.seq >= self._looks[0]:
            self._looks.pop(0)
            self._compare(day)

    def _compare(self, day: ServiceDay) -> None:
        same = canonical(self._crashed) == canonical(day)
        hold(unless(same, 9, "replayed otherwise"))

    def _clock(self, now: int) -> int:
        self._begun = self._begun or now
        minute = (now - self._begun) / MINUTE
        return now + self._wrong if self._from <= minute + 435 < self._from + 60 else now

    def _swapped(self, one: Any) -> Any:
        if self._names and "counter" in {each.name for each in fields(one)}:
            return replace(one, counter=self._names.get(one.counter, one.counter))
        return one


def _equal_counters(description: Description) -> dict[int, int]:
    """Return two counters that serve the same, each as the other's name; empty without two."""
    seen: dict[tuple[str, ...], int] = {}
    for desk in description.desks:
        other = seen.setdefault(desk.services, desk.number)
        if other != desk.number:
            return {other: desk.number, desk.number: other}
    return {}
