"""Each rule of the line taken away in turn; the watch must see it within a few days."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from bench.reliability.days.cases import cases
from bench.reliability.days.rules import Broken
from bench.reliability.days.taking import Take
from bench.reliability.days.trial import Trial
from bench.reliability.days.without_order import ORDER
from bench.reliability.days.without_places import PLACES

RULES: tuple[tuple[int, Take], ...] = tuple(sorted(ORDER + PLACES, key=lambda one: one[0]))
"""Every rule with the invariant that must be seen broken without it."""


@contextmanager
def without(rule: Take) -> Iterator[None]:
    """Take a rule away for the time of a with statement."""
    with ExitStack() as stack:
        rule(stack)
        yield


def seen(rule: Take, days: int, seed: int) -> tuple[int, Broken] | None:
    """Play days without a rule; return on which of them, from 1, what was seen, or None."""
    with without(rule):
        for i, (_, description, own) in enumerate(cases(days, seed)):
            try:
                Trial(description, own).play()
            except Broken as broken:
                return i + 1, broken
    return None
