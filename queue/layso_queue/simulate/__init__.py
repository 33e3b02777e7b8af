"""A center's day in virtual time, around the real line: what if, and how long would people wait.

simulate(description, seed) -> DayRun
"""

from layso_queue.simulate.description import (
    Appointments,
    Description,
    Desk,
    Period,
    PriorityShare,
    Service,
    usual_arrivals,
)
from layso_queue.simulate.lengths import Law, Length
from layso_queue.simulate.run import simulate
from layso_queue.simulate.visits import DayRun, Visit

__all__ = [
    "Appointments",
    "DayRun",
    "Description",
    "Desk",
    "Law",
    "Length",
    "Period",
    "PriorityShare",
    "Service",
    "Visit",
    "simulate",
    "usual_arrivals",
]
