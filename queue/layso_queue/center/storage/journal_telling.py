"""Tell the hub what the journal says of tickets and bookings: once, in order, what is private not.

The journal is the truth; how far it was told stands beside the outbox and is written in the same
transaction, so that a crash tells nothing twice and leaves nothing out.
"""

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, select

from layso_queue.center.stamps import local_date
from layso_queue.center.storage.exchange import ExchangeRows
from layso_queue.center.storage.exchange_rows import StreamRows
from layso_queue.center.storage.exchange_tables import web_bookings
from layso_queue.center.storage.tables import journal, tickets
from layso_queue.line.states import BookingState, Undoable
from layso_queue.sync import Booking, Head, Kind
from layso_queue.sync.at_center import telling
from layso_queue.sync.envelope import ENTITY, UUID7
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell

AT_ONCE = 500
"""The most journal entries that one transaction tells."""

STATES = {
    "TicketCalled": "called",
    "ServiceStarted": "serving",
    "ServiceFinished": "served",
    "NoShowMarked": "no_show",
    "TicketParked": "parked",
    "TicketResumed": "waiting",
    "CallUndone": "waiting",
    "TicketTransferred": "waiting",
    "TicketReturned": "waiting",
    "FinishUndone": "serving",
    "TicketCancelled": "cancelled",
    "TicketExpired": "expired",
}
"""What a fact of the line makes of its ticket; a move taken back says itself."""


class JournalTelling:
    """Turns journal entries into facts of the outgoing stream, in one transaction."""

    def __init__(self, connection: Connection, side: ExchangeRows, at: Moment) -> None:
        """`side` must be of the same transaction."""
        self._connection = connection
        self._side = side
        self._at = at
        self._place = StreamRows(connection, "journal")

    def tell(self) -> int:
        """Tell what was not told yet, at most AT_ONCE entries; return how many were read."""
        head = self._place.head()
        if head is None:  # a center that joins a hub tells nothing of the days before
            last = select(journal.c.seq).order_by(journal.c.seq.desc()).limit(1)
            seq = self._connection.execute(last).scalar_one_or_none() or 0
            self._place.set_head(Head("journal", seq))
            return 0
        query = select(journal).where(journal.c.seq > head.seq).order_by(journal.c.seq)
        rows = self._connection.execute(query.limit(AT_ONCE)).all()
        for row in rows:
            self._tell_one(row.kind, row.day, row.seq, row.at, orjson.loads(row.record))
        if rows:
            self._place.set_head(Head("journal", rows[-1].seq, bytes(rows[-1].hash)))
        return len(rows)

    def _tell_one(self, kind: str, day: str, seq: int, at: int, record: dict[str, Any]) -> None:
        if kind == "TicketIssued":
            self._issued(day, seq, at, record)
        elif kind in STATES:
            self._moved(kind, STATES[kind], seq, at, record)
        elif kind == "MoveUndone" and record["what"] != Undoable.CLAIM:
            self._moved(kind, record["state"], seq, at, record)
        elif kind in ("CounterClosed", "CounterUndone"):
            for ticket in self._bound_to(record["counter"], day, seq):
                self._moved(kind, "waiting", seq, at, {"ticket": ticket})
        elif kind == "BookingMissed":
            known = self._by_code(record["code"])
            still = known is not None and known.state is BookingState.BOOKED
            # One that was moved while the day was closing is still to come.
            if known is not None and still and local_date(known.slot).isoformat() == day:
                telling.miss(self._side, known, self._act(at, f"missed {known.id} {seq}"))

    def _issued(self, day: str, seq: int, at: int, record: dict[str, Any]) -> None:
        ticket, number = record["ticket"], record["number"]
        booking = self._by_code(record["booking"]) or self._side.booking(ticket)
        names = ("number", "series", "n", "service", "channel", "language", "key")
        payload = {name: record[name] for name in names}
        payload |= {"day": day, "booking": booking.id if booking else "", "born": seq}
        # The ticket's own id is the fact's id: told again after a restore, it is known again.
        act = self._act(at, ticket)
        tell(self._side.outbox, act.event(Kind.TICKET_ISSUED, word(ticket), 1, payload), at)
        if booking is not None and booking.state is not BookingState.CHECKED_IN:
            act = self._act(at, f"came {ticket}")
            if booking.remote:
                telling.give_remote(self._side, booking, (ticket, number), act)
            else:
                # Let in at the slot that the line knew: the hub may have moved it meanwhile.
                slot = self._slot_of(record["booking"], day, seq)
                stood = replace(booking, service=record["service"], slot=slot or booking.slot)
                telling.check_in(self._side, stood, ticket, number, act)

    def _moved(self, kind: str, state: str, seq: int, at: int, record: dict[str, Any]) -> None:
        query = select(tickets.c.document).where(tickets.c.id == record["ticket"])
        kept = self._connection.execute(query).scalar_one_or_none()
        if kept is None:
            return
        shown = orjson.loads(kept)
        waits = state == "waiting"
        payload = {
            "state": state,
            "number": shown["number"],
            "service": record.get("service") or shown["service"],
            "key": _ms(shown["key"]),
            "counter": None if waits else record.get("counter"),
            "to_counter": shown["to_counter"] if waits else None,
        }
        act = self._act(at, f"{kind} {record['ticket']} {seq}")
        event = act.event(Kind.TICKET_MOVED, word(record["ticket"]), seq, payload)
        tell(self._side.outbox, event, at)

    def _bound_to(self, counter: int, day: str, before: int) -> list[str]:
        """Return who was sent to a counter that day and waits now: whether still for it alone, the
        counter's closing has changed, or taking that back."""
        kept = journal.c
        query = select(kept.record).where(
            kept.day == day, kept.seq < before, kept.kind == "TicketTransferred"
        )
        sent = [orjson.loads(row.record) for row in self._connection.execute(query)]
        ids = {one["ticket"] for one in sent if one["counter"] == counter}
        waiting = select(tickets.c.id).where(tickets.c.id.in_(ids), tickets.c.state == "waiting")
        return sorted(self._connection.execute(waiting).scalars())

    def _by_code(self, code: str | None) -> Booking | None:
        if code is None:
            return None
        query = select(web_bookings.c.id).where(web_bookings.c.code == code)
        id = self._connection.execute(query).scalar_one_or_none()
        return None if id is None else self._side.booking(id)

    def _slot_of(self, code: str | None, day: str, before: int) -> int | None:
        kept = journal.c
        query = select(kept.record).where(
            kept.day == day, kept.seq < before, kept.kind.in_(("BookingMade", "BookingMoved"))
        )
        for row in self._connection.execute(query.order_by(kept.seq.desc())):
            record = orjson.loads(row.record)
            if record["code"] == code:
                return int(record["slot"])
        return None

    def _act(self, at: int, name: str) -> Moment:
        return Moment(at, lambda: made_of(name), self._at.rules)


def made_of(name: str) -> str:
    """Return the name itself if it is a UUIDv7, else one that is always the same for it."""
    if UUID7.fullmatch(name):
        return name
    hex = hashlib.sha256(name.encode()).hexdigest()
    return f"{hex[:8]}-{hex[8:12]}-7{hex[13:16]}-8{hex[17:20]}-{hex[20:32]}"


def word(name: str) -> str:
    """Return the name itself if it may name an entity, else one that may."""
    return name if ENTITY.fullmatch(name) else made_of(name)


def _ms(written: str) -> int:
    return round(datetime.fromisoformat(written).timestamp() * 1000)
