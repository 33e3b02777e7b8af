"""What the center owns on the web, inside one open transaction: what it told, what was set."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from layso_queue.center.storage.exchange_tables import sync_leases, sync_told, web_places
from layso_queue.sync.leases import Grant

CATALOGUE = "catalogue"
"""The name under which it is noted which catalogue was told."""

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

    def forget_told(self, what: str) -> None:
        """Have it told again: the hub may have something else. Its version goes on."""
        known = self.told(what)
        if known is not None:
            self.keep_told(what, known[0], bytes(32))

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
