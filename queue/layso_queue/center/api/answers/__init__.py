"""What answers carry; these models describe, the answers themselves are made in show/."""

from layso_queue.center.api.answers.base import Answer, ProblemAnswer
from layso_queue.center.api.answers.day import (
    CounterAnswer,
    DayPart,
    HealthAnswer,
    ServiceAnswer,
    SnapshotAnswer,
    TicketAtCounter,
)
from layso_queue.center.api.answers.journal import JournalAnswer, JournalEntry
from layso_queue.center.api.answers.people import (
    BookingAnswer,
    BookingsAnswer,
    BookingToday,
    HelpAnswer,
    SessionAnswer,
)
from layso_queue.center.api.answers.tickets import (
    CardKeyAnswer,
    CheckInAnswer,
    HandOverAnswer,
    PrintAnswer,
    RefusedNumber,
    Split,
    TicketAnswer,
    Wait,
)

__all__ = [
    "Answer",
    "BookingAnswer",
    "BookingToday",
    "BookingsAnswer",
    "CardKeyAnswer",
    "CheckInAnswer",
    "CounterAnswer",
    "DayPart",
    "HandOverAnswer",
    "HealthAnswer",
    "HelpAnswer",
    "JournalAnswer",
    "JournalEntry",
    "PrintAnswer",
    "ProblemAnswer",
    "RefusedNumber",
    "ServiceAnswer",
    "SessionAnswer",
    "SnapshotAnswer",
    "Split",
    "TicketAnswer",
    "TicketAtCounter",
    "Wait",
]
