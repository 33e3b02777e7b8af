"""What the API answers: these models make and describe the answers."""

from pydantic import BaseModel


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
    """Centers that have a web queue."""

    centers: list[CenterAnswer]


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

    slot: str
    free: int


class SlotsAnswer(BaseModel):
    """Free times, in order."""

    slots: list[SlotAnswer]
    remote: list[SlotAnswer]


class BookingAnswer(BaseModel):
    """A booking. `pass`: what its QR holds; `page`: where its person sees it."""

    id: str
    code: str
    state: str
    center: str
    service: str
    slot: str
    remote: bool
    version: int
    number: str | None
    ticket: str | None
    qr: str | None
    page: str


class TicketAnswer(BaseModel):
    """A ticket of today; `ahead` while it waits."""

    id: str
    number: str
    center: str
    service: str
    state: str
    counter: int | None
    ahead: int | None
    low: int | None
    high: int | None
    heard_at: str | None


class CenterDay(BaseModel):
    """One center's day in numbers."""

    center: str
    tickets: dict[str, int]
    bookings: dict[str, int]
    booked_by: dict[str, int]
    online_share: float | None


class StatisticsAnswer(BaseModel):
    """A day in numbers; no person is in it."""

    day: str
    centers: list[CenterDay]


class HealthAnswer(BaseModel):
    """The hub answers, and so does its database."""

    ok: bool
    now: str


class ProblemAnswer(BaseModel):
    """RFC 9457: `code` for programs, `title` and `detail` for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[dict[str, str]] | None = None
