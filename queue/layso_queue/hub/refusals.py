"""Why something is not done: a stable word each; its sentences stand in languages/*/hub.toml."""

from enum import StrEnum


class Refusal(StrEnum):
    """The words. A sentence for each: `hub.refusals.SLOT_FULL`."""

    SLOT_FULL = "SLOT_FULL"
    SLOT_OVER = "SLOT_OVER"
    SLOT_UNKNOWN = "SLOT_UNKNOWN"
    SERVICE_CLOSED = "SERVICE_CLOSED"
    SALES_FROZEN = "SALES_FROZEN"
    CENTER_GONE = "CENTER_GONE"
    HOLD_GONE = "HOLD_GONE"
    HOLD_REPLACED = "HOLD_REPLACED"
    DAY_LIMIT = "DAY_LIMIT"
    SERVICE_TWICE = "SERVICE_TWICE"
    NOT_FOUND = "NOT_FOUND"
    BOOKING_OVER = "BOOKING_OVER"
    USED_ALREADY = "USED_ALREADY"
    CANCELLED_ALREADY = "CANCELLED_ALREADY"
    NOT_MOVABLE = "NOT_MOVABLE"
    WRONG_ANSWER = "WRONG_ANSWER"
    TOO_MANY_TRIES = "TOO_MANY_TRIES"
    TOO_FAST = "TOO_FAST"


class Refused(Exception):
    """Nothing was done; `why` is the word, `about` fills its sentence."""

    def __init__(self, why: Refusal, **about: object) -> None:
        super().__init__(why.value)
        self.why = why
        self.about = about
