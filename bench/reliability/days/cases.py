"""The days that are played in turn: two centers under five sets of rules."""

from collections.abc import Iterator
from dataclasses import replace

from layso_queue.line.plan import HeadStart
from layso_queue.line.states import Priority
from layso_queue.simulate import (
    Description,
    PriorityShare,
    Size,
    demo_center,
    open_days,
    sized_center,
)
from layso_queue.simulate.policies import (
    FIRST_COME,
    PRIVILEGE_FIRST,
    with_head_start,
    with_services,
)

MANY = tuple(
    PriorityShare(priority=one, share=share)
    for one, share in ((Priority.ELDERLY, 0.15), (Priority.MERIT, 0.08), (Priority.CARER, 0.05))
)
"""More claims than usual, so that a day meets the rules about them often."""


def rules_of(center: Description) -> tuple[tuple[str, Description], ...]:
    """Return the center under each set of rules, by name."""
    usual = replace(center, priorities=MANY)
    short = HeadStart(priority=Priority.MERIT, minutes=45)
    at_call = replace(usual.rules, start_at_call=True, head_starts=(short,))
    first_come = with_head_start(usual, FIRST_COME)
    return (
        ("four hours", usual),
        (
            "first come",
            replace(first_come, rules=replace(first_come.rules, booking_head_start=0)),
        ),
        ("privilege first", with_head_start(usual, PRIVILEGE_FIRST)),
        ("guard of two", replace(usual, rules=replace(usual.rules, passed_limit=2))),
        ("start at call", replace(usual, no_show=0.0, rules=at_call)),
    )


def cases(days: int, seed: int) -> Iterator[tuple[str, Description, int]]:
    """Go through `days` days, each with the name of its rules and its own seed.

    At either center counters 1 and 2 serve the same.
    """
    twins = with_services(sized_center(Size.M), 1, ("A", "S", "H"))
    centers = [rules_of(twins), rules_of(demo_center())]
    for i in range(days):
        name, description = centers[i // 5 % 2][i % 5]
        for of_day, own in open_days(description, "2026-11-23", 1, seed + i):
            yield name, of_day, own
