"""Facts. The journal is their ordered list; all else is derived from it."""

from layso_queue.line.events.base import (
    Event,
    TicketEvent,
)
from layso_queue.line.events.calls import (
    NoShowMarked,
    TicketCalled,
    TicketRecalled,
)
from layso_queue.line.events.counters import (
    CounterClosed,
    CounterOpened,
    CounterPaused,
    CounterResumed,
)
from layso_queue.line.events.days import (
    BookingCancelled,
    BookingMade,
    BookingMissed,
    BookingMoved,
    BookingRestored,
    DayClosed,
    DayOpened,
    DayReopened,
    ServiceClosed,
    ServiceReopened,
)
from layso_queue.line.events.issuing import (
    EmergencyNumberAdopted,
    NumberFloorSet,
    RehearsalIssued,
    TicketIssued,
)
from layso_queue.line.events.undoing import (
    CallUndone,
    CounterUndone,
    FinishUndone,
    MoveUndone,
)
from layso_queue.line.events.visits import (
    PaperOrdered,
    PaperRecorded,
    PriorityConfirmed,
    ServiceFinished,
    ServiceStarted,
    TicketCancelled,
    TicketExpired,
    TicketParked,
    TicketResumed,
    TicketReturned,
    TicketTransferred,
)

__all__ = [
    "BookingCancelled",
    "BookingMade",
    "BookingMissed",
    "BookingMoved",
    "BookingRestored",
    "CallUndone",
    "CounterClosed",
    "CounterOpened",
    "CounterPaused",
    "CounterResumed",
    "CounterUndone",
    "DayClosed",
    "DayOpened",
    "DayReopened",
    "EmergencyNumberAdopted",
    "Event",
    "FinishUndone",
    "MoveUndone",
    "NoShowMarked",
    "NumberFloorSet",
    "PaperOrdered",
    "PaperRecorded",
    "PriorityConfirmed",
    "RehearsalIssued",
    "ServiceClosed",
    "ServiceFinished",
    "ServiceReopened",
    "ServiceStarted",
    "TicketCalled",
    "TicketCancelled",
    "TicketEvent",
    "TicketExpired",
    "TicketIssued",
    "TicketParked",
    "TicketRecalled",
    "TicketResumed",
    "TicketReturned",
    "TicketTransferred",
]
