"""The order: a head start fixed at issue, and the sorted places that follow from it."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from layso_queue.line.plan import Rules
from layso_queue.line.states import Priority

MINUTE = 60_000
"""Milliseconds in a minute."""

Place = tuple[int, int, str]
"""Key (ms), the ticket's place in the order of issue, its id: what a waiting ticket is sorted by.

Within a series the order of issue is the order of numbers, so this is (key, number) there; across
series it lets the person who came first go first when two keys are equal to the millisecond.
"""


def key_of_arrival(rules: Rules, priority: Priority, arrived: int) -> int:
    """Return the key, in ms, of somebody who came at `arrived` with this priority claim."""
    return arrived - rules.head_start(priority) * MINUTE


def key_of_booking(rules: Rules, priority: Priority, slot: int, arrived: int) -> int:
    """Return the key of a booking checked in at `arrived`.

    In time: the slot less its head start. Early or late: as if walked in. A priority claim counts
    where it is the better of the two.
    """
    booked = key_of_slot(rules, slot, arrived)
    claimed = key_of_arrival(rules, priority, arrived)
    return claimed if booked is None else min(booked, arrived, claimed)


def key_of_slot(rules: Rules, slot: int, arrived: int) -> int | None:
    """Return the slot less its head start, in ms; None for a check-in too early or too late."""
    if slot - rules.booking_early * MINUTE <= arrived <= slot + rules.booking_late * MINUTE:
        return slot - rules.booking_head_start * MINUTE
    return None


class Places:
    """The waiting tickets of one line, always sorted."""

    __slots__ = ("_sorted",)

    def __init__(self) -> None:
        """Begin with nobody waiting."""
        self._sorted: list[Place] = []

    def __len__(self) -> int:
        """Count the people waiting."""
        return len(self._sorted)

    def __iter__(self) -> Iterator[Place]:
        """Go through the places, the next to be called first."""
        return iter(self._sorted)

    def add(self, place: Place) -> None:
        """Let a ticket wait."""
        insort(self._sorted, place)

    def remove(self, place: Place) -> None:
        """Take a ticket out; it must be there."""
        at = bisect_left(self._sorted, place)
        if at == len(self._sorted) or self._sorted[at] != place:
            raise LookupError(f"not waiting here: {place}")
        del self._sorted[at]

    def first(self) -> Place | None:
        """Return the place that is next, or None."""
        return self._sorted[0] if self._sorted else None

    def ahead_of(self, place: Place) -> int:
        """Count those who will be called before this place."""
        return bisect_left(self._sorted, place)

    def until(self, key: int) -> Iterator[Place]:
        """Go through the places with a key up to `key` (ms)."""
        for place in self._sorted:
            if place[0] > key:
                return
            yield place
