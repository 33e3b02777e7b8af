"""Simulated days with a forecast for each ticket at its issue, and what then came."""

from collections import deque
from dataclasses import dataclass, field
from time import perf_counter

from layso_queue.forecast.calendar import Calendar
from layso_queue.forecast.estimate import estimate
from layso_queue.forecast.learned import Learned
from layso_queue.forecast.scores import score_of
from layso_queue.forecast.seen import Visit
from layso_queue.forecast.today import Today
from layso_queue.forecast.told import Forecast
from layso_queue.line import ServiceDay, events, view
from layso_queue.line.order import MINUTE
from layso_queue.line.states import CounterState
from layso_queue.simulate import Description, open_days, simulate
from layso_queue.simulate.opening import midnight_of

HOURS = ((450.0, 690.0), (810.0, 1020.0))
"""The center's hours, as its door says them; what each counter really does is learned."""


@dataclass(slots=True)
class Row:
    """One ticket: what was said at its issue, by us and by the rules of thumb; minutes."""

    service: str
    issued: float
    forecast: Forecast
    by_length: float
    by_last_ten: float | None
    waited: float | None = None


@dataclass(slots=True)
class Scored:
    """A day's rows, and what the estimates cost."""

    rows: dict[str, Row] = field(default_factory=dict)
    seconds: float = 0.0
    waiting: int = 0

    @property
    def told(self) -> list[Row]:
        """Return the rows of those who were called."""
        return [row for row in self.rows.values() if row.waited is not None]


class Observer:
    """Watches a simulated day and asks for an estimate at every `every`th ticket's issue."""

    def __init__(self, known: "Known", calendar: Calendar, every: int, runs: int) -> None:
        """Begin with what was known before the day; with `every` 0 nothing is asked."""
        self._means = known.means
        learned = known.learned
        self.today = Today(learned)
        self.scored = Scored()
        self._calendar, self._every, self._runs = calendar, every, runs
        self._issued = 0
        self._lasts: dict[str, deque[float]] = {}

    def __call__(self, day: ServiceDay, event: events.Event) -> None:
        """Be told of an event that `day` has taken."""
        self.today.take(event)
        if isinstance(event, events.TicketIssued):
            self._issued += 1
            if self._every and self._issued % self._every == 0:
                self._ask(day, event)
        elif isinstance(event, events.TicketCalled):
            self._called(day, event)

    def _ask(self, day: ServiceDay, event: events.TicketIssued) -> None:
        began = perf_counter()
        made = estimate(day, event.at, calendar=self._calendar, today=self.today, runs=self._runs)
        self.scored.seconds += perf_counter() - began
        self.scored.waiting += len(made.tickets)
        forecast = made.tickets.get(event.ticket)
        if forecast is None:
            return  # no open counter: nobody promises minutes
        ticket = day.tickets[event.ticket]
        lasts = self._lasts.get(event.service)
        self.scored.rows[event.ticket] = Row(
            service=event.service,
            issued=event.at,
            forecast=forecast,
            by_length=self._by_length(day, event.service, view.ahead(day, ticket) or 0),
            by_last_ten=sum(lasts) / len(lasts) if lasts else None,
        )

    def _by_length(self, day: ServiceDay, service: str, ahead: int) -> float:
        counters = sum(
            counter.state is not CounterState.CLOSED and service in counter.services
            for counter in day.counters.values()
        )
        return ahead * self._means.get(service, 10.0) / max(1, counters)

    def _called(self, day: ServiceDay, event: events.TicketCalled) -> None:
        row = self.scored.rows.get(event.ticket)
        ticket = day.tickets[event.ticket]
        if row is not None and row.waited is None:
            row.waited = (event.at - row.issued) / MINUTE
        if ticket.back is None:
            wait = (event.at - ticket.issued_at) / MINUTE
            self._lasts.setdefault(ticket.service, deque(maxlen=10)).append(wait)


def calendar_of(description: Description) -> Calendar:
    """Return the center's hours on a described day."""
    midnight = midnight_of(description)
    return Calendar(
        tuple((midnight + round(a * MINUTE), midnight + round(b * MINUTE)) for a, b in HOURS)
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What is known after some days: ours, and the rules' of thumb mean minutes by service."""

    learned: Learned = field(default_factory=Learned)
    means: dict[str, float] = field(default_factory=dict)
    visits: tuple[Visit, ...] = ()

    def after(self, day: Observer) -> "Known":
        """Return what is known after one more day."""
        learned = self.learned.after(day.today.watch)
        for row in day.scored.told:
            waited = row.waited or 0.0
            runs, days = row.forecast.runs, self.learned.days
            score_of(learned.scores, row.service, runs, waited, days)
        visits = (*self.visits, *(one for one in day.today.watch.seen.visits if one.shown))
        minutes: dict[str, list[float]] = {}
        for one in visits:
            minutes.setdefault(one.service, []).append(one.minutes)
        means = {service: sum(some) / len(some) for service, some in minutes.items()}
        return Known(learned, means, visits)


@dataclass(frozen=True, slots=True)
class Stretch:
    """`n` days from `first_date`; an estimate is asked for at every `every`th ticket."""

    first_date: str
    n: int
    seed: int
    every: int
    runs: int


def learned_from(description: Description, days: Stretch, known: Known) -> Known:
    """Play days and return what is known after them."""
    for of_day, seed in open_days(description, days.first_date, days.n, days.seed):
        known = known.after(_played(of_day, seed, known, days))
    return known


def scored(description: Description, days: Stretch, known: Known) -> list[Scored]:
    """Play days with what was known before the first of them; nothing is learned from them."""
    return [
        _played(of_day, seed, known, days).scored
        for of_day, seed in open_days(description, days.first_date, days.n, days.seed)
    ]


def _played(of_day: Description, seed: int, known: Known, days: Stretch) -> Observer:
    observer = Observer(known, calendar_of(of_day), days.every, days.runs)
    simulate(of_day, seed, observer)
    return observer
