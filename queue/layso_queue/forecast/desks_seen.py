"""What a journal shows of counters: who sits there, when they call, breaks, and slow calls."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from layso_queue.forecast.seen import LONGEST_BREAK, Seen, Stretch
from layso_queue.line import events as e
from layso_queue.line.order import MINUTE
from layso_queue.line.states import Undoable

_DAY = 24 * 60


class DesksSeen:
    """The counters of one day, as far as its journal has been told."""

    def __init__(self, seen: Seen, somebody_waits: Callable[[int, tuple[str, ...]], bool]) -> None:
        """Write into `seen`."""
        self.offset = 420
        self.there: dict[int, str] = {}
        self.paused: dict[int, tuple[str, int]] = {}
        """Reason and ms; the later of the pause's word and the end of the visit then under way."""
        self._seen = seen
        self._somebody_waits = somebody_waits
        self._staff: dict[int, str] = {}
        self._services: dict[int, tuple[str, ...]] = {}
        self._free: dict[int, int] = {}
        self._last_call = 0
        self._ends: dict[int, int] = {}
        self._before: dict[int, tuple[dict[str, Any], list[Stretch]]] = {}

    def minute(self, at: int) -> float:
        """Return the local minute of the day of a time in ms."""
        return (at / MINUTE + self.offset) % _DAY

    def hour(self, at: int) -> int:
        """Return the local hour of a time in ms."""
        return int(self.minute(at) // 60)

    def officer(self, counter: int) -> str:
        """Return by what name a counter's pace is learned.

        That is its officer's code; the counter's own number where one code opened several.
        """
        return officer(counter, self._staff)

    def called(self, event: e.TicketCalled) -> None:
        """Note who is there, and how long she was not called though she waited."""
        free = self._free.pop(event.counter, None)
        if free is not None:
            self._seen.gaps.append((event.at - free) / MINUTE)
        self.there[event.counter] = event.ticket
        self._last_call = event.at

    def left(self, counter: int, at: int) -> None:
        """Note that nobody is at a counter any more."""
        self.there.pop(counter, None)
        if counter in self.paused:
            reason, _ = self.paused[counter]
            self.paused[counter] = (reason, at)
        elif self._somebody_waits(counter, self._services.get(counter, ())):
            self._free[counter] = at

    def opened(self, event: e.CounterOpened) -> None:
        """Note who opened a counter, and when."""
        self._note(event.counter)
        self._staff[event.counter] = event.actor
        self._services[event.counter] = event.services
        self._begin(event.counter, event.at)

    def pause(self, event: e.CounterPaused) -> None:
        """Note that a counter takes nobody new."""
        self._note(event.counter)
        self._end(event.counter, event.at)
        self.paused[event.counter] = (event.reason, event.at)

    def resume(self, event: e.CounterResumed) -> None:
        """Note how long the pause was, from when nobody was there."""
        self._note(event.counter)
        reason, since = self.paused.pop(event.counter)
        self._seen.pauses[reason] = self._seen.pauses.get(reason, 0) + 1
        length = (event.at - since) / MINUTE
        if event.counter not in self.there and 0 < length <= LONGEST_BREAK:
            self._seen.programs[event.counter][-1].rest = length
            self._seen.rests.append((reason, length))
        self._begin(event.counter, event.at)

    def closed(self, event: e.CounterClosed) -> None:
        """Note that a counter is done for now."""
        self._note(event.counter)
        if event.counter in self.paused:
            reason, _ = self.paused.pop(event.counter)
            self._seen.endings[reason] = self._seen.endings.get(reason, 0) + 1
        else:
            self._end(event.counter, event.at)
            self._ends[event.counter] = event.at
        self._staff.pop(event.counter, None)

    def undone(self, event: e.CounterUndone) -> None:
        """Forget a counter's last move and what it showed; who opens it again sits there."""
        counter = event.counter
        kept, stretches = self._before.pop(counter)
        paused = kept["paused"]
        if paused is not None and event.what is Undoable.CLOSE:
            self._seen.endings[paused[0]] -= 1
        elif paused is not None and event.what is Undoable.GO_ON:
            self._seen.pauses[paused[0]] -= 1
            rest = (paused[0], self._seen.programs[counter][-2].rest)
            if rest in self._seen.rests:
                self._seen.rests.remove(rest)
        for name, value in kept.items():
            by_counter = getattr(self, name if name == "paused" else f"_{name}")
            if value is None:
                by_counter.pop(counter, None)
            else:
                by_counter[counter] = value
        self._seen.programs[counter] = stretches
        if event.what is Undoable.CLOSE:
            self._staff[counter] = event.actor

    def _note(self, counter: int) -> None:
        names = ("paused", "staff", "services", "free", "ends")
        kept = {n: getattr(self, n if n == "paused" else f"_{n}").get(counter) for n in names}
        stretches = [replace(one) for one in self._seen.programs.get(counter, [])]
        self._before[counter] = (kept, stretches)

    def day_closed(self) -> None:
        """Open the last stretch of who stayed until nobody was left: it might have gone on."""
        for counter, at in self._ends.items():
            if at >= self._last_call:
                self._seen.programs[counter][-1].end = float("inf")

    def _begin(self, counter: int, at: int) -> None:
        self._seen.programs.setdefault(counter, []).append(Stretch(self.minute(at)))
        self._ends.pop(counter, None)

    def _end(self, counter: int, at: int) -> None:
        self._free.pop(counter, None)
        if program := self._seen.programs.get(counter):
            program[-1].end = self.minute(at)


def officer(counter: int, staff: dict[int, str]) -> str:
    """Return the name by which the pace of a counter is learned; `staff` are the open ones'."""
    code = staff.get(counter, "")
    shared = not code or Counter(staff.values())[code] > 1
    return f"#{counter}" if shared else code
