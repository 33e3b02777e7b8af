"""What one slip says, as data: no words of a language, no dots."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

NUMBER = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{0,6}[A-Z0-9])?")
"""A012, H1000, Z1-07: what a board can show and a voice can say."""

FOLLOW_URL = re.compile(r"https?://[\x21-\x7e]{1,180}")

Wait = tuple[int, int] | Literal["now", "no_counter"] | None
"""Minutes (low, high), "now" for nobody ahead, "no_counter" while none is open, None: unknown."""


class SlipWrong(ValueError):
    """The caller asks for a slip that no citizen should hold: a fault of ours."""


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """A ticket as it is printed; texts are in the citizen's language, raw, cleaned when laid out.

    Raises SlipWrong for a number that boards cannot show, a follow address that is not a plain
    http(s) address of at most 190 signs, or a wait that runs backwards.
    """

    center: str
    number: str
    service: str
    issued_at: datetime
    """The center's own clock; printed as it stands, dd/MM/yyyy HH:mm."""
    ahead: int | None = None
    """People who will be called before; None when nobody can know (an emergency number)."""
    wait: Wait = None
    lunch: str = ""
    """A whole sentence when the call may fall behind the lunch break, else empty."""
    counters: tuple[int, ...] = ()
    priority: str = ""
    """The priority group as citizens call it, empty for none."""
    documents: tuple[str, ...] = field(default=())
    follow_url: str = ""
    """What the QR opens; empty for a slip without a QR."""
    wifi: str = ""
    """The center's network that leads there, empty where the internet does."""
    language: str = "vi"
    reprint: bool = False
    emergency: bool = False
    """A number given by a kiosk that was cut off from its center."""
    rehearsal: bool = False
    """A test print: marked so that nobody waits with it."""

    def __post_init__(self) -> None:
        if not NUMBER.fullmatch(self.number):
            raise SlipWrong(f"not a ticket number: {self.number!r}")
        if self.follow_url and not FOLLOW_URL.fullmatch(self.follow_url):
            raise SlipWrong("the follow address is not a plain http(s) address")
        if self.ahead is not None and self.ahead < 0:
            raise SlipWrong("fewer than no people ahead")
        if isinstance(self.wait, tuple) and not 0 <= self.wait[0] <= self.wait[1]:
            raise SlipWrong("the wait runs backwards")
