"""The lines as the centers last told of them, today's and those before."""

from collections import Counter
from dataclasses import asdict
from typing import Any

import orjson
from sqlalchemy import Connection, func, select, tuple_

from layso_queue.hub.storage.closed import ClosedTime, closed_times
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.offered import leased_slots
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.tables import standings, tickets
from layso_queue.hub.storage.upsert import put

MOVING = ("waiting", "called", "serving", "parked", "no_show")
"""States in which a ticket's page still changes."""

_ORDER = (tickets.c.key, tickets.c.born, tickets.c.id)
"""As the center sorts its lines."""


class Live:
    """Reads the lines. Every method may raise StoreFailed."""

    def __init__(self, database: Database) -> None:
        """Use this database."""
        self._database = database

    def ticket(self, id: str) -> tuple[LiveTicket, int] | None:
        """Return a ticket and how many of its service will be called before it; None: unknown."""

        def work(connection: Connection) -> tuple[LiveTicket, int] | None:
            row = connection.execute(select(tickets).where(tickets.c.id == id)).first()
            if row is None:
                return None
            found = LiveTicket(**row._mapping)
            return found, people_before(connection, found)

        return self._database.read(work)

    def line(self, center: str) -> dict[str, tuple[LiveTicket, int]]:
        """Return the tickets of a center's last day that still move, each with those before it."""
        query = (
            select(tickets)
            .where(tickets.c.center == center, tickets.c.state.in_(MOVING))
            .order_by(tickets.c.day, *_ORDER)
        )
        rows = self._database.read(lambda c: c.execute(query).all())
        before: Counter[tuple[str, str | int]] = Counter()
        found: dict[str, tuple[LiveTicket, int]] = {}
        for row in rows:
            ticket = LiveTicket(**row._mapping)
            waits = ticket.state == "waiting"
            line = (ticket.day, ticket.to_counter or ticket.service)
            found[ticket.id] = (ticket, before[line] if waits else 0)
            before[line] += waits
        return found

    def standing(self, center: str) -> tuple[int, dict[str, Any]] | None:
        """Return when a center last told how it stands, and what it told; None: never."""
        query = select(standings.c.at, standings.c.document).where(standings.c.center == center)
        row = self._database.read(lambda c: c.execute(query).first())
        return None if row is None else (row.at, orjson.loads(row.document))

    def closed(self, center: str, now: int) -> list[ClosedTime]:
        """Return what a center has closed now or later, in order of time."""
        return closed_times(self._database, center, now)

    def leased(self, center: str, service: str, now: int, until: int) -> list[int]:
        """Return the slots of a service to come that were ever leased, in order of time."""
        return self._database.read(lambda c: leased_slots(c, center, service, now, until))

    def standings(self) -> dict[str, tuple[int, dict[str, Any]]]:
        """Return the same for all centers, by code."""
        rows = self._database.read(lambda c: c.execute(select(standings)).all())
        return {row.center: (row.at, orjson.loads(row.document)) for row in rows}


def show_ticket(connection: Connection, ticket: LiveTicket) -> None:
    """Keep a ticket as its center tells of it now."""
    put(connection, tickets, asdict(ticket))


def stand(connection: Connection, center: str, n: int, at: int, document: dict[str, Any]) -> None:
    """Keep how a center stands now; `n` is the number that it gave this status."""
    row = {"center": center, "n": n, "at": at, "document": orjson.dumps(document).decode()}
    put(connection, standings, row)


def people_before(connection: Connection, ticket: LiveTicket) -> int:
    """Return how many of its line will be called before a ticket; 0 unless it waits."""
    if ticket.state != "waiting":
        return 0
    there = tickets.c
    bound = there.to_counter == ticket.to_counter
    alone = (there.service == ticket.service) & there.to_counter.is_(None)
    query = select(func.count()).where(
        there.center == ticket.center,
        there.day == ticket.day,
        there.state == "waiting",
        alone if ticket.to_counter is None else bound,
        tuple_(*_ORDER) < tuple_(ticket.key, ticket.born, ticket.id),
    )
    return int(connection.execute(query).scalar_one())
