"""How the counters' hours were spent on simulated days."""

from collections.abc import Iterable
from dataclasses import dataclass

from layso_queue.line import events as e
from layso_queue.line.order import MINUTE
from layso_queue.simulate import DayRun


@dataclass(frozen=True, slots=True)
class Load:
    """Parts of a counter's planned hours: with people, calling them, on a break, free.

    Work after hours counts too, so that they may make more than one.
    """

    serving: float
    calling: float
    paused: float

    @property
    def busy(self) -> float:
        """Return the part in which somebody was called or there."""
        return self.serving + self.calling

    @property
    def free(self) -> float:
        """Return the part in which nobody was there."""
        return max(0.0, 1.0 - self.busy - self.paused)


def loads_of(runs: Iterable[DayRun]) -> dict[int, Load]:
    """Return each counter's load over all days, by its number."""
    planned: dict[int, float] = {}
    spent: dict[tuple[int, str], float] = {}
    for run in runs:
        for desk in run.description.desks:
            minutes = sum(b - a for a, b in desk.hours)
            planned[desk.number] = planned.get(desk.number, 0.0) + minutes
        for counter, kind, minutes in _spells(run):
            spent[counter, kind] = spent.get((counter, kind), 0.0) + minutes
    return {
        number: Load(
            *(spent.get((number, kind), 0.0) / minutes for kind in ("serving", "calling", "paused"))
        )
        for number, minutes in sorted(planned.items())
    }


def _spells(run: DayRun) -> list[tuple[int, str, float]]:
    """Return what counters did, for how many minutes."""
    doing: dict[int, tuple[str, int]] = {}
    resting: dict[int, int] = {}
    found: list[tuple[int, str, float]] = []
    at: dict[str, int] = {}

    def ends(counter: int, now: int) -> None:
        kind, since = doing.pop(counter, ("", now))
        if kind:
            found.append((counter, kind, (now - since) / MINUTE))
        if counter in resting:
            resting[counter] = now

    for event in run.events:
        match event:
            case e.TicketCalled():
                at[event.ticket] = event.counter
                doing[event.counter] = ("calling", event.at)
            case e.ServiceStarted():
                ends(event.counter, event.at)
                doing[event.counter] = ("serving", event.at)
            case e.ServiceFinished() | e.NoShowMarked() | e.TicketParked() | e.TicketTransferred():
                ends(at[event.ticket], event.at)
            case e.CounterPaused() if event.reason == "break":
                resting[event.counter] = event.at
            case e.CounterResumed() | e.CounterClosed() if event.counter in resting:
                minutes = (event.at - resting.pop(event.counter)) / MINUTE
                found.append((event.counter, "paused", minutes))
    return found
