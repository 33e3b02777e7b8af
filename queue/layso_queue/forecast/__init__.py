"""Waiting time, from the line as it stands and the real calling rule run forward.

estimate(day, now, learned, calendar, today=...) -> Estimate(waits, newcomers, tickets, arrivals)
Watch follows a journal; Learned.after(watch) is what a center knows after one more day; Today is
the open day on top of that.
"""

from layso_queue.forecast.calendar import Calendar, Split
from layso_queue.forecast.estimate import Estimate, estimate
from layso_queue.forecast.learned import Learned, LearnedUnreadable
from layso_queue.forecast.ranges import Range
from layso_queue.forecast.today import Today
from layso_queue.forecast.told import Forecast
from layso_queue.forecast.watch import Watch

__all__ = [
    "Calendar",
    "Estimate",
    "Forecast",
    "Learned",
    "LearnedUnreadable",
    "Range",
    "Split",
    "Today",
    "Watch",
    "estimate",
]
