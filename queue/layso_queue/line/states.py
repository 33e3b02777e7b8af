"""The words for where a ticket, a counter and a booking stand, and the groups that have names."""

from enum import StrEnum


class TicketState(StrEnum):
    """Where one person's place in the line stands."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    PARKED = "parked"
    NO_SHOW = "no_show"
    SERVED = "served"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class CounterState(StrEnum):
    """Whether a numbered desk takes people."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


class BookingState(StrEnum):
    """Where an appointment made through the web queue stands."""

    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CANCELLED = "cancelled"
    MISSED = "missed"


class DayState(StrEnum):
    """Whether the service day gives numbers."""

    NOT_OPENED = "not_opened"
    OPEN = "open"
    CLOSED = "closed"


class Channel(StrEnum):
    """Where a ticket was made."""

    KIOSK = "kiosk"
    WEB = "web"
    STAFF = "staff"
    EMERGENCY = "emergency"


class Priority(StrEnum):
    """What a person says of herself at the kiosk; staff confirm it when she is called."""

    NONE = "none"
    ELDERLY = "elderly"
    DISABLED = "disabled"
    PREGNANT = "pregnant"
    CARER = "carer"
    MERIT = "merit"


class Reason(StrEnum):
    """Why a ticket was called; the sentence for people is made from it elsewhere."""

    OLDEST = "oldest"
    BOOKING = "booking"
    PRIORITY = "priority"
    RETURNED = "returned"
    RESUMED = "resumed"
    TRANSFERRED = "transferred"
    DUE = "due"
    PICKED = "picked"


class Paper(StrEnum):
    """What became of the slip, as the kiosk reported it."""

    NONE = "none"
    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Undoable(StrEnum):
    """What is done with one key and can be taken back, of a ticket and of a counter."""

    CALL = "call"
    START = "start"
    NO_SHOW = "no_show"
    FINISH = "finish"
    PARK = "park"
    RESUME = "resume"
    TRANSFER = "transfer"
    RETURN = "return"
    CLAIM = "claim"
    OPEN = "open"
    PAUSE = "pause"
    GO_ON = "go_on"
    CLOSE = "close"


LIVE = frozenset(
    {
        TicketState.WAITING,
        TicketState.CALLED,
        TicketState.SERVING,
        TicketState.PARKED,
        TicketState.NO_SHOW,
    }
)
FINAL = frozenset(TicketState) - LIVE
AT_COUNTER = frozenset({TicketState.CALLED, TicketState.SERVING})
LEFT_AT_CLOSING = frozenset({TicketState.WAITING, TicketState.PARKED, TicketState.NO_SHOW})
"""What a closing day expires; people already at a counter are served to the end."""

LEFT_OPEN = "left_open"
"""The outcome of a visit whose end nobody noted: it was settled with the day, some time later."""
