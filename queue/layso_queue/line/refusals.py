"""The stable words with which the line says no."""

from dataclasses import dataclass, field
from enum import StrEnum


class Refusal(StrEnum):
    """Why a command was not done; nothing has changed."""

    DAY_CLOSED = "DAY_CLOSED"
    DAY_OPEN_ALREADY = "DAY_OPEN_ALREADY"
    DATE_GOES_BACK = "DATE_GOES_BACK"
    SERVICE_UNKNOWN = "SERVICE_UNKNOWN"
    SERVICE_CLOSED = "SERVICE_CLOSED"
    SERIES_FULL = "SERIES_FULL"
    TICKET_UNKNOWN = "TICKET_UNKNOWN"
    TICKET_KNOWN_OTHERWISE = "TICKET_KNOWN_OTHERWISE"
    WRONG_STATE = "WRONG_STATE"
    NOBODY_WAITING = "NOBODY_WAITING"
    COUNTER_UNKNOWN = "COUNTER_UNKNOWN"
    COUNTER_NOT_OPEN = "COUNTER_NOT_OPEN"
    COUNTER_BUSY = "COUNTER_BUSY"
    COUNTER_OPEN_ALREADY = "COUNTER_OPEN_ALREADY"
    COUNTER_CLOSED_ALREADY = "COUNTER_CLOSED_ALREADY"
    NOT_THIS_COUNTER = "NOT_THIS_COUNTER"
    SERVICE_NOT_AT_COUNTER = "SERVICE_NOT_AT_COUNTER"
    REASON_NEEDED = "REASON_NEEDED"
    TOO_EARLY_NO_SHOW = "TOO_EARLY_NO_SHOW"
    TOO_LATE = "TOO_LATE"
    BOOKING_UNKNOWN = "BOOKING_UNKNOWN"
    BOOKING_KNOWN_ALREADY = "BOOKING_KNOWN_ALREADY"
    BOOKING_USED = "BOOKING_USED"
    BOOKING_CANCELLED = "BOOKING_CANCELLED"
    BOOKING_MISSED = "BOOKING_MISSED"
    BOOKING_WRONG_DAY = "BOOKING_WRONG_DAY"
    BAD_EMERGENCY_NUMBER = "BAD_EMERGENCY_NUMBER"
    EMERGENCY_LIMIT = "EMERGENCY_LIMIT"
    NUMBER_TAKEN = "NUMBER_TAKEN"
    NUMBER_UNKNOWN = "NUMBER_UNKNOWN"


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal with what it is about: values for the sentence, by name."""

    why: Refusal
    about: dict[str, str | int] = field(default_factory=dict)


class Refuse(Exception):
    """Raised while a command is decided; `decide` returns what it carries."""

    def __init__(self, why: Refusal, about: dict[str, str | int] | None = None) -> None:
        """Refuse with this word and the values for its sentence."""
        super().__init__(why)
        self.refused = Refused(why, about or {})
