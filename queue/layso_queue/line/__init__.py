"""The heart: tickets, counters and their order. Pure: no clock, database, network or window.

decide(day, command, now) -> list[Event] | Refused        apply(day, event) -> day
"""

from layso_queue.line.applying import apply
from layso_queue.line.day import Booking, Counter, Done, ServiceDay, Ticket
from layso_queue.line.deciding import decide
from layso_queue.line.record import from_record, to_record
from layso_queue.line.refusals import Refusal, Refused

__all__ = [
    "Booking",
    "Counter",
    "Done",
    "Refusal",
    "Refused",
    "ServiceDay",
    "Ticket",
    "apply",
    "decide",
    "from_record",
    "to_record",
]
