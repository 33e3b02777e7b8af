"""Notices on their way out: claimed one at a time by one sender, judged by how things stand now."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, case, select, update

from layso_queue.hub.ids import made_at
from layso_queue.hub.storage.closed import is_closed
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.following import followed
from layso_queue.hub.storage.live import people_before
from layso_queue.hub.storage.rows import Booked, LiveTicket
from layso_queue.hub.storage.tables import bookings, notices, tickets
from layso_queue.hub.times import DAY_MS, MINUTE_MS

CLAIM_MS = 2 * MINUTE_MS
"""A sender that dies keeps its one notice from the others no longer than this; one that is alive
renews its claim, however long its server takes."""

FIRST_WAIT_MS = MINUTE_MS
LONGEST_WAIT_MS = 60 * MINUTE_MS
MOST_TRIES = 12
LOST = "the sender ended while it sent this"

_TURNS = {"five_before": "waiting", "now": "called"}
"""The state of a ticket in which it is still true that its turn is near, or there."""

_TURN_LASTS_MS = {"five_before": 30 * MINUTE_MS, "now": 10 * MINUTE_MS}
"""Word of a turn that is older is not sent: the center may have moved on without the hub's
knowing, and nobody shall run for a call that was missed."""

_OF_APPOINTMENTS = ("booked", "changed", "cancelled", "closed", "reopened", "reminder")


@dataclass(frozen=True, slots=True)
class Claim:
    """A notice that is this sender's for `CLAIM_MS`; `tries` counts the claims."""

    id: str
    way: str
    tries: int
    fault: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be told, with its booking (or a walk-in's ticket) as it is now.

    `ticket`: as the center last told of it; `ahead`: people before it now.
    """

    id: str
    kind: str
    way: str
    version: int
    about: str
    booking: Booked
    closed: bool = False
    """Whether its center has closed the time of the booking."""
    ticket: LiveTicket | None = None
    ahead: int = 0

    @property
    def moot(self) -> bool:
        """Whether it is no longer true."""
        if self.kind in _TURNS:
            return self.ticket is None or self.ticket.state != _TURNS[self.kind]
        if self.kind == "reminder" and self.closed:
            return True  # she was told that it is closed, and is not called there
        if self.kind in ("booked", "changed", "reminder", "closed", "reopened"):
            return self.booking.state != "booked" or self.booking.version != self.version
        return False

    def late(self, now: int) -> bool:
        """Whether people have no more use for it. Systems keep books: they are told all."""
        if self.way not in ("email", "sms"):
            return False
        if self.kind in _TURN_LASTS_MS:
            return now > made_at(self.id) + _TURN_LASTS_MS[self.kind]
        ends = self.booking.slot + (DAY_MS if self.booking.remote else 0)
        return self.kind in _OF_APPOINTMENTS and now > ends


def claim(database: Database, way: str, now: int) -> Claim | None:
    """Take the notice of this way that is due first, turns before all else; None: nothing is due.

    It is counted as a try at once: one that ends its sender each time is at last set aside.
    """

    def work(connection: Connection) -> Claim | None:
        these = (notices.c.way == way, notices.c.state == "waiting", notices.c.due_at <= now)
        lost = update(notices).where(*these, notices.c.tries >= MOST_TRIES)
        connection.execute(lost.values(state="failed", fault=LOST))
        turns_first = case((notices.c.kind.in_(_TURNS), 0), else_=1)
        due = (
            select(notices.c.id, notices.c.tries, notices.c.fault)
            .where(*these)
            .order_by(turns_first, notices.c.due_at, notices.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        row = connection.execute(due).first()
        if row is None:
            return None
        tries = row.tries + 1
        later = {"due_at": now + CLAIM_MS, "tries": tries}
        connection.execute(update(notices).where(notices.c.id == row.id).values(later))
        return Claim(row.id, way, tries, row.fault)

    return database.write(work)


def renew(database: Database, claimed: Claim, now: int) -> None:
    """Keep a notice that is being sent from the others for another `CLAIM_MS`."""
    until = now + CLAIM_MS
    longer = update(notices).where(notices.c.due_at < until).values(due_at=until)
    database.write(lambda c: c.execute(longer.where(*_still(claimed))))


def load(database: Database, id: str) -> Notice | None:
    """Return a notice with whom it is for; None where nobody is left to tell."""

    def work(connection: Connection) -> Notice | None:
        row = connection.execute(select(notices).where(notices.c.id == id)).first()
        if row is None:
            return None
        about = (row.id, row.kind, row.way, row.version, row.about)
        closed = is_closed(bookings.c.center, bookings.c.service, bookings.c.slot)
        query = select(bookings, closed.label("closed")).where(bookings.c.id == row.booking)
        found = connection.execute(query).first()
        if found is None:
            walk_in = followed(connection, row.booking)
            if walk_in is None:
                return None
            who, ticket = walk_in
            return Notice(*about, who, False, ticket, people_before(connection, ticket))
        values = found._mapping
        who = Booked(**{column.name: values[column] for column in bookings.c})
        own = select(tickets).where(tickets.c.id == who.ticket, tickets.c.center == who.center)
        line = connection.execute(own).first()
        if line is None:
            return Notice(*about, who, bool(found.closed))
        ticket = LiveTicket(**line._mapping)
        ahead = people_before(connection, ticket)
        return Notice(*about, who, bool(found.closed), ticket, ahead)

    return database.read(work)


def sent(database: Database, claimed: Claim, *, moot: bool = False) -> None:
    """Note that a notice was sent, or that it need not be any more."""
    _mark(database, claimed, {"state": "moot" if moot else "sent", "fault": ""})


def give_up(database: Database, claimed: Claim, fault: str) -> None:
    """Note that a notice can never be sent, and why; for staff to see."""
    _mark(database, claimed, {"state": "failed", "fault": fault[:200]}, waits=True)


def put_off(database: Database, claimed: Claim, fault: str, now: int, after_s: int = 0) -> None:
    """Note when a notice is tried again: each time later, at last never."""
    if claimed.tries >= MOST_TRIES:
        give_up(database, claimed, fault)
        return
    wait = max(after_s * 1000, min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (claimed.tries - 1)))
    _mark(database, claimed, {"due_at": now + wait, "fault": fault[:200]}, waits=True)


def drop_others(database: Database, ways: tuple[str, ...], now: int) -> int:
    """Drop what has been due for a day by a way that there is no more; return how many.

    A day, for another process may know a way already that this one knows when it starts anew.
    """
    gone = update(notices).where(
        notices.c.state == "waiting", notices.c.due_at <= now - DAY_MS, notices.c.way.not_in(ways)
    )
    return database.write(lambda c: c.execute(gone.values(state="moot")).rowcount)


def _mark(
    database: Database, claimed: Claim, values: dict[str, object], *, waits: bool = False
) -> None:
    """Note how it went; `waits`: only if nobody has claimed or dropped it since."""
    whose = _still(claimed) if waits else (notices.c.id == claimed.id,)
    done = update(notices).where(*whose)
    database.write(lambda c: c.execute(done.values(values)))


def _still(claimed: Claim) -> tuple[ColumnElement[bool], ...]:
    mine = (notices.c.id == claimed.id, notices.c.tries == claimed.tries)
    return (*mine, notices.c.state == "waiting")
