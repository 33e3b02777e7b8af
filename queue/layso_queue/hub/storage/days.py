"""A day in numbers: of tickets and bookings that are still here, and of those that were summed.

A row is either there or in the sums, never both: `summing` moves it in one transaction. So both
together are the day, whatever was summed of it, and what comes late of an old day counts too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, case, func, select, union_all

from layso_queue.hub.storage.tables import booking_days, bookings, ticket_days, tickets, wait_days
from layso_queue.hub.times import MINUTE_MS

STEPS = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240)
"""Minutes: waits are counted from one step to the next. Close together where most waits are, so
that a middle or a ninth in ten read from the counts is off by a few minutes at most."""


def _step(of: Table) -> ColumnElement[int]:
    waited = of.c.called_at - of.c.issued_at
    longer = [(waited >= one * MINUTE_MS, one) for one in reversed(STEPS[1:])]
    return case(*longer, else_=STEPS[0])


@dataclass(frozen=True, eq=False)
class Sum:
    """What is counted of the rows of `of`, and where its counts are kept; `by`: the words of a
    count, with what they are of a row; `only`: which rows count."""

    of: Table
    kept: Table
    by: Mapping[str, ColumnElement[Any]]
    only: tuple[ColumnElement[bool], ...] = ()

    def of_rows(self, *these: ColumnElement[bool]) -> Select[Any]:
        """Return the query that counts these rows, in the order of the kept table's columns."""
        words = [
            self.by[column.name].label(column.name) for column in self.kept.c if column.name != "n"
        ]
        query = select(*words, func.count().label("n")).where(*these, *self.only)
        return query.group_by(*self.by.values())

    def of_day(self, day: str, *words: str) -> Select[Any]:
        """Return the query for a day's counts by these words, rows and sums together.

        One statement, so that it sees a row before or after it is summed, never twice and never
        not at all.
        """
        kept = select(*(self.kept.c[word] for word in words), self.kept.c.n)
        rows = select(*(self.by[word].label(word) for word in words), func.count().label("n"))
        both = union_all(
            kept.where(self.kept.c.day == day),
            rows.where(self.of.c.day == day, *self.only).group_by(*(self.by[one] for one in words)),
        ).subquery()
        found = [both.c[word] for word in words]
        return select(*found, func.sum(both.c.n)).group_by(*found)


def _words(table: Table, *names: str) -> dict[str, ColumnElement[Any]]:
    return {name: table.c[name] for name in ("day", "center", "service", *names)}


TICKETS = Sum(tickets, ticket_days, _words(tickets, "channel", "state"))
WAITS = Sum(
    tickets,
    wait_days,
    _words(tickets) | {"minutes": _step(tickets)},
    (tickets.c.called_at.is_not(None),),
)
BOOKINGS = Sum(bookings, booking_days, _words(bookings, "state", "channel"))
SUMS = (TICKETS, WAITS, BOOKINGS)


def quantile(waits: Mapping[int, int], part: float) -> int | None:
    """Return the minutes within which this part of the waits ended, from counts by step.

    The end of the step in which it falls, so never too few; None where nobody waited, and for
    waits beyond the last step, which has no end.
    """
    total = sum(waits.values())
    ends = dict(pairwise(STEPS))
    so_far = 0
    for step in STEPS:
        so_far += waits.get(step, 0)
        if total and so_far >= part * total:
            return ends.get(step)
    return None
