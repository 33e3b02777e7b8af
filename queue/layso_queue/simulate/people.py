"""Who comes on a simulated day: everything about a person that chance decides, drawn beforehand.

So the same people come whatever the rules are, and two orders are compared on equal terms.
"""

from dataclasses import dataclass

import numpy as np

from layso_queue.line.order import MINUTE
from layso_queue.line.states import Priority
from layso_queue.simulate.arrivals import minutes_of_coming
from layso_queue.simulate.description import Description
from layso_queue.simulate.effects import stream
from layso_queue.simulate.habits import Appointments, PriorityShare
from layso_queue.simulate.parts import Part, Paths


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Times in ms: `arrives` after midnight. `parts` are the visits at desks, one after another.

    `patience` is how long she waits before she leaves, `back_after` when she is there again if she
    was gone when called; None if she does neither. `booking` is the code of her appointment.
    """

    id: str
    arrives: int
    parts: tuple[Part, ...]
    priority: Priority = Priority.NONE
    shows: bool = True
    dossiers: int = 1
    booking: str | None = None
    patience: int | None = None
    back_after: int | None = None

    @property
    def service(self) -> str:
        """Return what she comes for."""
        return self.parts[0].service


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment and the person who comes for it, if anybody does; `slot` in ms."""

    code: str
    service: str
    slot: int
    priority: Priority
    person: Person | None


def walk_ins(description: Description, random: np.random.Generator, seed: int) -> list[Person]:
    """Draw the people without an appointment, in the order in which they come."""
    minutes = minutes_of_coming(description, random, stream(seed, "door"))
    n = len(minutes)
    which = random.choice(len(description.services), n, p=[s.share for s in description.services])
    claims = _claims(description.priorities, n, random)
    shows = random.random(n) >= description.no_show
    takes = np.empty(n)
    for i, service in enumerate(description.services):
        takes[which == i] = service.length.draw(random, int(np.sum(which == i)))
    patience = _some(description.leaving.share, n, stream(seed, "leaving"))
    waits = description.leaving.patience.draw(stream(seed, "patience"), n)
    returns = _some(description.returning.share, n, stream(seed, "returning"))
    after = description.returning.after.draw(stream(seed, "after"), n)
    paths = Paths(description, seed, "walk-in", n)
    found = []
    for i in range(n):
        dossiers, factor = paths.dossiers(i)
        service = description.services[which[i]].code
        found.append(
            Person(
                id=f"walk-in-{i + 1:05d}",
                arrives=round(float(minutes[i]) * MINUTE),
                parts=paths.parts(i, service, float(takes[i]) * factor),
                priority=claims[i],
                shows=bool(shows[i]),
                dossiers=dossiers,
                patience=round(float(waits[i]) * MINUTE) if patience[i] else None,
                back_after=round(float(after[i]) * MINUTE) if returns[i] else None,
            )
        )
    return found


def booked(description: Description, random: np.random.Generator, seed: int) -> list[Booked]:
    """Draw what becomes of the appointments; nobody comes before the day opens."""
    found: list[Booked] = []
    for one in description.appointments:
        found += _of(description, one, random, seed)
    return found


def _of(
    description: Description, one: Appointments, random: np.random.Generator, seed: int
) -> list[Booked]:
    n = len(one.slots)
    length = next(s.length for s in description.services if s.code == one.service)
    takes = length.draw(random, n)
    late = random.normal(one.late_mean, one.late_deviation, n)
    shows = random.random(n) < one.show
    claims = _claims(one.priorities, n, stream(seed, f"claims {one.service}"))
    paths = Paths(description, seed, f"booked {one.service}", n)
    found: list[Booked] = []
    for i, slot in enumerate(one.slots):
        code = f"{one.service}-{i + 1:04d}"
        comes = Person(
            id=f"booked-{code}",
            arrives=round(max(description.opens, slot + float(late[i])) * MINUTE),
            parts=paths.parts(i, one.service, float(takes[i])),
            priority=claims[i],
            booking=code,
        )
        person = comes if shows[i] else None
        found.append(Booked(code, one.service, round(slot * MINUTE), claims[i], person))
    return found


def _claims(
    priorities: tuple[PriorityShare, ...], n: int, random: np.random.Generator
) -> list[Priority]:
    classes = [Priority.NONE, *(one.priority for one in priorities)]
    shares = [one.share for one in priorities]
    drawn = random.choice(len(classes), n, p=[max(0.0, 1.0 - sum(shares)), *shares])
    return [classes[i] for i in drawn]


def _some(share: float, n: int, random: np.random.Generator) -> list[bool]:
    return [bool(one) for one in random.random(n) < share]
