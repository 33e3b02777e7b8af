"""What requests carry. An unknown field is passed over, so that an older center still serves."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from layso_queue.center.stamps import UUID7
from layso_queue.line.states import Priority

Id = Annotated[str, StringConstraints(pattern=f"^{UUID7.pattern}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,16}$")]
Mobile = Annotated[str, StringConstraints(pattern=r"^0[35789][0-9]{8}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
# Control and direction signs never get in: such text would reach boards, logs and paper.
_PLAIN = r"^[^\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]*$"
Text = Annotated[str, StringConstraints(max_length=200, pattern=_PLAIN, strip_whitespace=True)]
Device = Annotated[
    str, StringConstraints(min_length=1, max_length=40, pattern=_PLAIN, strip_whitespace=True)
]
CounterNumber = Annotated[int, Field(ge=1, le=99)]
Dossiers = Annotated[int, Field(ge=1, le=500)]


def _in_our_time(moment: datetime) -> datetime:
    if not 2020 <= moment.year <= 2099:
        raise ValueError("year")
    return moment


Moment = Annotated[AwareDatetime, AfterValidator(_in_our_time)]


class Body(BaseModel):
    """A request's JSON."""

    model_config = ConfigDict(strict=False, extra="ignore", frozen=True)


class Act(Body):
    """An order; the same id again is answered and not done twice."""

    id: Id


class IssueBody(Act):
    """A number is asked for; `id` becomes the ticket's id.

    `phone` is told to the hub for this ticket's text messages; the line never knows it.
    """

    service: Code
    channel: Literal["kiosk", "staff"] = "kiosk"
    priority: Priority = Priority.NONE
    dossiers: Dossiers = 1
    language: Language = "vi"
    assisted: bool = False
    phone: Mobile | None = None


class ReasonBody(Act):
    """An order with its reason."""

    reason: Text = ""


class PaperBody(Act):
    """What became of the slip."""

    outcome: Literal["printed", "failed", "unknown"]
    reprint: bool = False
    order: Id | None = None
    detail: Text = ""


class ComeBackBody(Act):
    """An old number, typed, or the id of its ticket, read from the slip."""

    number: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9 -]{1,16}$")] | None = None
    ticket: Id | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> "ComeBackBody":
        if self.number is None and self.ticket is None:
            raise ValueError("number")
        return self


class PrintBody(Act):
    """A slip is wanted; `kiosk` is where, without it at the counter's own or the first there."""

    kiosk: Device | None = None


class FinishBody(Act):
    """The end of a visit."""

    outcome: Text = ""
    dossier_codes: Annotated[tuple[Text, ...], Field(max_length=500)] = ()
    services: Annotated[tuple[Code, ...], Field(max_length=50)] = ()


class TransferBody(ReasonBody):
    """Where the person is sent on to."""

    service: Code | None = None
    counter: CounterNumber | None = None


class ConfirmBody(Act):
    """Whether the priority claim was right."""

    confirmed: bool = True


class OpenCounterBody(Act):
    """Which services the counter takes; none named means all of its own."""

    services: Annotated[tuple[Code, ...], Field(max_length=50)] = ()


class CallBody(ReasonBody):
    """Which ticket is picked by hand, and why."""

    ticket: Id


class SignInBody(Body):
    """Who signs in, and at which counter."""

    staff: Code
    pin: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    counter: CounterNumber


class EmergencyNumber(Body):
    """One number that a kiosk gave while it was cut off."""

    id: Id
    number: Annotated[str, StringConstraints(max_length=8)]
    service: Code
    priority: Priority = Priority.NONE
    dossiers: Dossiers = 1
    language: Language = "vi"
    issued_at: Moment


class HandOverBody(Act):
    """The emergency numbers of a kiosk."""

    kiosk: Annotated[str, StringConstraints(pattern=r"^Z[1-9][0-9]?$")]
    tickets: Annotated[tuple[EmergencyNumber, ...], Field(max_length=100)]


class HelpBody(Act):
    """Somebody calls a helper."""

    where: Device
    about: Text = ""


class OpenDayBody(Act):
    """Open today's service day; a date before the last one needs `confirmed`."""

    confirmed: bool = False


class JournalQuery(Body):
    """A page of the journal."""

    after: Annotated[int, Field(ge=0, le=2**53)] = 0
    limit: Annotated[int, Field(ge=1, le=1000)] = 100
