"""The hub's tables; the database itself refuses what the code must never do."""

from layso_queue.hub.storage.tables.base import metadata
from layso_queue.hub.storage.tables.booked import bookings, person_days
from layso_queue.hub.storage.tables.centers import centers, services
from layso_queue.hub.storage.tables.live import standings, tickets
from layso_queue.hub.storage.tables.people import answers, api_keys, sessions, staff
from layso_queue.hub.storage.tables.places import holds, leases, releases
from layso_queue.hub.storage.tables.travel import heads, outgoing

__all__ = [
    "answers",
    "api_keys",
    "bookings",
    "centers",
    "heads",
    "holds",
    "leases",
    "metadata",
    "outgoing",
    "person_days",
    "releases",
    "services",
    "sessions",
    "staff",
    "standings",
    "tickets",
]
