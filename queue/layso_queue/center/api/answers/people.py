"""Who is signed in, who has an appointment, and who calls for help."""

from layso_queue.center.api.answers.base import Answer
from layso_queue.line.states import BookingState, Priority


class SessionAnswer(Answer):
    """Somebody is signed in; `session` goes into the header Layso-Session."""

    session: str
    staff: str
    role: str
    expires_at: str


class BookingToday(Answer):
    """An appointment of today and what has become of it."""

    code: str
    service: str
    slot: str
    priority: Priority
    state: BookingState
    number: str | None


class BookingsAnswer(Answer):
    """The appointments of today, the earliest first."""

    bookings: list[BookingToday]


class BookingAnswer(Answer):
    """An appointment that is kept."""

    id: str
    code: str
    service: str
    slot: str
    priority: Priority
    cancelled: bool


class HelpAnswer(Answer):
    """A help call is on the staff's screens."""

    id: str
