"""Which function applies which kind of event."""

from collections.abc import Callable
from typing import Any

from layso_queue.line import events
from layso_queue.line.applying import counters, days, tickets, undoing
from layso_queue.line.day import ServiceDay

HANDLERS: dict[type, Callable[[ServiceDay, Any], None]] = {
    events.DayOpened: days.opened,
    events.DayReopened: days.reopened,
    events.DayClosed: days.closed,
    events.ServiceClosed: days.service_closed,
    events.ServiceReopened: days.service_reopened,
    events.BookingMade: days.booking_made,
    events.BookingMoved: days.booking_moved,
    events.BookingCancelled: days.booking_cancelled,
    events.BookingRestored: days.booking_restored,
    events.BookingMissed: days.booking_missed,
    events.RehearsalIssued: days.rehearsal_issued,
    events.CounterOpened: counters.opened,
    events.CounterPaused: counters.paused,
    events.CounterResumed: counters.resumed,
    events.CounterClosed: counters.closed,
    events.TicketIssued: tickets.issued,
    events.NumberFloorSet: days.number_floor_set,
    events.EmergencyNumberAdopted: tickets.emergency_number_adopted,
    events.TicketCalled: tickets.called,
    events.TicketRecalled: tickets.recalled,
    events.ServiceStarted: tickets.started,
    events.ServiceFinished: tickets.finished,
    events.NoShowMarked: tickets.not_there,
    events.TicketParked: tickets.parked,
    events.TicketResumed: tickets.resumed,
    events.TicketTransferred: tickets.transferred,
    events.CallUndone: tickets.call_undone,
    events.FinishUndone: tickets.finish_undone,
    events.MoveUndone: undoing.move_undone,
    events.CounterUndone: undoing.counter_undone,
    events.TicketReturned: tickets.returned,
    events.TicketCancelled: tickets.cancelled,
    events.TicketExpired: tickets.expired,
    events.PaperOrdered: tickets.paper_ordered,
    events.PaperRecorded: tickets.paper_recorded,
    events.PriorityConfirmed: tickets.priority_confirmed,
}
