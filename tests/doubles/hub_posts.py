"""Two people who booked, and the notices that are kept for them."""

from typing import Any

from sqlalchemy import select

from layso_queue.hub.storage import Database, Person
from layso_queue.hub.storage.tables import notices

WHO = Person("Trần Thị Thử", "0912345678", "p-1", "thu@example.vn", "vi")
OTHER = Person("Lê Văn Thử", "0912345679", "p-2", "van@example.vn", "vi")


def rows(database: Database) -> Any:
    """Return all notices, the oldest first."""
    return database.read(lambda c: c.execute(select(notices).order_by(notices.c.id)).all())
