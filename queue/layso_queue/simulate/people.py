"""Who comes on a simulated day: everything about a person that chance decides, drawn beforehand.

So the same people come whatever the rules are, and two orders are compared on equal terms.
"""

from dataclasses import dataclass

import numpy as np

from layso_queue.line.order import MINUTE
from layso_queue.line.states import Priority
from layso_queue.simulate.description import Appointments, Description


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Times in ms: `arrives` after midnight, `takes` at the desk. `booking` is its code."""

    id: str
    service: str
    arrives: int
    takes: int
    priority: Priority = Priority.NONE
    shows: bool = True
    booking: str | None = None


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment and the person who comes for it, if anybody does; `slot` in ms."""

    code: str
    service: str
    slot: int
    person: Person | None


def walk_ins(description: Description, random: np.random.Generator) -> list[Person]:
    """Draw the people without an appointment, in the order in which they come."""
    minutes = np.sort(
        np.concatenate(
            [
                random.uniform(period.start, period.end, random.poisson(period.people))
                for period in description.arrivals
            ]
            or [np.empty(0)]
        )
    )
    n = len(minutes)
    which = random.choice(len(description.services), n, p=[s.share for s in description.services])
    classes = [Priority.NONE, *(one.priority for one in description.priorities)]
    shares = [one.share for one in description.priorities]
    claimed = random.choice(len(classes), n, p=[max(0.0, 1.0 - sum(shares)), *shares])
    shows = random.random(n) >= description.no_show
    takes = np.empty(n)
    for i, service in enumerate(description.services):
        takes[which == i] = service.length.draw(random, int(np.sum(which == i)))
    return [
        Person(
            id=f"walk-in-{i + 1:05d}",
            service=description.services[which[i]].code,
            arrives=round(float(minutes[i]) * MINUTE),
            takes=max(1, round(float(takes[i]) * MINUTE)),
            priority=classes[claimed[i]],
            shows=bool(shows[i]),
        )
        for i in range(n)
    ]


def booked(description: Description, random: np.random.Generator) -> list[Booked]:
    """Draw what becomes of the appointments; nobody comes before the day opens."""
    found: list[Booked] = []
    for one in description.appointments:
        found += _of(description, one, random)
    return found


def _of(description: Description, one: Appointments, random: np.random.Generator) -> list[Booked]:
    n = len(one.slots)
    length = next(s.length for s in description.services if s.code == one.service)
    takes = length.draw(random, n)
    late = random.normal(one.late_mean, one.late_deviation, n)
    shows = random.random(n) < one.show
    found: list[Booked] = []
    for i, slot in enumerate(one.slots):
        code = f"{one.service}-{i + 1:04d}"
        comes = Person(
            id=f"booked-{code}",
            service=one.service,
            arrives=round(max(description.opens, slot + float(late[i])) * MINUTE),
            takes=max(1, round(float(takes[i]) * MINUTE)),
            booking=code,
        )
        found.append(Booked(code, one.service, round(slot * MINUTE), comes if shows[i] else None))
    return found
