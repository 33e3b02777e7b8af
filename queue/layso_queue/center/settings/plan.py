"""What the line needs of the settings: hours, and the plan of one day."""

from layso_queue.center.hours import Hours
from layso_queue.center.settings.model import Days, Settings
from layso_queue.center.stamps import VIETNAM_MINUTES
from layso_queue.line.plan import CounterPlan, DayPlan, HeadStart, Rules, ServicePlan
from layso_queue.line.states import Priority


def hours_of(settings: Settings) -> Hours:
    """Return the center's opening hours."""
    part = settings.hours
    return Hours(
        frozenset(Days.index(day) for day in part.days),
        part.spans,
        part.doors_open_minutes,
        part.closures,
        part.working,
    )


def plan_of(settings: Settings, date: str) -> DayPlan:
    """Return the plan with which the service day of `date` ("YYYY-MM-DD") is opened."""
    rules = settings.rules
    return DayPlan(
        center=settings.center.code,
        date=date,
        offset_minutes=VIETNAM_MINUTES,
        services=tuple(
            ServicePlan(code=one.code, series=one.series, minutes=one.minutes)
            for one in settings.services
        ),
        counters=tuple(
            CounterPlan(number=one.number, services=one.services) for one in settings.counters
        ),
        rules=Rules(
            head_starts=tuple(
                HeadStart(priority=priority, minutes=rules.head_start_minutes.of(priority))
                for priority in Priority
                if priority is not Priority.NONE
            ),
            calls_before_no_show=rules.calls_before_no_show,
            start_at_call=rules.start_at_call,
            return_minutes=rules.return_minutes,
            undo_finish_minutes=rules.undo_finish_minutes,
            passed_limit=rules.passed_limit,
            series_limit=rules.series_limit,
        ),
    )
