"""Everything that a plan says of one day, made at once; words and pictures are made from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from layso_queue.center.settings import Settings
from layso_queue.center.storage import Booking
from layso_queue.forecast.demand import SLOTS
from layso_queue.reports.center_hours import Spans, spans_of
from layso_queue.reports.history import HALF_HOUR, History
from layso_queue.reports.plan_day import day_of, kind_on
from layso_queue.reports.plan_places import PERCENTILE, Offered, places
from layso_queue.reports.plan_roster import Roster, planned, steps_of
from layso_queue.reports.plan_tried import tried
from layso_queue.reports.plan_waits import Waited, played
from layso_queue.simulate import Description, Desk

HOUR = 60.0

Change = tuple[int, float, float]
"""A counter, and from when until when it is open, in minutes after midnight; 0, 0 is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A day's plan. `busy` is how many come on three of ten such days or more.

    `places` are what to open on the web with the plan's counters; `with_places` is how walk-ins
    would then wait in the simulator, all places being taken.
    """

    day: date
    days_known: int
    people: float
    busy: float
    booked: int
    spans: Spans
    desks: dict[int, Desk]
    usual: Waited
    usual_desks: tuple[Desk, ...]
    roster: Roster
    changed: Waited | None
    places: tuple[Offered, ...]
    with_places: Waited


class NoSuchCounter(ValueError):
    """A change names a counter that the center does not have, or hours outside its own."""


def make(
    settings: Settings,
    history: History,
    day: date,
    bookings: Sequence[Booking],
    targets: dict[str, float],
    changes: Sequence[Change],
    runs: int,
) -> Plan:
    """Make the plan; raise ClosedThatDay, NoSuchCounter."""
    kind = kind_on(settings, history, day)
    usual = day_of(settings, history, day, bookings)
    spans = spans_of(settings)
    desks = {one.number: one for one in history.usual.desks}
    hours = {code: demand.hours(kind) for code, demand in history.demand.items()}
    for one in usual.appointments:
        for slot in one.slots:
            hours[one.service][int(slot // HALF_HOUR)] += one.show
    changed = with_changes(usual, desks, spans, changes) if changes else None
    roster = planned(usual, desks, spans, hours, targets, runs)
    offered = _places(history, kind, usual, roster, desks, targets, spans)
    bare = replace(usual, desks=roster.desks(desks, spans), appointments=())
    left, with_places = tried(
        bare, spans, offered, played(bare, spans, runs), targets, history.show, runs
    )
    everybody = range(SLOTS)
    return Plan(
        day=day,
        days_known=history.days,
        people=sum(one.day(kind) for one in history.demand.values()),
        busy=sum(one.percentile(kind, PERCENTILE, everybody) for one in history.demand.values()),
        booked=sum(len(one.slots) for one in usual.appointments),
        spans=spans,
        desks=desks,
        usual=played(usual, spans, runs),
        usual_desks=usual.desks,
        roster=roster,
        changed=None if changed is None else played(changed, spans, runs),
        places=left,
        with_places=with_places,
    )


def with_changes(
    usual: Description, desks: dict[int, Desk], spans: Spans, changes: Sequence[Change]
) -> Description:
    """Return the day with some counters open at other times; raise NoSuchCounter."""
    found = {one.number: one for one in usual.desks}
    for number, first, last in changes:
        if number not in desks:
            raise NoSuchCounter(number)
        hours = tuple((max(a, first), min(b, last)) for a, b in spans)
        hours = tuple((a, b) for a, b in hours if a < b)
        found.pop(number, None)
        if hours:
            found[number] = replace(desks[number], hours=hours)
        elif last > first:
            raise NoSuchCounter(number)
    try:
        return replace(usual, desks=tuple(found[n] for n in sorted(found)))
    except ValueError as fault:
        raise NoSuchCounter(str(fault)) from fault


def _places(
    history: History,
    kind: str,
    usual: Description,
    roster: Roster,
    desks: dict[int, Desk],
    targets: dict[str, float],
    spans: Spans,
) -> tuple[Offered, ...]:
    lengths = {
        one.code: replace(one.length, mean=one.length.mean + usual.walk) for one in usual.services
    }
    privileged = sum(one.share for one in usual.priorities)
    found: list[Offered] = []
    for start, span in hours_of(spans):
        steps = [step for step in roster.open if start <= step < start + span]
        # A counter counts for an hour that it is open all of: nobody is promised half a counter.
        open_all = set.intersection(*(roster.open[step] for step in steps))
        slots = [int(step // HALF_HOUR) for step in steps]
        walk_ins = {
            code: demand.percentile(kind, PERCENTILE, slots) * HOUR / span
            for code, demand in history.demand.items()
        }
        found += places(
            start,
            span,
            walk_ins,
            lengths,
            {n: desks[n].services for n in open_all},
            targets,
            privileged,
            history.show,
        )
    return tuple(found)


def hours_of(spans: Spans) -> list[tuple[float, float]]:
    """Return where the hours begin and how long they are; a span's last one may be short."""
    return [
        (a + i * HOUR, min(HOUR, b - a - i * HOUR))
        for a, b in spans
        for i in range(int(-(-(b - a) // HOUR)))
    ]


def steps(plan: Plan) -> list[float]:
    """Return the beginnings of the plan's half hours."""
    return steps_of(plan.spans)
