"""Many days of a center, no two alike: weekdays, chance in how many come, a seed for each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from layso_queue.simulate.description import Description
from layso_queue.simulate.effects import around_one, stream
from layso_queue.simulate.run import simulate
from layso_queue.simulate.stage import Observer
from layso_queue.simulate.visits import DayRun


def open_days(
    description: Description, first_date: str, n: int, seed: int
) -> Iterator[tuple[Description, int]]:
    """Go through the next `n` open days from `first_date` ("YYYY-MM-DD"), each with its seed.

    The first days do not change with `n`.
    """
    week = description.week
    random = stream(seed, "days")
    day = date.fromisoformat(first_date)
    for _ in range(n):
        while week.factor(day) <= 0:
            day += timedelta(days=1)
        factor = week.factor(day) * around_one(random, week.people_cv)
        arrivals = tuple(replace(one, people=one.people * factor) for one in description.arrivals)
        of_day = replace(description, date=day.isoformat(), arrivals=arrivals)
        yield of_day, int(random.integers(2**31))
        day += timedelta(days=1)


def days(
    description: Description,
    first_date: str,
    n: int,
    seed: int,
    on_event: Observer | None = None,
) -> Iterator[DayRun]:
    """Play the next `n` open days one after another; equal arguments give equal journals."""
    for of_day, own in open_days(description, first_date, n, seed):
        yield simulate(of_day, own, on_event)
