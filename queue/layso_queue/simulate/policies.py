"""What if: a description changed in one thing, so that the same people come to another center."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from layso_queue.line.plan import STRICT, HeadStart
from layso_queue.line.states import Priority
from layso_queue.simulate.description import Description, Desk
from layso_queue.simulate.effects import around_one

FIRST_COME, PRIVILEGE_FIRST = 0, STRICT
"""Head starts in minutes: none, which is first come first served, and one that no wait reaches."""


MOST_COUNTERS = 99


class Impossible(ValueError):
    """A change that no center can make: `why` is a word for the sentence, `about` its values."""

    def __init__(self, why: str, **about: int) -> None:
        """Say why."""
        super().__init__(f"{why.replace('_', ' ')} {about or ''}".strip())
        self.why = why
        self.about = about


def with_head_start(description: Description, minutes: int) -> Description:
    """Give every priority class the same head start in minutes."""
    heads = tuple(
        HeadStart(priority=one, minutes=minutes) for one in Priority if one is not Priority.NONE
    )
    return replace(description, rules=replace(description.rules, head_starts=heads))


def with_counters(description: Description, counters: int) -> Description:
    """Have so many counters: the last ones go, or the first ones are doubled.

    What only a counter that goes served is taken over by those that stay, in turn. Raise Impossible
    for none or too many.
    """
    if not 1 <= counters <= MOST_COUNTERS:
        raise Impossible("number_of_counters", most=MOST_COUNTERS)
    stay = list(description.desks[:counters])
    served = {code for desk in stay for code in desk.services}
    lost = [one.code for one in description.services if one.code not in served]
    for i, code in enumerate(lost):
        at = len(stay) - 1 - i % len(stay)
        stay[at] = replace(stay[at], services=(*stay[at].services, code))
    last = max(desk.number for desk in description.desks)
    for i in range(counters - len(stay)):
        like = description.desks[i % len(description.desks)]
        stay.append(replace(like, number=last + 1 + i, officer=""))
    return replace(description, desks=tuple(stay))


def with_opening(description: Description, counter: int, minute: float) -> Description:
    """Let a counter open at another time of day; a span that is over by then falls away.

    Raise Impossible if it would never open, or there is no such counter.
    """

    def edit(desk: Desk) -> Desk:
        spans = [(a, b) for a, b in desk.hours if b > minute]
        if not spans:
            raise Impossible("never_opens", counter=counter)
        return replace(desk, hours=((minute, spans[0][1]), *spans[1:]))

    return _edited(description, counter, edit)


def with_services(description: Description, counter: int, services: tuple[str, ...]) -> Description:
    """Let a counter serve these services instead of its own."""
    return _edited(description, counter, lambda desk: replace(desk, services=services))


def with_paces(description: Description, paces: Mapping[int, float]) -> Description:
    """Give the officers at these counters their paces: 1.2 takes a fifth longer."""
    desks = tuple(replace(one, pace=paces.get(one.number, one.pace)) for one in description.desks)
    return replace(description, desks=desks)


def with_officers(description: Description, cv: float, seed: int) -> Description:
    """Draw every officer's pace, log-normal around 1 with the deviation `cv`."""
    random = np.random.default_rng(seed)
    return with_paces(
        description, {one.number: around_one(random, cv) for one in description.desks}
    )


def _edited(description: Description, counter: int, edit: Callable[[Desk], Desk]) -> Description:
    if all(desk.number != counter for desk in description.desks):
        raise Impossible("no_counter", counter=counter)
    desks = tuple(edit(one) if one.number == counter else one for one in description.desks)
    return replace(description, desks=desks)
