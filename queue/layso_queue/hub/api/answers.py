"""What the API answers: these models make and describe the answers."""

from pydantic import BaseModel, Field


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


class LongWait(BaseModel):
    """A service whose wait may be over the target: minutes for who comes now."""

    center: str
    service: str
    name: Name
    waiting: int
    low: int
    high: int


class SilentCenter(BaseModel):
    """A center not heard of for 5 minutes; `since` null: never heard of."""

    center: str
    since: str | None


class AsideAnswer(BaseModel):
    """Events of a center that could not be taken in; `why`: the word of the newest."""

    center: str
    n: int
    why: str


class AlertAnswer(BaseModel):
    """What a center's staff should see to: a stable word, how many, since when."""

    center: str
    code: str
    n: int
    since: str


class UnsentAnswer(BaseModel):
    """A way (e-mail, text message, webhook) that has trouble; `why`: the newest reason.

    `failed`: notices given up in the last 7 days; `waiting`: those to be tried again.
    """

    way: str
    failed: int
    waiting: int
    why: str


class OverdueFeedback(BaseModel):
    """People's words or low levels that nobody of the staff has seen to in time.

    `since`: when the oldest came; `waiting`: all that want an answer, also those still in time.
    """

    center: str
    n: int
    waiting: int
    since: str


class WatchAnswer(BaseModel):
    """What a province's operation center watches, at this moment."""

    now: str
    target_minutes: int
    centers: int
    over_target: list[LongWait] = Field(
        description="Longest first. Silent centers are left out: their waits are not known."
    )
    silent: list[SilentCenter]
    sales_stopped: list[str] = Field(
        description="Centers that sell no places until they have told again what a restore lost."
    )
    set_aside: list[AsideAnswer]
    alerts: list[AlertAnswer]
    notices_unsent: list[UnsentAnswer] = Field(
        description="Ways in which people or systems are not told now, or were not lately."
    )
    feedback_overdue: list[OverdueFeedback] = Field(
        description="Centers with feedback that wants an answer (level 1 or 2, or any words) and "
        "was not seen to for more than 4 hours; the one that has waited longest first."
    )


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
