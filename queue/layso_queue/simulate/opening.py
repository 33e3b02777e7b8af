"""What a described day is opened with."""

from datetime import date

from layso_queue.line.order import MINUTE
from layso_queue.line.plan import CounterPlan, DayPlan, ServicePlan
from layso_queue.simulate.description import Description

_DAY = 24 * 60 * MINUTE
_EPOCH = date(1970, 1, 1).toordinal()


def midnight_of(description: Description) -> int:
    """Return the local midnight the day begins with, in ms since the epoch."""
    days = date.fromisoformat(description.date).toordinal() - _EPOCH
    return days * _DAY - description.offset_minutes * MINUTE


def plan_of(description: Description) -> DayPlan:
    """Return the line's plan of the day; a service's code is the letter of its numbers."""
    return DayPlan(
        center="simulated",
        date=description.date,
        services=tuple(
            ServicePlan(
                code=one.code,
                series=one.code if len(one.code) == 1 else f"{one.code}-",
                minutes=max(1, round(one.length.mean)),
            )
            for one in description.services
        ),
        counters=tuple(
            CounterPlan(number=desk.number, services=desk.services) for desk in description.desks
        ),
        rules=description.rules,
        offset_minutes=description.offset_minutes,
    )
