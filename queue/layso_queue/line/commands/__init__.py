"""Orders. Each has an id made where the act happens and an actor; a known id acts only once."""

from layso_queue.line.commands.base import (
    Command,
    TicketCommand,
)
from layso_queue.line.commands.calls import (
    CallNext,
    CallTicket,
    MarkNoShow,
    Recall,
)
from layso_queue.line.commands.counters import (
    CloseCounter,
    OpenCounter,
    PauseCounter,
    ResumeCounter,
)
from layso_queue.line.commands.days import (
    CancelBooking,
    CloseDay,
    CloseService,
    MakeBooking,
    MoveBooking,
    OpenDay,
    ReopenService,
    SettleDay,
)
from layso_queue.line.commands.issuing import (
    CheckIn,
    IssueRehearsal,
    IssueTicket,
    TakeOverEmergency,
)
from layso_queue.line.commands.restoring import (
    RestoreBooking,
    RestoreTicket,
    SetNumberFloor,
)
from layso_queue.line.commands.undoing import (
    Undo,
    UndoCounter,
)
from layso_queue.line.commands.visits import (
    CancelTicket,
    ConfirmPriority,
    FinishService,
    OrderPaper,
    ParkTicket,
    RecordPaper,
    ResumeTicket,
    ReturnTicket,
    StartService,
    TransferTicket,
)

__all__ = [
    "CallNext",
    "CallTicket",
    "CancelBooking",
    "CancelTicket",
    "CheckIn",
    "CloseCounter",
    "CloseDay",
    "CloseService",
    "Command",
    "ConfirmPriority",
    "FinishService",
    "IssueRehearsal",
    "IssueTicket",
    "MakeBooking",
    "MarkNoShow",
    "MoveBooking",
    "OpenCounter",
    "OpenDay",
    "OrderPaper",
    "ParkTicket",
    "PauseCounter",
    "Recall",
    "RecordPaper",
    "ReopenService",
    "RestoreBooking",
    "RestoreTicket",
    "ResumeCounter",
    "ResumeTicket",
    "ReturnTicket",
    "SetNumberFloor",
    "SettleDay",
    "StartService",
    "TakeOverEmergency",
    "TicketCommand",
    "TransferTicket",
    "Undo",
    "UndoCounter",
]
