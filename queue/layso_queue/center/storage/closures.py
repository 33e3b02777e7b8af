"""Closures that staff decided: kept for good, lifted at most once, never changed otherwise."""

from dataclasses import asdict, dataclass

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Row,
    Table,
    Text,
    insert,
    select,
    update,
)

from layso_queue.center.storage.beside import Beside
from layso_queue.center.storage.tables import metadata

closures = Table(
    "closures",
    metadata,
    Column("id", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("begins", Integer, nullable=False),
    Column("ends", Integer, nullable=False),
    Column("reason_vi", Text, nullable=False),
    Column("reason_en", Text, nullable=False),
    Column("made_at", Integer, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("lifted_at", Integer),
    Column("lifted_by", Text),
    PrimaryKeyConstraint("id", name="a_closure_is_made_once"),
    CheckConstraint("begins < ends", name="a_closure_takes_time"),
    CheckConstraint("reason_vi <> ''", name="a_closure_has_a_reason"),
)
Index("closures_by_end", closures.c.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """No numbers are given for a service (for all of them when it is "") in [begins, ends), in ms.

    `reason_en` may be "": then the Vietnamese one is shown.
    """

    id: str
    service: str
    begins: int
    ends: int
    reason_vi: str
    reason_en: str = ""
    made_at: int
    made_by: str
    lifted_at: int | None = None
    lifted_by: str | None = None

    @property
    def reason(self) -> dict[str, str]:
        """Why, in each language."""
        return {"vi": self.reason_vi, "en": self.reason_en or self.reason_vi}


class Closures(Beside):
    """Keeps closures. All methods raise StoreFailed (or its kinds) when the database cannot."""

    def not_over(self, now: int) -> tuple[Closure, ...]:
        """Return what stands now or later, in order of time; what was lifted is left out."""
        query = (
            select(closures)
            .where(closures.c.ends > now, closures.c.lifted_at.is_(None))
            .order_by(closures.c.begins, closures.c.id)
        )
        with self._reading() as connection:
            return tuple(read(row) for row in connection.execute(query))

    def add(self, closure: Closure) -> tuple[Closure, bool]:
        """Keep a closure; return what is kept under its id, and whether it is new."""
        with self._writing() as connection:
            query = select(closures).where(closures.c.id == closure.id)
            row = connection.execute(query).first()
            if row is not None:
                return read(row), False
            connection.execute(insert(closures), asdict(closure))
        return closure, True

    def lift(self, id: str, at: int, by: str) -> Closure | None:
        """End a closure at `at`, once; return it, or None if there is none.

        One that is over or was lifted before stays as it is.
        """
        stands = (closures.c.id == id, closures.c.lifted_at.is_(None), closures.c.ends > at)
        with self._writing() as connection:
            lifted = {"lifted_at": at, "lifted_by": by}
            connection.execute(update(closures).where(*stands).values(lifted))
            row = connection.execute(select(closures).where(closures.c.id == id)).first()
        return None if row is None else read(row)


def read(row: Row[tuple[object, ...]]) -> Closure:
    """Return a row as a closure."""
    return Closure(**row._asdict())
