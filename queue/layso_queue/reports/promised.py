"""What people were told when they took a number, on simulated days, against what came."""

from collections.abc import Iterable
from dataclasses import dataclass

from layso_queue.forecast import Calendar, Forecast, Learned, Today, estimate
from layso_queue.forecast.scores import score_of
from layso_queue.line import ServiceDay, events
from layso_queue.line.order import MINUTE
from layso_queue.reports.center_hours import Spans
from layso_queue.simulate import DayRun, Description, simulate
from layso_queue.simulate.opening import midnight_of

SOON = 1.0
"""Minutes: a shorter wait is no wait, and is not counted."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Who took a number at `minute` of the day, the minutes foreseen and told, and the wait.

    `low` to `high` is the forecast's interval, `told` what was said: the same, in round minutes.
    """

    minute: float
    low: float
    high: float
    told: tuple[float, float]
    wait: float

    @property
    def foreseen(self) -> bool:
        """Say whether the wait was within the interval."""
        return self.low <= self.wait <= self.high

    @property
    def kept(self) -> bool:
        """Say whether the wait was within what was told."""
        return self.told[0] <= self.wait <= self.told[1]


class Promises:
    """Plays days, estimates waits at the moment of their numbers, and learns from day to day.

    Only every `every`-th number is asked about, since an estimate costs some milliseconds.
    """

    def __init__(self, spans: Spans, every: int) -> None:
        """Begin with nothing learned; `spans` are the center's hours."""
        self.asked = 0
        self._spans = spans
        self._every = every
        self._learned = Learned()

    def play(self, of_day: Description, seed: int) -> tuple[DayRun, list[Promise]]:
        """Play one more day; return it, and what was promised to those who were then called."""
        calendar = self._calendar(midnight_of(of_day))
        today = Today(self._learned)
        made: dict[str, Forecast] = {}

        def saw(day: ServiceDay, event: events.Event) -> None:
            today.take(event)
            if isinstance(event, events.TicketIssued):
                self.asked += 1
                if self.asked % self._every == 0:
                    found = estimate(day, event.at, calendar=calendar, today=today)
                    forecast = found.tickets.get(event.ticket)
                    if forecast is not None:
                        made[event.ticket] = forecast

        run = simulate(of_day, seed, saw)
        self._learn(today, run, made)
        return run, _compared(run, made)

    def _calendar(self, midnight: int) -> Calendar:
        return Calendar(
            tuple(
                (midnight + round(a * MINUTE), midnight + round(b * MINUTE)) for a, b in self._spans
            )
        )

    def _learn(self, today: Today, run: DayRun, made: dict[str, Forecast]) -> None:
        before = self._learned.days
        self._learned = self._learned.after(today.watch)
        for visit in run.visits:
            if visit.wait is not None and visit.ticket in made:
                one = made[visit.ticket]
                score_of(self._learned.scores, one.service, one.runs, visit.wait, before)


def _compared(run: DayRun, made: dict[str, Forecast]) -> list[Promise]:
    midnight = midnight_of(run.description)
    found = []
    for visit in run.visits:
        if visit.wait is not None and visit.wait > SOON and visit.ticket in made:
            one = made[visit.ticket]
            told = (one.spoken.low, one.spoken.high)
            minute = (visit.arrived - midnight) / MINUTE
            found.append(Promise(minute, one.low, one.high, told, visit.wait))
    return found


def share(found: Iterable[bool]) -> float:
    """Return how many of them are so; NaN if there are none."""
    every = list(found)
    return sum(every) / len(every) if every else float("nan")
