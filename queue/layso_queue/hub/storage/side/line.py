"""The tickets of a center's line, as it tells of them: many of a push are read and written at once.

Within a push a ticket moves several times; only where it stands at last is written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select

from layso_queue.hub.storage.noticing import Tell
from layso_queue.hub.storage.rows import LiveTicket
from layso_queue.hub.storage.side.turns import tell_of_turns
from layso_queue.hub.storage.tables import tickets
from layso_queue.hub.storage.upsert import put
from layso_queue.hub.times import MINUTE_MS, day_of
from layso_queue.sync import Event, SyncRefusal, SyncRefused

STALE_MS = 15 * MINUTE_MS
"""A call so long ago, told after the line was cut, is nobody's turn any more."""


class LineTickets:
    """Tickets of one center, in one transaction that has locked its row."""

    def __init__(self, connection: Connection, center: str, now: int, tell: Tell) -> None:
        """`tell`: see Tell."""
        self._connection, self._center, self._now, self._tell = connection, center, now, tell
        self._expected: frozenset[str] = frozenset()
        self._known: dict[str, LiveTicket] = {}
        self._moved: dict[str, LiveTicket] = {}

    def expect(self, ids: Iterable[str]) -> None:
        """Look these up at once; what they become waits for `write`."""
        self._expected = frozenset(ids)
        rows = self._connection.execute(select(tickets).where(tickets.c.id.in_(self._expected)))
        self._known = {row.id: LiveTicket(**row._mapping) for row in rows}

    def write(self) -> None:
        """Write where the expected ones stand now."""
        moved, self._moved = self._moved, {}
        if moved:
            put(self._connection, tickets, [asdict(one) for one in moved.values()])

    def take_in(self, event: Event) -> SyncRefused | None:
        """Take in a ticket given or moved; refuse one of another center."""
        what, known = event.payload, self._find(event.entity)
        if known is not None and known.center != self._center:
            return SyncRefused(SyncRefusal.BAD_PAYLOAD, {"kind": event.kind, "field": "entity"})
        state = what.get("state", "waiting")
        ticket = LiveTicket(
            id=event.entity,
            center=self._center,
            day=what.get("day") or (known.day if known else day_of(event.occurred_at)),
            number=what["number"],
            service=what["service"],
            state=state,
            channel=what.get("channel") or (known.channel if known else "kiosk"),
            counter=what.get("counter"),
            key=what["key"],
            issued_at=known.issued_at if known else event.occurred_at,
            called_at=_called_at(known, state, event.occurred_at),
            changed_at=self._now,
            to_counter=_bound(what, state),
            born=what.get("born") or (known.born if known else 0),
        )
        self._known[ticket.id] = self._moved[ticket.id] = ticket
        fresh = self._now - event.occurred_at < STALE_MS
        if fresh or ticket.id not in self._expected:
            self.write()
        if fresh:
            tell_of_turns(self._connection, self._center, ticket, self._tell)
        return None

    def _find(self, id: str) -> LiveTicket | None:
        if id in self._expected:
            return self._known.get(id)
        row = self._connection.execute(select(tickets).where(tickets.c.id == id)).first()
        return None if row is None else LiveTicket(**row._mapping)


def _called_at(known: LiveTicket | None, state: str, at: int) -> int | None:
    """Return when a ticket was first called, now that it moves: a call taken back is none."""
    before = known.called_at if known else None
    if state == "called":
        return at if before is None else before
    undone = state == "waiting" and known is not None and known.state == "called"
    return None if undone else before


def _bound(what: Mapping[str, Any], state: str) -> int | None:
    """Return the only counter that may call it; an older center says it as where it is."""
    if state != "waiting":
        return None
    bound: int | None = what.get("to_counter", what.get("counter"))
    return bound
