"""What the center owns on the web, inside one open transaction: what it told, what was set."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from layso_queue.center.storage.closures import Closure, closures
from layso_queue.center.storage.exchange_tables import (
    sync_leases,
    sync_told,
    web_bookings,
    web_places,
)
from layso_queue.sync import Event, Kind
from layso_queue.sync.leases import Grant

CLOSURE = "closure:"
"""Before a closure's id, in what is noted as told."""

DAY_OFF = "day-off:"
"""Before the date, in the id of a day off that stands in the settings."""

BY_HUB = "hub"
"""Who says what a center decided before it was restored."""

KEEP_NAME_DAYS = 30
"""Days after a visit when a name is erased, as at the hub."""

DAY_MS = 86_400_000

DIGITS = 13
"""Of a time in ms since the epoch, until the year 2286: a lease's key ends with it."""


class WebRows:
    """Notes beside the outbox."""

    def __init__(self, connection: Connection) -> None:
        """Work in this transaction."""
        self._connection = connection

    def told(self, what: str) -> tuple[int, bytes] | None:
        """Return (version, SHA-256) of what the hub was last told, or None: nothing."""
        query = select(sync_told).where(sync_told.c.what == what)
        row = self._connection.execute(query).first()
        return None if row is None else (int(row.version), bytes(row.hash))

    def keep_told(self, what: str, version: int, hash: bytes) -> None:
        """Note it, in the transaction that tells it."""
        values = {"version": version, "hash": hash}
        row = insert(sync_told).values(what=what, **values)
        self._connection.execute(row.on_conflict_do_update(index_elements=["what"], set_=values))

    def forget_persons(self, now: int) -> None:
        """Take a card's hash out once its day is over, and a name after KEEP_NAME_DAYS."""
        found = web_bookings.c
        for column, days in ((found.card, 2), (found.name, KEEP_NAME_DAYS)):
            old = (found.slot < now - days * DAY_MS, column != "")
            self._connection.execute(update(web_bookings).where(*old).values({column.name: ""}))

    def forget_told(self, what: str) -> None:
        """Have it told again: the hub may have something else. Its version goes on."""
        known = self.told(what)
        if known is not None:
            self.keep_told(what, known[0], bytes(32))

    def told_of(self, kind: str) -> Mapping[str, tuple[int, bytes]]:
        """Return what was told of a kind ("closure:"), by name; see `told`."""
        query = select(sync_told).where(sync_told.c.what.startswith(kind, autoescape=True))
        rows = self._connection.execute(query)
        return {row.what: (int(row.version), bytes(row.hash)) for row in rows}

    def drop_told(self, what: str) -> None:
        """Forget that it was ever told: it is over."""
        self._connection.execute(delete(sync_told).where(sync_told.c.what == what))

    def closure_ends(self, id: str, unknown: int) -> int:
        """Return when a closure of staff ends (ms), `unknown` for one that is none."""
        query = select(closures.c.ends).where(closures.c.id == id)
        found = self._connection.execute(query).scalar_one_or_none()
        return unknown if found is None else int(found)

    def take_back(self, event: Event) -> bool:
        """Take back what a restore lost of what the center owns on the web; say if it was such.

        The catalogue and days off stand in the settings: they are told again. So is the answer to
        a snapshot, for that comes again too.
        """
        if event.kind in (Kind.BOOKING_ECHOED, Kind.ECHO_DONE):
            return True
        if event.kind == Kind.CATALOGUE_SET:
            self.forget_told(event.entity)
        elif event.kind == Kind.CLOSURE_SET:
            self._take_closure(event)
        elif event.kind == Kind.CLOSURE_LIFTED:
            stands = (closures.c.id == event.entity, closures.c.lifted_at.is_(None))
            lifted = {"lifted_at": event.occurred_at, "lifted_by": BY_HUB}
            self._connection.execute(update(closures).where(*stands).values(lifted))
            self.keep_told(CLOSURE + event.entity, event.version, bytes(32))
        else:
            return False
        return True

    def _take_closure(self, event: Event) -> None:
        what = event.payload
        self.keep_told(CLOSURE + event.entity, event.version, bytes(32))
        if event.entity.startswith(DAY_OFF):
            return
        lost = Closure(
            id=event.entity,
            service=what["service"],
            begins=what["from"],
            ends=what["to"],
            reason_vi=what["reason"],
            reason_en=what.get("reason_en", ""),
            made_at=event.occurred_at,
            made_by=BY_HUB,
        )
        row = insert(closures).values(asdict(lost))
        self._connection.execute(row.on_conflict_do_nothing())

    def by_hand(self) -> Mapping[str, int]:
        """Return the places that somebody set, by lease key."""
        rows = self._connection.execute(select(web_places))
        return {row.key: int(row.n) for row in rows}

    def set_by_hand(self, key: str, n: int | None) -> None:
        """Set the places of a lease; None gives it back to the rule."""
        if n is None:
            self._connection.execute(delete(web_places).where(web_places.c.key == key))
            return
        row = insert(web_places).values(key=key, n=n)
        self._connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"n": n}))

    def grants_from(self, slot: int) -> Sequence[Grant]:
        """Return the leases of that slot (ms) or a later one."""
        of = func.substr(sync_leases.c.key, -DIGITS)
        query = select(sync_leases).where(of >= f"{slot:0{DIGITS}}")
        return [Grant(**row._asdict()) for row in self._connection.execute(query)]
