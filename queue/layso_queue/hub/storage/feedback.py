"""What people said of their visits: given once a visit, handled by staff, its words deleted."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, or_, select, update

from layso_queue.hub.feedback import Opinion
from layso_queue.hub.rules import ANSWER_WITHIN_MS, CHANGE_FEEDBACK_MS, KEEP_WORDS_DAYS
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.tables import feedback
from layso_queue.hub.storage.upsert import inserting
from layso_queue.hub.times import DAY_MS

_UNHANDLED = (feedback.c.handled_at.is_(None), feedback.c.wants_since.is_not(None))


@dataclass(frozen=True, slots=True)
class Given:
    """An opinion as it is kept, and what staff did about it. Its words never show in a log."""

    id: str
    center: str
    service: str
    day: str
    opinion: Opinion
    at: int
    changed_at: int
    wants_since: int | None
    handled_at: int | None
    handled_by: str | None
    note: str | None

    def __repr__(self) -> str:
        return f"Given({self.id})"

    def may_change(self, now: int) -> bool:
        """Whether who gave it may still change it."""
        return now < self.at + CHANGE_FEEDBACK_MS

    def overdue(self, now: int) -> bool:
        """Whether staff should have looked at it by now."""
        waits = self.handled_at is None and self.wants_since is not None
        return waits and is_overdue(self.wants_since or 0, now)


def is_overdue(wants_since: int, now: int) -> bool:
    """Say whether what wants an answer since then has waited for too long."""
    return now - wants_since > ANSWER_WITHIN_MS


class Feedback:
    """Keeps opinions. Every method may raise StoreFailed."""

    def __init__(self, database: Database) -> None:
        """Use this database."""
        self._database = database

    def of(self, ticket: str) -> Given | None:
        """Return what was said of a visit, or None."""
        query = select(feedback).where(feedback.c.ticket == ticket)
        row = self._database.read(lambda c: c.execute(query).first())
        return None if row is None else _given(row)

    def give(self, visit: LiveTicket, opinion: Opinion, id: str, now: int) -> bool:
        """Keep what somebody says of a visit, instead of what was said before; `id` for a new one.

        False: what was said stands for more than a day, and nothing was changed. The same again
        changes nothing; anything else that wants an answer wants one anew.
        """

        def work(connection: Connection) -> bool:
            said: dict[str, Any] = {
                "level": opinion.level,
                "reasons": " ".join(opinion.reasons),
                "words": opinion.words or None,
            }
            row: dict[str, Any] = {
                "id": id,
                "ticket": visit.id,
                "center": visit.center,
                "day": visit.day,
            }
            row |= {"service": visit.service, "at": now, "changed_at": now}
            row |= said | {"wants_since": now if opinion.wants_answer else None}
            first = inserting(connection, feedback).values(row).on_conflict_do_nothing()
            if connection.execute(first.returning(feedback.c.id)).first() is not None:
                return True
            query = select(feedback).where(feedback.c.ticket == visit.id).with_for_update()
            before = _given(connection.execute(query).one())
            if not before.may_change(now):
                return False
            if before.opinion != opinion:
                changed = said | {"changed_at": now} | _asked_anew(before, opinion, now)
                this = update(feedback).where(feedback.c.id == before.id)
                connection.execute(this.values(changed))
            return True

        return self._database.write(work)

    def waiting(self, center: str | None, most: int) -> list[Given]:
        """Return what wants an answer, of one center or of all, oldest first."""
        query = select(feedback).where(*_UNHANDLED)
        if center is not None:
            query = query.where(feedback.c.center == center)
        query = query.order_by(feedback.c.wants_since, feedback.c.id).limit(most)
        return [_given(row) for row in self._database.read(lambda c: c.execute(query).all())]

    def handle(self, id: str, seen_at: int, by: str, note: str, now: int) -> bool:
        """Note that staff saw to it, and what they say of it.

        False: it was changed after `seen_at`, or somebody else was quicker; nothing was changed.
        """
        these = (feedback.c.id == id, feedback.c.changed_at == seen_at, *_UNHANDLED)
        done = {"handled_at": now, "handled_by": by, "note": note}
        this = update(feedback).where(*these).values(done)
        return self._database.write(lambda c: c.execute(this)).rowcount == 1

    def since(self, day: str, center: str | None, most: int) -> list[Given]:
        """Return what was said of visits from a day on, newest first."""
        query = select(feedback).where(feedback.c.day >= day)
        if center is not None:
            query = query.where(feedback.c.center == center)
        query = query.order_by(feedback.c.day.desc(), feedback.c.at.desc()).limit(most)
        return [_given(row) for row in self._database.read(lambda c: c.execute(query).all())]


def forget_words(connection: Connection, now: int) -> int:
    """Delete words and answers that are old; return how many opinions had some."""
    old = feedback.c.changed_at < now - KEEP_WORDS_DAYS * DAY_MS
    some = or_(feedback.c.words.is_not(None), feedback.c.note.is_not(None))
    gone = update(feedback).where(old, some).values(words=None, note=None)
    return connection.execute(gone).rowcount


def _asked_anew(before: Given, opinion: Opinion, now: int) -> dict[str, Any]:
    if not opinion.wants_answer:
        return {"wants_since": None}
    if before.handled_at is None and before.wants_since is not None:
        return {}  # a change of words gives staff no more time
    return {"wants_since": now, "handled_at": None, "handled_by": None, "note": None}


def _given(row: Row[Any]) -> Given:
    opinion = Opinion(row.level, tuple(row.reasons.split()), row.words or "")
    return Given(
        row.id, row.center, row.service, row.day, opinion, row.at, row.changed_at,
        row.wants_since, row.handled_at, row.handled_by, row.note,
    )  # fmt: skip
