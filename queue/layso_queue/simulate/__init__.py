"""A center's day in virtual time, around the real line: what if, and how long would people wait.

simulate(description, seed) -> DayRun        days(description, first_date, n, seed) -> DayRun, ...
"""

from layso_queue.simulate.arrivals import usual_arrivals
from layso_queue.simulate.calendar import days, open_days
from layso_queue.simulate.centers import demo_center
from layso_queue.simulate.description import Description, Desk, Period, Service
from layso_queue.simulate.effects import Breaks, Effects, Week
from layso_queue.simulate.habits import (
    Appointments,
    Dossiers,
    Leaving,
    Parking,
    PriorityShare,
    Returning,
    Transfer,
)
from layso_queue.simulate.lengths import Law, Length
from layso_queue.simulate.run import simulate
from layso_queue.simulate.sizes import Size, sized_center
from layso_queue.simulate.stage import LineRefused, Observer
from layso_queue.simulate.visits import DayRun, Visit

__all__ = [
    "Appointments",
    "Breaks",
    "DayRun",
    "Description",
    "Desk",
    "Dossiers",
    "Effects",
    "Law",
    "Leaving",
    "Length",
    "LineRefused",
    "Observer",
    "Parking",
    "Period",
    "PriorityShare",
    "Returning",
    "Service",
    "Size",
    "Transfer",
    "Visit",
    "Week",
    "days",
    "demo_center",
    "open_days",
    "simulate",
    "sized_center",
    "usual_arrivals",
]
