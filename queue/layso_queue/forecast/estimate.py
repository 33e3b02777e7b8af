"""When each waiting ticket, and somebody who comes now, will be called: the rule run forward.

Each run draws how long every visit takes and lets free counters call the smallest key, as the line
does: with breaks, lunch, bookings, head starts, transfers and leavers as this center's own days
had them. One run dates all tickets; the 10 % and 90 % points over the runs are the range, moved to
where past predictions say that they belong.
"""

from dataclasses import dataclass, field

import numpy as np

from layso_queue.forecast.calendar import Calendar
from layso_queue.forecast.draws import Draws
from layso_queue.forecast.learned import Learned
from layso_queue.forecast.play import play
from layso_queue.forecast.ranges import Range
from layso_queue.forecast.rules import rules_of
from layso_queue.forecast.scene import Newcomer, scene
from layso_queue.forecast.today import Today
from layso_queue.forecast.told import Forecast, forecast
from layso_queue.line.day import ServiceDay

RUNS = 40
FEWEST_RUNS = 6
RUNS_TIMES_WAITING = 4000
"""Above this product runs are left out, so that a flood of people never holds the center up."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Ranges by ticket id and, for somebody who comes now, by service code and head start (min).

    A ticket, or service, that no open counter can call has None: no minutes are promised. The
    forecasts behind the ranges are in `tickets` and `arrivals`.
    """

    waits: dict[str, Range | None] = field(default_factory=dict)
    newcomers: dict[Newcomer, Range | None] = field(default_factory=dict)
    tickets: dict[str, Forecast | None] = field(default_factory=dict)
    arrivals: dict[Newcomer, Forecast | None] = field(default_factory=dict)


def estimate(
    day: ServiceDay,
    now: int,
    learned: Learned | None = None,
    calendar: Calendar | None = None,
    *,
    today: Today | None = None,
    runs: int = RUNS,
) -> Estimate:
    """Estimate all waits in minutes at `now` (ms). Equal days and times give equal estimates.

    `today` follows the day's journal and carries what was learned before; without it only
    `learned` and the day as it stands are known.
    """
    found = Estimate()
    if day.plan is None:
        return found
    today = today or Today(learned or Learned())
    calendar = calendar or Calendar()
    laid = scene(day, now, today)
    rules = rules_of(laid, today)
    some = max(FEWEST_RUNS, min(runs, RUNS_TIMES_WAITING // len(laid.items)))
    draws = Draws(laid, rules, today, calendar, some)
    dated = sum(item.line in laid.open_lines for item in laid.items)
    minutes = np.array([play(rules, draws.of_run(run), dated) for run in range(some)])
    minutes.sort(axis=0)
    scores = today.learned.scores
    for i, item in enumerate(laid.items):
        made: Forecast | None = None
        if item.line in laid.open_lines:
            service = laid.codes[item.service]
            made = forecast(service, minutes[:, i], now, scores, calendar)
        said = None if made is None else made.spoken
        if isinstance(item.name, str):
            found.tickets[item.name], found.waits[item.name] = made, said
        else:
            found.arrivals[item.name], found.newcomers[item.name] = made, said
    return found
