"""The hub's tables; the database itself refuses what the code must never do."""

from layso_queue.hub.storage.tables.base import metadata
from layso_queue.hub.storage.tables.booked import bookings, person_days
from layso_queue.hub.storage.tables.centers import centers, services
from layso_queue.hub.storage.tables.days import booking_days, ticket_days, wait_days
from layso_queue.hub.storage.tables.exchange import aside, entries, life, seen, streams
from layso_queue.hub.storage.tables.feedback import feedback
from layso_queue.hub.storage.tables.followers import followers
from layso_queue.hub.storage.tables.live import standings, tickets
from layso_queue.hub.storage.tables.notices import notices
from layso_queue.hub.storage.tables.people import answers, api_keys, askings, sessions, staff
from layso_queue.hub.storage.tables.places import closures, closures_told, freed, holds, leases

__all__ = [
    "answers",
    "api_keys",
    "aside",
    "askings",
    "booking_days",
    "bookings",
    "centers",
    "closures",
    "closures_told",
    "entries",
    "feedback",
    "followers",
    "freed",
    "holds",
    "leases",
    "life",
    "metadata",
    "notices",
    "person_days",
    "seen",
    "services",
    "sessions",
    "staff",
    "standings",
    "streams",
    "ticket_days",
    "tickets",
    "wait_days",
]
