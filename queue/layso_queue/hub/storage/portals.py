"""Access keys of portals, and what each request was answered: a repeat is answered alike."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from layso_queue.hub.ids import hashed
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.tables import answers, api_keys
from layso_queue.hub.storage.upsert import inserting


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
        """Keep a key, hashed. Raises AlreadyThere for a name in use."""
        row = {
            "name": name,
            "key_hash": hashed(key),
            "scopes": " ".join(scopes),
            "per_minute": per_minute,
            "made_at": at,
        }
        self._database.write(lambda c: c.execute(insert(api_keys).values(row)))

    def by_key(self, key: str) -> Portal | None:
        """Return whose key this is, or None."""
        query = select(api_keys).where(api_keys.c.key_hash == hashed(key))
        row = self._database.read(lambda c: c.execute(query).first())
        if row is None:
            return None
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
