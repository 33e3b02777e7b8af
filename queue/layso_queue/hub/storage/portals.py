"""Access keys of portals, and what each request was answered: a repeat is answered alike."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from layso_queue.hub.ids import hashed
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.tables import answers, api_keys
from layso_queue.hub.storage.upsert import inserting
from layso_queue.hub.times import MINUTE_MS

NOTE_USE_MS = 10 * MINUTE_MS
"""A key in use is noted so often: a write for every request would cost more than it tells."""


@dataclass(frozen=True, slots=True)
class Portal:
    """A program with an access key: what it may do, and how often a minute."""

    name: str
    scopes: frozenset[str]
    per_minute: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What a request was answered; `request` is the hash of what was asked."""

    request: bytes
    status: int
    body: bytes


class Portals:
    """Keeps keys and answers. Every method may raise StoreFailed."""

    def __init__(self, database: Database) -> None:
        """Use this database."""
        self._database = database

    def add(self, name: str, key: str, scopes: tuple[str, ...], per_minute: int, at: int) -> None:
        """Keep a key, hashed; a portal whose key was removed gets another one.

        Raises AlreadyThere for a name in use.
        """
        row = {
            "name": name,
            "key_hash": hashed(key),
            "scopes": " ".join(scopes),
            "per_minute": per_minute,
            "made_at": at,
        }
        removed = update(api_keys).where(
            api_keys.c.name == name, api_keys.c.removed_at.is_not(None)
        )

        def work(connection: Connection) -> None:
            again = removed.values(row | {"removed_at": None, "used_at": None})
            if not connection.execute(again).rowcount:
                connection.execute(insert(api_keys).values(row))

        self._database.write(work)

    def all(self) -> list[Row[Any]]:
        """Return all keys ever given, by name: rights, when it was made, used, removed."""
        query = select(*(one for one in api_keys.c if one.name != "key_hash"))
        return self._database.read(lambda c: list(c.execute(query.order_by(api_keys.c.name))))

    def remove(self, name: str, at: int) -> bool:
        """Make a key nothing from now on; False: there is none of that name."""
        gone = update(api_keys).where(api_keys.c.name == name, api_keys.c.removed_at.is_(None))
        return bool(self._database.write(lambda c: c.execute(gone.values(removed_at=at)).rowcount))

    def by_key(self, key: str, now: int) -> Portal | None:
        """Return whose key this is, or None. That it was used is noted, now and then."""
        query = select(api_keys).where(
            api_keys.c.key_hash == hashed(key), api_keys.c.removed_at.is_(None)
        )
        row = self._database.read(lambda c: c.execute(query).first())
        if row is None:
            return None
        if row.used_at is None or now - row.used_at > NOTE_USE_MS:
            used = update(api_keys).where(api_keys.c.name == row.name).values(used_at=now)
            self._database.write(lambda c: c.execute(used), promise=False)
        return Portal(row.name, frozenset(row.scopes.split()), row.per_minute)

    def answered(self, portal: str, idempotency_key: str) -> Answered | None:
        """Return what a request with this key was answered, or None."""
        query = select(answers.c.request_hash, answers.c.status, answers.c.body).where(
            answers.c.api_key == portal, answers.c.idempotency_key == idempotency_key
        )
        row = self._database.read(lambda c: c.execute(query).first())
        return None if row is None else Answered(bytes(row[0]), row[1], bytes(row[2]))

    def keep_answer(self, portal: str, idempotency_key: str, answer: Answered, at: int) -> None:
        """Keep what a request was answered; the first one stands."""

        def work(connection: Connection) -> None:
            row = {
                "api_key": portal,
                "idempotency_key": idempotency_key,
                "request_hash": answer.request,
                "status": answer.status,
                "body": answer.body,
                "at": at,
            }
            once = inserting(connection, answers).values(row).on_conflict_do_nothing()
            connection.execute(once)

        self._database.write(work)
