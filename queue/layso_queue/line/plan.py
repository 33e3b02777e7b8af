"""What a service day is opened with: services, counters and rules, all of it data."""

from dataclasses import dataclass

from layso_queue.line.states import Priority

STRICT = 10_000_000
"""A head start in minutes (nineteen years) that amounts to strict priority."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePlan:
    """A service: `code` is its name for programs, `series` the letter of its numbers."""

    code: str
    series: str
    minutes: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterPlan:
    """A numbered desk and the codes of the services it can do."""

    number: int
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadStart:
    """How many minutes earlier a priority class counts as having come."""

    priority: Priority
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Settings of the order and of the moves; times in minutes."""

    head_starts: tuple[HeadStart, ...] = ()
    booking_head_start: int = 60
    booking_early: int = 30
    booking_late: int = 10
    calls_before_no_show: int = 2
    start_at_call: bool = False
    return_minutes: int = 15
    undo_finish_minutes: int = 2
    passed_limit: int = 0
    series_limit: int = 9999
    emergency_limit: int = 50

    def head_start(self, priority: Priority) -> int:
        """Return the class's head start in minutes; 0 for one without a rule."""
        return next((h.minutes for h in self.head_starts if h.priority is priority), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """Everything a day needs, so that replaying its journal needs no settings file.

    `date` is the local date, "YYYY-MM-DD"; `offset_minutes` the local time's offset from UTC.
    """

    center: str
    date: str
    services: tuple[ServicePlan, ...]
    counters: tuple[CounterPlan, ...]
    rules: Rules = Rules()
    offset_minutes: int = 420

    def service(self, code: str) -> ServicePlan | None:
        """Return the service of this code, or None."""
        return next((s for s in self.services if s.code == code), None)
