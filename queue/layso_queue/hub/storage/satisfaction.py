"""What people said, counted by center: levels of days, and what waits for an answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import case, func, select

from layso_queue.hub.feedback import CONTENT
from layso_queue.hub.rules import ANSWER_WITHIN_MS
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.tables import feedback

Levels = dict[int, int]
"""How many gave each level; those that nobody gave are left out."""


def levels_of(database: Database, first: str, last: str) -> dict[str, Levels]:
    """Return the levels given for visits from one day to another, by center."""
    query = (
        select(feedback.c.center, feedback.c.level, func.count())
        .where(feedback.c.day >= first, feedback.c.day <= last)
        .group_by(feedback.c.center, feedback.c.level)
    )
    found: dict[str, Levels] = {}
    for center, level, n in database.read(lambda c: c.execute(query).all()):
        found.setdefault(center, {})[int(level)] = int(n)
    return found


def content_share(levels: Mapping[int, int]) -> float | None:
    """Return the share of people who are content, 0 to 1; None where nobody said anything."""
    total = sum(levels.values())
    return round(sum(levels.get(one, 0) for one in CONTENT) / total, 4) if total else None


@dataclass(frozen=True, slots=True)
class Waits:
    """What a center's people said that wants an answer: how many, how many of them overdue.

    `since`: since when the oldest waits, ms.
    """

    n: int
    overdue: int
    since: int


def waits_of_all(database: Database, now: int) -> dict[str, Waits]:
    """Return what wants an answer, by center; those with nothing are left out."""
    late = case((feedback.c.wants_since < now - ANSWER_WITHIN_MS, 1), else_=0)
    query = (
        select(feedback.c.center, func.count(), func.sum(late), func.min(feedback.c.wants_since))
        .where(feedback.c.handled_at.is_(None), feedback.c.wants_since.is_not(None))
        .group_by(feedback.c.center)
    )
    rows = database.read(lambda c: c.execute(query).all())
    return {row[0]: Waits(int(row[1]), int(row[2]), int(row[3])) for row in rows}
