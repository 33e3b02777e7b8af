"""What centers have closed, as pages show it and as the sale asks."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, exists, or_, select

from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.rows import Place
from layso_queue.hub.storage.tables import closures


@dataclass(frozen=True, slots=True)
class ClosedTime:
    """A service ("": all of a center) is closed in [begins, ends) ms; why, by language."""

    service: str
    begins: int
    ends: int
    reason: dict[str, str]

    def takes(self, service: str, moment: int) -> bool:
        """Say whether it closes a service at a time."""
        return self.service in ("", service) and self.begins <= moment < self.ends


def closed_times(database: Database, center: str, now: int) -> list[ClosedTime]:
    """Return what a center has closed now or later, in order of time."""
    query = (
        select(closures)
        .where(closures.c.center == center, closures.c.ends > now, closures.c.lifted.is_(False))
        .order_by(closures.c.begins, closures.c.id)
    )
    return [
        ClosedTime(
            row.service,
            row.begins,
            row.ends,
            {"vi": row.reason, "en": row.reason_en or row.reason},
        )
        for row in database.read(lambda c: c.execute(query).all())
    ]


def is_closed(
    center: ColumnElement[str], service: ColumnElement[str], moment: ColumnElement[int] | int
) -> ColumnElement[bool]:
    """Return the condition that a center has closed a service at a time."""
    return exists().where(
        closures.c.center == center,
        or_(closures.c.service == "", closures.c.service == service),
        closures.c.begins <= moment,
        closures.c.ends > moment,
        closures.c.lifted.is_(False),
    )


def closes(connection: Connection, place: Place, now: int) -> bool:
    """Say whether a place falls into a closure; a number for now, whether one holds now."""
    query = select(closures.c.id).where(
        closures.c.center == place.center,
        closures.c.service.in_(("", place.service)),
        closures.c.begins <= (now if place.remote else place.slot),
        closures.c.ends > (now if place.remote else place.slot),
        closures.c.lifted.is_(False),
    )
    return connection.execute(query).first() is not None
