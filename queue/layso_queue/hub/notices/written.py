"""What an adapter is given, and how it says that it could not send it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Written:
    """A notice in words. `id` is a UUIDv7: the same notice again is the same id.

    `kind` is a stable word ("booked", "reminder", "five_before"...); `facts` are for programs and
    hold no name, phone or address.
    """

    id: str
    kind: str
    to: str
    subject: str
    text: str
    at: int
    facts: dict[str, str | int]


class TryLater(Exception):
    """Not taken this time; the message says why. `after_s`: not before so many seconds."""

    def __init__(self, why: str, after_s: int = 0) -> None:
        super().__init__(why)
        self.after_s = after_s


class NeverWill(Exception):
    """It will never be taken: a wrong address, a refusal for good. Staff see the message."""


class Adapter(Protocol):
    """One way to people. Called in a thread of its own; may take its time, never for ever."""

    def send(self, written: Written) -> None:
        """Return when it was taken. Raises TryLater, NeverWill."""
