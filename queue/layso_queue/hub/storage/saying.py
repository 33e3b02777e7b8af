"""What a person did herself is told to her, unless too much has been told to that address."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from layso_queue.hub.ids import Random
from layso_queue.hub.storage.noticing import Ways, note, remind
from layso_queue.hub.storage.rows import Booked

MayTell = Callable[[Connection, str, str], bool]
"""Counts a message and says whether it may go: (transaction, "sms" or "email", address)."""


def always(_: Connection, __: str, ___: str) -> bool:
    """Let every message go."""
    return True


@dataclass(frozen=True, slots=True)
class Saying:
    """Notes facts of the sale. Who gets no message any more still has it all on her page."""

    ways: Ways
    random: Random
    may_tell: MayTell = always

    def say(self, connection: Connection, booking: Booked, kind: str, now: int) -> None:
        """Have told what became of a booking, and remind its person of an appointment."""
        ways = tuple(one for one in self.ways(kind) if self._may(connection, booking, one))
        note(connection, booking, kind, ways, now, self.random)
        if kind in ("booked", "changed"):
            remind(connection, booking, self.ways("reminder"), now, self.random)

    def _may(self, connection: Connection, booking: Booked, way: str) -> bool:
        address = {"sms": booking.phone, "email": booking.email}.get(way)
        return not address or self.may_tell(connection, way, address)
