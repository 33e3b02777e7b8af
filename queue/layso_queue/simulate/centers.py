"""Ready descriptions: the center of the measured targets, and the usual sizes."""

from layso_queue.line.states import Priority
from layso_queue.simulate.arrivals import usual_arrivals
from layso_queue.simulate.description import Description, Desk, Period, Service
from layso_queue.simulate.effects import Breaks, Effects
from layso_queue.simulate.habits import (
    Appointments,
    Dossiers,
    Leaving,
    Parking,
    PriorityShare,
    Returning,
    Transfer,
)
from layso_queue.simulate.lengths import Length
from layso_queue.simulate.policies import with_head_start, with_officers

DOORS = 435.0
HOURS = ((450.0, 690.0), (810.0, 1020.0))
EARLY_LUNCH = ((450.0, 660.0), (780.0, 1020.0))

TIRED = ((450.0, 540.0, 0.96), (630.0, 690.0, 1.06), (900.0, 1020.0, 1.08))
"""Visits before nine are a little quicker, those before lunch and late in the day slower."""

CLAIMS = (
    PriorityShare(priority=Priority.ELDERLY, share=0.07),
    PriorityShare(priority=Priority.DISABLED, share=0.01),
    PriorityShare(priority=Priority.PREGNANT, share=0.015),
    PriorityShare(priority=Priority.CARER, share=0.02),
    PriorityShare(priority=Priority.MERIT, share=0.01),
)

SERVICES = (
    Service(code="A", share=0.38, length=Length(mean=3.6, cv=0.7)),
    Service(code="S", share=0.20, length=Length(mean=2.2, cv=0.6)),
    Service(code="H", share=0.17, length=Length(mean=6.8, cv=0.6)),
    Service(code="X", share=0.10, length=Length(mean=7.0, cv=0.7)),
    Service(code="L", share=0.09, length=Length(mean=9.0, cv=0.8)),
    Service(code="K", share=0.06, length=Length(mean=8.0, cv=0.7)),
)
"""Shorter visits than a commune's set minutes: 440 people and seven counters need them."""


def demo_center(people: float = 405.0) -> Description:
    """Return the center of the targets: seven counters, about 440 tickets on a mean day.

    `people` walk in; 42 hold a booking, of whom 15 % do not come.
    """
    desks = (
        Desk(number=1, services=("A", "S"), hours=HOURS),
        Desk(number=2, services=("A", "S"), hours=EARLY_LUNCH),
        Desk(number=3, services=("A", "S", "H"), hours=HOURS),
        Desk(number=4, services=("H", "X"), hours=HOURS),
        Desk(number=5, services=("H", "X", "L"), hours=EARLY_LUNCH),
        Desk(number=6, services=("L", "K", "X"), hours=HOURS),
        Desk(number=7, services=("L", "K", "H"), hours=HOURS),
    )
    bookings = (
        Appointments(service="A", slots=_slots(480, 680, 10), priorities=CLAIMS),
        Appointments(service="H", slots=_slots(480, 680, 15), priorities=CLAIMS),
        Appointments(service="L", slots=_slots(840, 960, 15), priorities=CLAIMS),
    )
    return usual_center(SERVICES, desks, people, bookings)


def _slots(start: int, end: int, every: int) -> tuple[float, ...]:
    return tuple(float(minute) for minute in range(start, end, every))


def usual_center(
    services: tuple[Service, ...],
    desks: tuple[Desk, ...],
    people: float,
    appointments: tuple[Appointments, ...],
) -> Description:
    """Return a center as most are, to which `people` walk in on a mean day; paces are drawn."""
    first, *others = usual_arrivals(people)
    described = Description(
        services=services,
        desks=desks,
        arrivals=(Period(start=DOORS, end=first.end, people=first.people), *others),
        at_door=0.2,
        priorities=CLAIMS,
        no_show=0.05,
        walk=0.5,
        appointments=appointments,
        transfers=(
            Transfer(service="A", to="H", share=0.04),
            Transfer(service="H", to="A", share=0.08),
        ),
        parking=(Parking(service="H", share=0.06),),
        leaving=Leaving(share=0.10),
        returning=Returning(share=0.4),
        dossiers=Dossiers(share=0.04),
        effects=Effects(day_cv=0.12, hours=TIRED),
        breaks=Breaks(a_day=2.0, early=0.04),
    )
    return with_officers(with_head_start(described, 240), cv=0.15, seed=26041)
