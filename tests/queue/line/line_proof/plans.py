"""The days that the proofs are held on: services that share counters, two of which are equal."""

from dataclasses import replace

from layso_queue.line.plan import STRICT, CounterPlan, DayPlan, HeadStart, Rules, ServicePlan
from layso_queue.line.states import Priority

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
SEVEN = 1_795_392_000_000
"""2026-11-23, 07:00 in Vietnam, in ms since the epoch."""

CLAIMS = tuple(one for one in Priority if one is not Priority.NONE)


def head_starts(minutes: int) -> tuple[HeadStart, ...]:
    """Give every class the same head start."""
    return tuple(HeadStart(priority=one, minutes=minutes) for one in CLAIMS)


USUAL = Rules(head_starts=head_starts(240))
FIRST_COME = Rules(head_starts=head_starts(0), booking_head_start=0)
PRIVILEGE_FIRST = Rules(head_starts=head_starts(STRICT))
GUARDED = replace(USUAL, passed_limit=1)
HURRIED = Rules(
    head_starts=(HeadStart(priority=Priority.MERIT, minutes=45), *head_starts(240)[:3]),
    start_at_call=True,
    series_limit=12,
    emergency_limit=3,
)
RULES = (USUAL, FIRST_COME, PRIVILEGE_FIRST, GUARDED, HURRIED)

SERVICES = ("copies", "civil", "land")
COUNTERS = (1, 2, 3, 4)
EQUAL = {1: 2, 2: 1}
"""Counters 1 and 2 do the same services; swapping them may change nothing but their names."""


def plan(rules: Rules = USUAL, date: str = "2026-11-23", **other: int) -> DayPlan:
    """Make a day with services A, B and C at four counters that overlap."""
    return DayPlan(
        center="26041",
        date=date,
        services=(
            ServicePlan(code="copies", series="A"),
            ServicePlan(code="civil", series="B", minutes=15),
            ServicePlan(code="land", series="C", minutes=25),
        ),
        counters=(
            CounterPlan(number=1, services=("copies", "civil")),
            CounterPlan(number=2, services=("copies", "civil")),
            CounterPlan(number=3, services=("civil", "land")),
            CounterPlan(number=4, services=("land",)),
        ),
        rules=replace(rules, **other),
    )
