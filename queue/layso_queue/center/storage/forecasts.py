"""What the forecast has learned and what it told: kept beside the journal, never in its way."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from layso_queue.center.storage import tables
from layso_queue.center.storage.beside import Beside

LEARNED_KEPT = 3
"""The newest states of what was learned that stay: one to go back to when a day is reopened."""

DAYS_KEPT = 400
"""Predictions of so many service days stay."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was told at a ticket's issue, and when it was first called.

    Times in ms since the epoch; `low` and `high` the minutes as said, the others the interval
    before it was widened to what can be said; `runs` every run's minutes as 32-bit floats; `days`
    how many days had been learned from.
    """

    ticket: str
    day: str
    service: str
    issued_at: int
    low: int
    high: int
    interval_low: float
    median: float
    interval_high: float
    runs: bytes
    days: int
    called_at: int | None = None


@dataclass(frozen=True, slots=True)
class PastDay:
    """A closed service day: its journal entries are `first_seq` to `last_seq`."""

    date: str
    first_seq: int
    last_seq: int
    closed_at: int


class Forecasts(Beside):
    """Small writes, each one short transaction of its own.

    All methods raise StoreFailed (or its kinds) when the database cannot do it.
    """

    def learned(self, before: str = "9999") -> tuple[str, int, bytes] | None:
        """Return (through, made_at, record) of the newest state from before a date, or None."""
        kept = tables.learned
        query = select(kept).where(kept.c.through < before).order_by(kept.c.through.desc())
        rows = self._read(query.limit(1))
        return (rows[0][0], rows[0][1], bytes(rows[0][2])) if rows else None

    def keep_learned(self, through: str, made_at: int, record: bytes) -> None:
        """Keep what is known after a day, in place of what was kept for it; forget the old."""
        kept = tables.learned
        made = insert(kept).values(through=through, made_at=made_at, record=record)
        changed = {"made_at": made_at, "record": record}
        newest = select(kept.c.through).order_by(kept.c.through.desc()).limit(LEARNED_KEPT)
        days = tables.service_days
        oldest = select(days.c.date).order_by(days.c.date.desc()).offset(DAYS_KEPT).limit(1)
        past = tables.predictions
        with self._writing() as connection:
            connection.execute(made.on_conflict_do_update(index_elements=["through"], set_=changed))
            connection.execute(delete(kept).where(kept.c.through.not_in(newest)))
            connection.execute(delete(past).where(past.c.day <= oldest.scalar_subquery()))

    def keep(self, told: Iterable[Prediction], called: Mapping[str, int]) -> None:
        """Keep predictions (those already kept stay), and when tickets were called first (ms)."""
        rows = [asdict(one) for one in told]
        past = tables.predictions
        times = [{"t": ticket, "c": at} for ticket, at in called.items()]
        with self._writing() as connection:
            if rows:
                connection.execute(insert(past).on_conflict_do_nothing(), rows)
            if times:
                connection.execute(
                    update(past)
                    .where(past.c.ticket == bindparam("t"), past.c.called_at.is_(None))
                    .values(called_at=bindparam("c")),
                    times,
                )

    def predictions(self, first: str = "", last: str = "9999") -> list[Prediction]:
        """Return what was told from the service day `first` to `last`, in the order of issue."""
        past = tables.predictions
        query = select(past).where(past.c.day >= first, past.c.day <= last)
        return [Prediction(*row) for row in self._read(query.order_by(past.c.issued_at))]

    def closed_days(self, last: int) -> list[PastDay]:
        """Return the newest `last` service days that are closed, the oldest first."""
        days, journal = tables.service_days, tables.journal
        query = select(days.c.date, days.c.first_seq, days.c.closed_at)
        rows = self._read(query.order_by(days.c.first_seq.desc()).limit(last + 1))
        newest = self._read(select(journal.c.seq).order_by(journal.c.seq.desc()).limit(1))
        found, end = [], newest[0][0] if newest else 0
        for date, first, closed in rows:
            if closed is not None:
                found.append(PastDay(date, first, end, closed))
            end = first - 1
        return found[:last][::-1]

    def first_entry(self, day: str) -> int | None:
        """Return the number of a service day's first journal entry, or None."""
        days = tables.service_days
        rows = self._read(select(days.c.first_seq).where(days.c.date == day))
        return int(rows[0][0]) if rows else None

    def entries(self, first: int, last: int) -> list[bytes]:
        """Return the records of journal entries `first` to `last`."""
        journal = tables.journal
        query = select(journal.c.record).where(journal.c.seq >= first, journal.c.seq <= last)
        return [bytes(row[0]) for row in self._read(query.order_by(journal.c.seq))]
