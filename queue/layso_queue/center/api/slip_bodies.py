"""What a kiosk says again of the numbers it gave."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from layso_queue.center.api.bodies import Act, Body, Code, Dossiers, Id, Language
from layso_queue.center.api.bodies import Moment as Time
from layso_queue.center.api.booking_bodies import BookingCode
from layso_queue.line.states import Priority

MOST_SLIPS = 100


class SlipBody(Body):
    """One number as it stands on a slip; `gone`: its person had left when last heard."""

    id: Id
    number: Annotated[str, StringConstraints(max_length=8)]
    service: Code
    channel: Literal["kiosk", "web", "emergency"] = "kiosk"
    priority: Priority = Priority.NONE
    dossiers: Dossiers = 1
    language: Language = "vi"
    assisted: bool = False
    issued_at: Time
    key: Time | None = None
    booking: BookingCode | None = None
    gone: bool = False


class KioskJournalBody(Act):
    """A part of what a kiosk gave today, in its order; `last` says that this was all."""

    tickets: Annotated[tuple[SlipBody, ...], Field(max_length=MOST_SLIPS)] = ()
    last: bool = True
