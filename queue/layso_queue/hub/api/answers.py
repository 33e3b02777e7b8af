"""What the API answers: these models make and describe the answers."""

from pydantic import BaseModel, Field

from layso_queue.line.states import BookingState, TicketState


class Name(BaseModel):
    """A name in each language."""

    vi: str
    en: str


class CenterAnswer(BaseModel):
    """A center. `heard_at`: when it last spoke to the hub; `silent`: for too long."""

    code: str
    name: Name
    commune: str
    province: str
    province_code: str
    latitude: float
    longitude: float
    heard_at: str | None
    silent: bool
    open: bool | None


class CentersAnswer(BaseModel):
    """Centers that have a web queue. `next`: the `after` of the next page, null on the last."""

    centers: list[CenterAnswer]
    next: str | None


class ServiceAnswer(BaseModel):
    """A service and its line: `low` and `high` are minutes for who comes now."""

    code: str
    name: Name
    minutes: int
    documents: dict[str, list[str]]
    online_url: str
    open: bool | None = None
    waiting: int | None = None
    low: int | None = None
    high: int | None = None


class ServicesAnswer(BaseModel):
    """What a center offers."""

    services: list[ServiceAnswer]


class SlotAnswer(BaseModel):
    """A time with places left; a hint, not a promise."""

    slot: str = Field(
        description="When the visit begins; of numbers from home the day they are for, at 00:00."
    )
    free: int


class SlotsAnswer(BaseModel):
    """Free times, in order. `remote`: today's numbers from home, to be booked with `remote`."""

    slots: list[SlotAnswer]
    remote: list[SlotAnswer]


class BookingAnswer(BaseModel):
    """A booking. `page`: where its person sees it."""

    id: str
    code: str
    state: BookingState
    center: str
    service: str
    slot: str
    remote: bool
    version: int
    number: str | None
    ticket: str | None
    qr: str | None = Field(
        description="What its QR code holds; null once it was used, given up or its day is over, "
        "and of a number from home."
    )
    page: str


class TicketAnswer(BaseModel):
    """A ticket and its day. `ahead`, `low` and `high` while it waits, and null of a silent center
    or a day that is over: then all else is what was last known, at `heard_at`."""

    id: str
    number: str
    center: str
    service: str
    day: str
    state: TicketState
    silent: bool
    counter: int | None
    ahead: int | None
    low: int | None
    high: int | None
    heard_at: str | None


class HealthAnswer(BaseModel):
    """The hub and its database answer. `ok`: all its work beside the pages goes on too."""

    ok: bool
    now: str
    halted: list[str] = Field(
        description='Work that does not go on in this process: "sweep", "tidy", "send email"... '
        "Pages and bookings are served all the same; start the process again."
    )


class ProblemAnswer(BaseModel):
    """RFC 9457: `code` for programs, `title` and `detail` for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[dict[str, str]] | None = None
