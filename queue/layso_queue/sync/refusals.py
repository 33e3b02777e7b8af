"""The stable words with which one side says no to the other's message."""

from dataclasses import dataclass, field
from enum import StrEnum


class SyncRefusal(StrEnum):
    """Why a message, an event or a sale was not taken; nothing has changed."""

    NOT_JSON = "NOT_JSON"
    BAD_MESSAGE = "BAD_MESSAGE"
    MESSAGE_TOO_LARGE = "MESSAGE_TOO_LARGE"
    CENTER_UNKNOWN = "CENTER_UNKNOWN"
    KIND_UNKNOWN = "KIND_UNKNOWN"
    BAD_PAYLOAD = "BAD_PAYLOAD"
    BOOKING_UNKNOWN = "BOOKING_UNKNOWN"
    BOOKING_KNOWN_OTHERWISE = "BOOKING_KNOWN_OTHERWISE"
    BOOKING_SPENT = "BOOKING_SPENT"
    BOOKING_MOVED = "BOOKING_MOVED"
    NUMBER_TAKEN = "NUMBER_TAKEN"
    NEEDS_STAFF = "NEEDS_STAFF"
    WAITS_FOR_EARLIER = "WAITS_FOR_EARLIER"
    NO_PLACE_LEFT = "NO_PLACE_LEFT"
    SERVICE_CLOSED = "SERVICE_CLOSED"
    FROZEN = "FROZEN"
    TOKEN_UNREADABLE = "TOKEN_UNREADABLE"
    TOKEN_KEY_UNKNOWN = "TOKEN_KEY_UNKNOWN"
    TOKEN_FORGED = "TOKEN_FORGED"
    TOKEN_EXPIRED = "TOKEN_EXPIRED"
    TOKEN_OF_OTHER_CENTER = "TOKEN_OF_OTHER_CENTER"
    TOKEN_USED = "TOKEN_USED"


@dataclass(frozen=True, slots=True)
class SyncRefused:
    """A refusal and what it is about: values for a sentence or a log line, by name."""

    why: SyncRefusal
    about: dict[str, str | int] = field(default_factory=dict)
