"""What people and systems were not told: given up lately, or waiting after a fault."""

from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.tables import notices
from layso_queue.hub.times import DAY_MS

LATELY_MS = 7 * DAY_MS
SOON_MS = DAY_MS
"""What waits after a fault is tried again within this time."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """One way: notices given up in the last seven days, those that wait after a fault, and the
    reason of the newest, in the words of whoever did not take it."""

    way: str
    failed: int
    waiting: int
    why: str


def unsent_by_way(database: Database, now: int) -> list[Unsent]:
    """Return the ways that have trouble, by name."""
    given_up = and_(notices.c.state == "failed", notices.c.due_at > now - LATELY_MS)
    again = and_(
        notices.c.state == "waiting", notices.c.fault != "", notices.c.due_at < now + SOON_MS
    )
    newest = func.max(notices.c.due_at)
    query = (
        select(notices.c.way, notices.c.state, notices.c.fault, func.count(), newest)
        .where(or_(given_up, again))
        .group_by(notices.c.way, notices.c.state, notices.c.fault)
        .order_by(newest)
    )
    found: dict[str, Unsent] = {}
    for way, state, fault, n, _ in database.read(lambda c: c.execute(query).all()):
        one = found.get(way, Unsent(way, 0, 0, ""))
        failed = one.failed + (n if state == "failed" else 0)
        waiting = one.waiting + (n if state == "waiting" else 0)
        found[way] = Unsent(way, failed, waiting, fault)
    return [found[way] for way in sorted(found)]
