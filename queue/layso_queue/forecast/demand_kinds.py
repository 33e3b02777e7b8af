"""Of what kind a date is, by the center's calendar."""

from collections.abc import Callable
from datetime import date, timedelta

from layso_queue.forecast.demand import AFTER_CLOSED

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONDAY = {"mon": 1.25, "tue": 0.95, "wed": 0.95, "thu": 0.95, "fri": 0.9, AFTER_CLOSED: 1.3}
"""What is believed of kinds of days before a center has a history."""

LONGEST_CLOSURE = 30
"""Days that are looked back over."""


def kind_of(day: date, works_on: Callable[[date], bool], usual: frozenset[int]) -> str | None:
    """Return the kind of a day, or None if the center is closed on it.

    `works_on` is the calendar, `usual` the weekdays worked when nothing is special (Monday 0). A
    free weekend is not a closure; a free Friday before it is, for the Monday that follows.
    """
    if not works_on(day):
        return None
    for back in range(1, LONGEST_CLOSURE + 1):
        before = day - timedelta(days=back)
        if works_on(before):
            break
        if before.weekday() in usual:
            return AFTER_CLOSED
    return WEEKDAYS[day.weekday()]
