"""The hub's database: the only place that knows SQL."""

from layso_queue.hub.storage.centers import Centers
from layso_queue.hub.storage.closed import ClosedTime
from layso_queue.hub.storage.database import Database
from layso_queue.hub.storage.exchange import Exchange
from layso_queue.hub.storage.faults import AlreadyThere, SchemaUnknown, StoreFailed
from layso_queue.hub.storage.feedback import Feedback, Given
from layso_queue.hub.storage.live import Live
from layso_queue.hub.storage.portals import Answered, Portal, Portals
from layso_queue.hub.storage.rows import (
    Booked,
    CenterRow,
    Free,
    Hold,
    LiveTicket,
    Person,
    Place,
    Service,
)
from layso_queue.hub.storage.sale import Sale
from layso_queue.hub.storage.schema import bring_up_to_date
from layso_queue.hub.storage.sides import Sides

__all__ = [
    "AlreadyThere",
    "Answered",
    "Booked",
    "CenterRow",
    "Centers",
    "ClosedTime",
    "Database",
    "Exchange",
    "Feedback",
    "Free",
    "Given",
    "Hold",
    "Live",
    "LiveTicket",
    "Person",
    "Place",
    "Portal",
    "Portals",
    "Sale",
    "SchemaUnknown",
    "Service",
    "Sides",
    "StoreFailed",
    "bring_up_to_date",
]
