"""The days that a report is about, read from a center's folder and added up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from layso_queue.center.settings.model import ServicePart
from layso_queue.center.storage import StoreFailed
from layso_queue.line.telling import Call, sheet_of, tell
from layso_queue.reports.day_counters import counter_times
from layso_queue.reports.day_counts import DayCounts, counts_of
from layso_queue.reports.fair_words import Row, in_words
from layso_queue.reports.past import Past

USUAL_TARGET = int(ServicePart.model_fields["target_wait_minutes"].default)
"""Minutes for a service that the settings do not (or no longer) know."""


@dataclass(slots=True)
class Summed:
    """Days and their sum; `journal` is the last entry read: its place and its hash.

    `exceptions` are the calls out of the order, each with its row of the fairness sheet.
    """

    days: dict[date, DayCounts] = field(default_factory=dict)
    whole: DayCounts = field(default_factory=DayCounts)
    exceptions: list[tuple[Call, Row]] = field(default_factory=list)
    left_order: dict[date, int] = field(default_factory=dict)
    journal: tuple[int, str] = (0, "")
    targets: dict[str, int] = field(default_factory=dict)
    open: frozenset[int] = frozenset()
    """Hours of the day in which the center is open, as its settings say; none without settings."""

    @property
    def target(self) -> int | None:
        """Return the target that all services share; None where they have different ones."""
        shared = set(self.targets.values())
        return shared.pop() if len(shared) == 1 else None

    def within(self, counts: DayCounts) -> int:
        """Return how many were called within their own service's target."""
        return sum(one.within(self.targets[code]) for code, one in counts.services.items())


def summed(past: Past, days: Sequence[str]) -> Summed:
    """Read these days, in order; raise PastUnreadable."""
    found = Summed()
    for day in days:
        _read(found, past, day)
    known = {} if past.settings is None else {one.code: one for one in past.settings.services}
    for code in found.whole.services:
        part = known.get(code)
        found.targets[code] = USUAL_TARGET if part is None else part.target_wait_minutes
    if past.settings is not None:
        found.open = frozenset(
            hour
            for begin, end in past.settings.hours.spans
            for hour in range(begin.hour, end.hour + (end.minute > 0))
        )
    return found


def _read(found: Summed, past: Past, day: str) -> None:
    try:
        head = past.archive.journal_of(day)[-1]
    except StoreFailed as failed:
        raise past.unreadable(failed) from failed
    # A center at work goes on writing: the figures are of what this head stands for.
    events = [one for one in past.events(day) if one.seq <= head.seq]
    told = tell(events)
    counts = counts_of(told, counter_times(events))
    sheet = sheet_of(told)
    words = in_words(told, sheet, past.texts, past.names, past.center)
    found.exceptions += zip(sheet.exceptions, words.exceptions.rows, strict=True)
    when = date.fromisoformat(day)
    found.days[when] = counts
    found.left_order[when] = len(sheet.exceptions)
    found.whole.add(counts)
    found.journal = (head.seq, head.hash.hex())
