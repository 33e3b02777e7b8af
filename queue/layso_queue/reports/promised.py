"""What people were told when they took a number, on simulated days, against what came."""

from collections.abc import Iterable
from dataclasses import dataclass

from layso_queue.forecast import estimate
from layso_queue.line import ServiceDay, events
from layso_queue.line.order import MINUTE
from layso_queue.simulate import DayRun
from layso_queue.simulate.opening import midnight_of

SOON = 1.0
"""Minutes: a shorter wait is no wait, and is not counted."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Who took a number at `minute` of the day was told `low` to `high`, and waited `wait`."""

    minute: float
    low: float
    high: float
    wait: float

    @property
    def kept(self) -> bool:
        """Say whether the wait was within what was told."""
        return self.low <= self.wait <= self.high


class Promises:
    """Watches simulated days and estimates each wait at the moment of its number."""

    def __init__(self) -> None:
        """Begin with nothing told; `asked` counts the estimates."""
        self.asked = 0
        self._told: dict[str, tuple[float, float]] = {}

    def saw(self, day: ServiceDay, event: events.Event) -> None:
        """Estimate when a number was given."""
        if isinstance(event, events.TicketIssued):
            self.asked += 1
            told = estimate(day, event.at).waits.get(event.ticket)
            if told is not None:
                self._told[event.ticket] = (told.low, told.high)

    def of(self, run: DayRun) -> list[Promise]:
        """Return what was told on a day that is over, and forget it."""
        told, self._told = self._told, {}
        midnight = midnight_of(run.description)
        return [
            Promise((visit.arrived - midnight) / MINUTE, *told[visit.ticket], visit.wait)
            for visit in run.visits
            if visit.wait is not None and visit.wait > SOON and visit.ticket in told
        ]


def coverage(promises: Iterable[Promise]) -> float:
    """Return the share of waits within what was told; NaN if there are none."""
    kept = [one.kept for one in promises]
    return sum(kept) / len(kept) if kept else float("nan")
