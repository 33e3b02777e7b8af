"""The centers that have a web queue, and what they offer."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import orjson
from sqlalchemy import Connection, Row, exists, insert, select, update

from layso_queue.hub.ids import hashed
from layso_queue.hub.storage.announcing import announce
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.lives import begin_stream
from layso_queue.hub.storage.rows import CenterRow, Procedure, Service
from layso_queue.hub.storage.tables import centers, services
from layso_queue.hub.storage.upsert import put

_SHOWN = [column for column in centers.c if column.name != "token_hash"]


class Centers:
    """Reads and keeps centers. Every method may raise StoreFailed."""

    def __init__(self, database: Database) -> None:
        """Use this database."""
        self._database = database

    def register(self, center: CenterRow, token: str, *, replace: bool = False) -> None:
        """Keep a center; its token is kept hashed. `replace` gives a known one a new token.

        One that was removed comes back, with what is kept of it and a new token.

        Raises AlreadyThere for a code in use.
        """

        def work(connection: Connection) -> None:
            known = update(centers).where(centers.c.code == center.code)
            if not replace:
                known = known.where(centers.c.removed_at.is_not(None))
            again = {"token_hash": hashed(token), "removed_at": None}
            if connection.execute(known.values(again)).rowcount:
                return
            row = {name: getattr(center, name) for name in CenterRow.__slots__}
            connection.execute(insert(centers).values(token_hash=hashed(token), **row))
            begin_stream(connection, center.code)

        self._database.write(work)

    def remove(self, code: str, at: int) -> bool:
        """Take a center off the list: its token is nothing from now on. False: none was on it.

        What it was and what was booked there stays.
        """
        gone = update(centers).where(centers.c.code == code, centers.c.removed_at.is_(None))

        def work(connection: Connection) -> bool:
            done = connection.execute(gone.values(removed_at=at)).rowcount
            announce(connection, code)
            return bool(done)

        return self._database.write(work)

    def all(self) -> list[CenterRow]:
        """Return all centers on the list, by code."""
        query = select(*_SHOWN).where(centers.c.removed_at.is_(None)).order_by(centers.c.code)
        return self._database.read(lambda c: [_center(row) for row in c.execute(query)])

    def taking_bookings(self) -> list[CenterRow]:
        """Return those on the list that have told what they offer: one that never came cannot."""
        offers = exists().where(services.c.center == centers.c.code, services.c.offered)
        query = select(*_SHOWN).where(centers.c.removed_at.is_(None), offers)
        ordered = query.order_by(centers.c.code)
        return self._database.read(lambda c: [_center(row) for row in c.execute(ordered)])

    def get(self, code: str) -> CenterRow | None:
        """Return a center, also one that was removed, or None."""
        query = select(*_SHOWN).where(centers.c.code == code)
        row = self._database.read(lambda c: c.execute(query).first())
        return None if row is None else _center(row)

    def by_token(self, token: str) -> CenterRow | None:
        """Return the center to which a token was given, or None."""
        query = select(*_SHOWN).where(
            centers.c.token_hash == hashed(token), centers.c.removed_at.is_(None)
        )
        row = self._database.read(lambda c: c.execute(query).first())
        return None if row is None else _center(row)

    def services(self, center: str) -> list[Service]:
        """Return what a center offers now, in its order."""
        query = (
            select(services)
            .where(services.c.center == center, services.c.offered)
            .order_by(services.c.place)
        )
        return self._database.read(lambda c: [_service(row) for row in c.execute(query)])

    def service(self, center: str, code: str) -> Service | None:
        """Return a service that a center offers or once offered, or None."""
        query = select(services).where(services.c.center == center, services.c.code == code)
        row = self._database.read(lambda c: c.execute(query).first())
        return None if row is None else _service(row)

    def heard(self, center: str, at: int) -> None:
        """Note that a center spoke to the hub."""
        spoke = update(centers).where(centers.c.code == center).values(heard_at=at)
        self._database.write(lambda c: c.execute(spoke), promise=False)

    def offer(self, center: str, offered: Iterable[Service]) -> None:
        """Keep what a center offers from now on; see `offer`."""
        kept = tuple(offered)
        self._database.write(lambda c: offer(c, center, kept))


def offer(connection: Connection, center: str, offered: Iterable[Service]) -> None:
    """Make these services the ones that a center offers; others stay known for old bookings."""
    connection.execute(update(services).where(services.c.center == center).values(offered=False))
    for place, one in enumerate(offered):
        row = {
            "center": center,
            "code": one.code,
            "name_vi": one.name_vi,
            "name_en": one.name_en,
            "minutes": one.minutes,
            "documents": orjson.dumps(one.documents).decode(),
            "online_url": one.online_url,
            "place": place,
            "offered": True,
        }
        put(connection, services, row)
        if one.procedures:
            offer_procedures(connection, center, one.code, one.procedures)


def offer_procedures(
    connection: Connection, center: str, service: str, offered: Sequence[Procedure]
) -> None:
    """Keep a service's procedures; nothing is kept of a service that the center never told of."""
    known = update(services).where(services.c.center == center, services.c.code == service)
    connection.execute(known.values(procedures=orjson.dumps(list(offered)).decode()))


def rename(connection: Connection, center: str, name_vi: str, name_en: str) -> None:
    """Keep what a center calls itself."""
    named = update(centers).where(centers.c.code == center)
    connection.execute(named.values(name_vi=name_vi, name_en=name_en))


def _center(row: Row[Any]) -> CenterRow:
    return CenterRow(**row._mapping)


def _service(row: Row[Any]) -> Service:
    values = dict(row._mapping)
    del values["offered"]
    values["procedures"] = _procedures(values["procedures"])
    return Service(**{**values, "documents": orjson.loads(values["documents"])})


@lru_cache(maxsize=1_000)
def _procedures(document: str) -> tuple[Procedure, ...]:
    """Return a service's procedures; centers with the same catalog share what was read."""
    return tuple(Procedure(**one) for one in orjson.loads(document))
