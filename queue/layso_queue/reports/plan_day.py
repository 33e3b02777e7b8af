"""One day to come as a description: who is expected, and the counters as they usually open."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from layso_queue.center.settings import Settings
from layso_queue.center.settings.model import Days
from layso_queue.center.stamps import VIETNAM_MINUTES
from layso_queue.center.storage import Booking
from layso_queue.forecast.demand import SLOTS
from layso_queue.forecast.demand_kinds import MONDAY, kind_of
from layso_queue.line.order import MINUTE
from layso_queue.reports.center_days import described
from layso_queue.reports.center_hours import Spans, spans_of
from layso_queue.reports.history import HALF_HOUR, History, begin
from layso_queue.reports.history_day import facts_of
from layso_queue.reports.past import Past
from layso_queue.simulate import Appointments, Description, Desk, Period, Service

LAST = 60
"""Service days of a center's history that are looked back over."""

_DAY_MINUTES = 24 * 60


class ClosedThatDay(ValueError):
    """The center is closed on the day asked for."""


def works_on(settings: Settings, day: date) -> bool:
    """Say whether the calendar of the settings opens the center on a day."""
    hours = settings.hours
    if day in hours.closures:
        return False
    return day in hours.working or Days[day.weekday()] in hours.days


def history_of(settings: Settings, past: Past | None, day: date, people: float | None) -> History:
    """Return what is known before `day`: from the journals if there are any, else as assumed."""
    weekdays = frozenset(Days.index(one) for one in settings.hours.days)
    made = begin(described(settings, people), weekdays, MONDAY)
    if past is not None:
        dates = [one for one in past.dates() if one < day.isoformat()][-LAST:]
        facts = [facts_of(one, past.events(one)) for one in dates]
        made.learn(facts, lambda one: works_on(settings, one))
    return made


def kind_on(settings: Settings, history: History, day: date) -> str:
    """Return the kind of the day asked for; raise ClosedThatDay."""
    kind = kind_of(day, lambda one: works_on(settings, one), history.weekdays)
    if kind is None:
        raise ClosedThatDay
    return kind


def day_of(
    settings: Settings, history: History, day: date, bookings: Sequence[Booking] = ()
) -> Description:
    """Return the day as it is expected, its counters open as usual; raise ClosedThatDay."""
    kind = kind_on(settings, history, day)
    hours = {code: demand.hours(kind) for code, demand in history.demand.items()}
    totals = [sum(one[slot] for one in hours.values()) for slot in range(SLOTS)]
    whole = sum(totals) or 1.0
    usual = history.usual
    return replace(
        usual,
        date=day.isoformat(),
        services=tuple(
            Service(
                code=one.code, share=sum(hours[one.code]) / whole, length=history.length(one.code)
            )
            for one in usual.services
        ),
        desks=usual_desks(settings, history),
        arrivals=tuple(
            Period(start=slot * HALF_HOUR, end=(slot + 1) * HALF_HOUR, people=people)
            for slot, people in enumerate(totals)
            if people > 0
        ),
        at_door=0.0 if history.days else usual.at_door,
        priorities=history.priorities,
        no_show=0.0 if usual.rules.start_at_call else history.no_show,
        appointments=_appointments(usual, history, bookings),
    )


def usual_desks(settings: Settings, history: History) -> tuple[Desk, ...]:
    """Return the counters with their usual hours; those that never open are left out.

    A service that would be without a counter keeps all that could serve it.
    """
    spans = spans_of(settings)
    all_day = {one.number: one for one in history.usual.desks}
    if not history.days:
        return tuple(all_day.values())
    clipped = {n: _clipped(spans, *ends) for n, ends in history.hours.items() if n in all_day}
    found = {n: replace(all_day[n], hours=hours) for n, hours in clipped.items() if hours}
    served = {code for desk in found.values() for code in desk.services}
    for number, desk in all_day.items():
        if set(desk.services) - served:
            found.setdefault(number, desk)
    return tuple(found[n] for n in sorted(found))


def _clipped(spans: Spans, first: float, last: float) -> Spans:
    return tuple((max(a, first), min(b, last)) for a, b in spans if max(a, first) < min(b, last))


def _appointments(
    usual: Description, history: History, bookings: Sequence[Booking]
) -> tuple[Appointments, ...]:
    slots: dict[str, list[float]] = {}
    codes = {one.code for one in usual.services}
    for one in bookings:
        if one.cancelled_at is None and one.service in codes:
            minute = (one.slot / MINUTE + VIETNAM_MINUTES) % _DAY_MINUTES
            slots.setdefault(one.service, []).append(minute)
    return tuple(
        Appointments(service=code, slots=tuple(sorted(found)), show=history.show)
        for code, found in slots.items()
    )
