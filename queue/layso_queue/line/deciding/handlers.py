"""Which function decides which command, and which event its first one is."""

from collections.abc import Callable
from typing import Any

from layso_queue.line import commands as c
from layso_queue.line.day import ServiceDay
from layso_queue.line.deciding import (
    bookings,
    calls,
    counters,
    days,
    issuing,
    restoring,
    undoing,
    visits,
)
from layso_queue.line.deciding.facts import Facts

Handler = Callable[[ServiceDay, Any, Facts], None]
"""Adds the facts that a command leads to; raises Refuse, and then nothing has changed."""

HANDLERS: dict[type[c.Command], tuple[Handler, frozenset[str]]] = {
    c.OpenDay: (days.open_day, frozenset({"DayOpened", "DayReopened"})),
    c.CloseDay: (days.close_day, frozenset({"DayClosed", "TicketExpired", "BookingMissed"})),
    c.SettleDay: (days.settle_day, frozenset({"ServiceFinished", "TicketExpired"})),
    c.CloseService: (days.close_service, frozenset({"ServiceClosed"})),
    c.ReopenService: (days.reopen_service, frozenset({"ServiceReopened"})),
    c.IssueTicket: (issuing.issue, frozenset({"TicketIssued"})),
    c.TakeOverEmergency: (
        issuing.take_over,
        frozenset({"TicketIssued", "EmergencyNumberAdopted"}),
    ),
    c.RestoreTicket: (restoring.restore, frozenset({"TicketIssued"})),
    c.RestoreBooking: (restoring.restore_booking, frozenset({"BookingRestored"})),
    c.SetNumberFloor: (restoring.set_floor, frozenset({"NumberFloorSet"})),
    c.IssueRehearsal: (issuing.rehearse, frozenset({"RehearsalIssued"})),
    c.MakeBooking: (bookings.make, frozenset({"BookingMade"})),
    c.MoveBooking: (bookings.move, frozenset({"BookingMoved"})),
    c.CancelBooking: (bookings.cancel, frozenset({"BookingCancelled"})),
    c.CheckIn: (bookings.check_in, frozenset({"TicketIssued"})),
    c.OpenCounter: (counters.open_counter, frozenset({"CounterOpened"})),
    c.PauseCounter: (counters.pause, frozenset({"CounterPaused"})),
    c.ResumeCounter: (counters.resume, frozenset({"CounterResumed"})),
    c.CloseCounter: (counters.close, frozenset({"CounterClosed"})),
    c.CallNext: (calls.call_next, frozenset({"TicketCalled"})),
    c.CallTicket: (calls.call_ticket, frozenset({"TicketCalled"})),
    c.Recall: (calls.recall, frozenset({"TicketRecalled"})),
    c.MarkNoShow: (calls.mark_no_show, frozenset({"NoShowMarked"})),
    c.StartService: (visits.start, frozenset({"ServiceStarted"})),
    c.FinishService: (visits.finish, frozenset({"ServiceFinished"})),
    c.ParkTicket: (visits.park, frozenset({"TicketParked"})),
    c.ResumeTicket: (visits.resume, frozenset({"TicketResumed"})),
    c.TransferTicket: (visits.transfer, frozenset({"TicketTransferred"})),
    c.ReturnTicket: (visits.come_back, frozenset({"TicketReturned"})),
    c.CancelTicket: (visits.cancel, frozenset({"TicketCancelled"})),
    c.OrderPaper: (visits.order_paper, frozenset({"PaperOrdered"})),
    c.RecordPaper: (visits.record_paper, frozenset({"PaperRecorded"})),
    c.Undo: (undoing.undo, frozenset({"MoveUndone", "CallUndone", "FinishUndone"})),
    c.UndoCounter: (undoing.undo_counter, frozenset({"CounterUndone"})),
    c.ConfirmPriority: (visits.confirm_priority, frozenset({"PriorityConfirmed"})),
}
