"""The counters of a simulated day: hours, lunch, breaks, an early close.

Staff are tireless in their hours: an open counter that is free calls at once when somebody waits
whom it serves, and of several free ones the longest free does.
"""

from collections.abc import Callable
from functools import partial

from layso_queue.line import commands, view
from layso_queue.line.day import Counter
from layso_queue.line.order import MINUTE
from layso_queue.line.states import CounterState
from layso_queue.simulate.description import Description, Desk
from layso_queue.simulate.effects import stream
from layso_queue.simulate.stage import Stage

LUNCH, BREAK, CLOSING = "lunch", "break", "closing"
"""Why a counter pauses, as the journal says it."""


class Desks:
    """Opens, pauses and closes counters, and lets them call."""

    def __init__(
        self, stage: Stage, description: Description, seed: int, call: Callable[[int], None]
    ) -> None:
        """Enter the day's hours; `call` calls the next one to a counter."""
        self._stage = stage
        self._description = description
        self._call = call
        self._free_since = {desk.number: 0 for desk in description.desks}
        self._rest: dict[int, int] = {}
        self._breaks = dict.fromkeys(self._free_since, 0)
        self._closing: set[int] = set()
        random = stream(seed, "breaks")
        for desk in description.desks:
            self._enter_hours(desk, self._ends(desk, random.random(), random.random()))
            for a, b in desk.hours:
                share = (b - a) / sum(end - start for start, end in desk.hours)
                for at in random.uniform(a, b, random.poisson(description.breaks.a_day * share)):
                    takes = float(description.breaks.length.draw(random, 1)[0])
                    self._at(at, partial(self._break, desk.number, round(takes * MINUTE)))

    def offer(self, service: str) -> None:
        """Let an idle counter call somebody who has begun to wait for `service`."""
        idle = [
            (self._free_since[counter.number], counter.number)
            for counter in self._stage.day.counters.values()
            if counter.state is CounterState.OPEN
            and counter.ticket is None
            and service in counter.services
        ]
        if idle:
            self._call(min(idle)[1])

    def left(self, number: int) -> None:
        """Note that a counter has become free."""
        self._free_since[number] = self._stage.agenda.now

    def free(self, number: int) -> None:
        """Let a free counter rest, close, or call if somebody waits."""
        counter = self._stage.day.counters[number]
        if counter.ticket is not None:
            return
        if number in self._closing:
            self._stage.do(commands.CloseCounter, counter=number)
            self._closing.discard(number)
        elif number in self._rest:
            self._end_break_after(number, self._rest.pop(number))
        elif counter.state is CounterState.OPEN and view.waiting_for(self._stage.day, counter):
            self._call(number)

    def close_all(self) -> None:
        """Close what is still open, at the end."""
        for counter in self._stage.day.counters.values():
            if counter.state is not CounterState.CLOSED:
                self._stage.do(commands.CloseCounter, counter=counter.number)

    def _ends(self, desk: Desk, chance: float, by: float) -> float:
        start, end = desk.hours[-1]
        others = [one for one in self._description.desks if one is not desk]
        needed = set(desk.services) - {code for one in others for code in one.services}
        if chance >= self._description.breaks.early or needed:
            return end
        return max((start + end) / 2, end - by * self._description.breaks.early_by)

    def _enter_hours(self, desk: Desk, ends: float) -> None:
        for i, (start, end) in enumerate(desk.hours):
            begin = self._open if i == 0 else self._resume
            self._at(start, partial(begin, desk.number))
            if i < len(desk.hours) - 1:
                self._at(end, partial(self._lunch, desk.number))
            elif min(end, ends) < self._description.last_end:
                self._at(min(end, ends), partial(self._close, desk.number))

    def _at(self, minute: float, happen: Callable[[], None]) -> None:
        self._stage.agenda.at(round(minute * MINUTE), happen)

    def _open(self, number: int) -> None:
        self._stage.do(commands.OpenCounter, counter=number)
        self.left(number)
        self.free(number)

    def _lunch(self, number: int) -> None:
        if self._counter(number).state is CounterState.PAUSED:
            # What began as a break is lunch from now on, and says so.
            self._rest.pop(number, None)
            self._stage.do(commands.ResumeCounter, counter=number)
        self._stage.do(commands.PauseCounter, counter=number, reason=LUNCH)

    def _resume(self, number: int) -> None:
        self._stage.do(commands.ResumeCounter, counter=number)
        self.left(number)
        self.free(number)

    def _break(self, number: int, ms: int) -> None:
        counter = self._counter(number)
        if counter.state is not CounterState.OPEN:
            return
        self._stage.do(commands.PauseCounter, counter=number, reason=BREAK)
        self._breaks[number] += 1
        if counter.ticket is None:
            self._end_break_after(number, ms)
        else:
            self._rest[number] = ms

    def _end_break_after(self, number: int, ms: int) -> None:
        self._stage.agenda.after(ms, partial(self._end_break, number, self._breaks[number]))

    def _end_break(self, number: int, which: int) -> None:
        counter = self._counter(number)
        paused = counter.state is CounterState.PAUSED and counter.reason == BREAK
        if paused and which == self._breaks[number]:
            self._resume(number)

    def _close(self, number: int) -> None:
        counter = self._counter(number)
        self._rest.pop(number, None)
        self._closing.add(number)
        if counter.state is CounterState.OPEN and counter.ticket is not None:
            self._stage.do(commands.PauseCounter, counter=number, reason=CLOSING)
        self.free(number)

    def _counter(self, number: int) -> Counter:
        return self._stage.day.counters[number]
