"""What portals send; a field that is not known is a fault, not ignored."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,16}$")]
Commune = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")]
Text = Annotated[str, StringConstraints(max_length=120)]


_SLOT = "One of the free times, as they were told. With `remote`: today at 00:00, Vietnam's time."


class Body(BaseModel):
    """What comes in."""

    model_config = ConfigDict(extra="forbid")


class CentersQuery(Body):
    """Which centers: by words without tones, and by province; at most `limit` that follow `after`.

    `after` is what the page before named as `next`; words and province must be the same.
    """

    q: Text = ""
    province: Text = ""
    after: Text = ""
    limit: Annotated[int, Field(ge=1, le=500)] = 200


class SlotsQuery(Body):
    """Which days, both included; up to 31 of them."""

    first: date | None = None
    last: date | None = None


class StatisticsQuery(Body):
    """Which day."""

    day: date


class WatchQuery(Body):
    """From how many minutes on a wait is too long."""

    target: Annotated[int, Field(ge=1, le=600)] = 30


class BookingBody(Body):
    """A booking for one person. `remote`: a number for today instead of an appointment."""

    center: Commune
    service: Code
    slot: Annotated[AwareDatetime, Field(description=_SLOT)]
    remote: bool = False
    name: Text
    phone: Text
    email: Text = ""
    language: Literal["vi", "en"] = "vi"


class PhoneBody(Body):
    """Whom to tell of one ticket."""

    ticket: Annotated[str, StringConstraints(pattern=r"^[0-9a-f-]{36}$")]
    phone: Annotated[str, StringConstraints(pattern=r"^0[35789][0-9]{8}$")]
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]


class PhonesBody(Body):
    """Numbers that people left at the kiosks of a center."""

    phones: Annotated[list[PhoneBody], Field(max_length=200)]


class ChangeBody(Body):
    """Another time."""

    slot: AwareDatetime


class NothingBody(Body):
    """Nothing more to say."""
