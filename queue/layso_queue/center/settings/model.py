"""What a center's settings may say; the demo center's file explains each line."""

from datetime import date, time
from itertools import pairwise
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints, field_validator, model_validator

from layso_queue.center.settings.fitting import check_together
from layso_queue.center.settings.keeping import BackupPart, DiskPart
from layso_queue.center.settings.part import Code, Part
from layso_queue.center.settings.web import WebPart
from layso_queue.line.states import Priority

Series = Annotated[str, StringConstraints(pattern=r"^[A-Y]$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Minutes = Annotated[int, Field(ge=1, le=480)]
Days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Name(Part):
    """A name in each language."""

    vi: Words
    en: Words


class Lists(Part):
    """A list of lines in each language."""

    vi: tuple[Words, ...] = ()
    en: tuple[Words, ...] = ()


class CenterPart(Part):
    """Who the center is. `code` is the commune's five digits."""

    code: Annotated[str, StringConstraints(pattern=r"^\d{5}$")]
    language: Literal["vi", "en"] = "vi"
    timezone: Literal["Asia/Ho_Chi_Minh"] = "Asia/Ho_Chi_Minh"
    name: Name
    province: Name


class HoursPart(Part):
    """When numbers are given."""

    days: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri")
    spans: tuple[tuple[time, time], ...] = ((time(7, 30), time(11, 30)), (time(13, 30), time(17)))
    doors_open_minutes: Annotated[int, Field(ge=0, le=240)] = 30
    closures: frozenset[date] = frozenset()
    working: frozenset[date] = frozenset()

    @field_validator("spans")
    @classmethod
    def _in_order(cls, spans: tuple[tuple[time, time], ...]) -> tuple[tuple[time, time], ...]:
        edges = [edge for span in spans for edge in span]
        if not spans or any(b <= a for a, b in pairwise(edges)):
            raise ValueError("spans_not_in_order")
        return spans


class HeadStartPart(Part):
    """Minutes that a class counts as having come earlier; 0 is no priority."""

    elderly: Annotated[int, Field(ge=0)] = 240
    disabled: Annotated[int, Field(ge=0)] = 240
    pregnant: Annotated[int, Field(ge=0)] = 240
    carer: Annotated[int, Field(ge=0)] = 240
    merit: Annotated[int, Field(ge=0)] = 240

    def of(self, priority: Priority) -> int:
        """Return the minutes of a class; 0 for none."""
        return int(getattr(self, priority.value, 0))


class RulesPart(Part):
    """The rules of the line."""

    calls_before_no_show: Annotated[int, Field(ge=1, le=10)] = 2
    start_at_call: bool = False
    return_minutes: Annotated[int, Field(ge=0, le=240)] = 15
    undo_finish_minutes: Annotated[int, Field(ge=0, le=60)] = 2
    passed_limit: Annotated[int, Field(ge=0)] = 0
    series_limit: Annotated[int, Field(ge=1, le=9999)] = 9999
    head_start_minutes: HeadStartPart = HeadStartPart()


class FollowPart(Part):
    """What the slip's QR opens; `{id}` is the ticket's id.

    `local` is the center's own page, for when the hub is out of reach or there is none; `wifi` the
    name of the network that leads there.
    """

    url: str = ""
    local: str = ""
    wifi: Annotated[str, StringConstraints(max_length=32, strip_whitespace=True)] = ""

    @field_validator("url", "local")
    @classmethod
    def _has_id(cls, url: str) -> str:
        if url and (not url.startswith(("http://", "https://")) or "{id}" not in url):
            raise ValueError("follow_url")
        return url


class HubPart(Part):
    """The province's web queue: its address without a path, and this center's key there."""

    url: str = ""
    key: str = ""

    @model_validator(mode="after")
    def _is_safe(self) -> Self:
        parts = urlsplit(self.url)
        plain = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1", "localhost")
        if self.url and not (plain or (parts.scheme == "https" and parts.hostname)):
            raise ValueError("hub_url")
        if bool(self.url) != bool(self.key):
            raise ValueError("hub_key" if self.url else "hub_url_missing")
        return self


class ServicePart(Part):
    """What people come for."""

    code: Code
    series: Series
    icon: Words = "circle"
    minutes: Minutes = 10
    target_wait_minutes: Minutes = 30
    name: Name
    documents: Lists = Lists()


class CounterPart(Part):
    """A numbered desk."""

    number: Annotated[int, Field(ge=1, le=99)]
    services: Annotated[tuple[Code, ...], Field(min_length=1)]
    kiosk: Annotated[str, StringConstraints(max_length=40)] = ""


class StaffPart(Part):
    """A person of the demo; a real center adds staff by command."""

    code: Code
    pin: Annotated[str, StringConstraints(pattern=r"^\d{4,12}$")]
    role: Literal["counter", "supervisor", "admin"] = "counter"


class NoticePart(Part):
    """A line for the boards."""

    id: Code
    text: Name


class Settings(Part):
    """One center's whole file."""

    center: CenterPart
    hours: HoursPart = HoursPart()
    rules: RulesPart = RulesPart()
    follow: FollowPart = FollowPart()
    hub: HubPart = HubPart()
    web: WebPart = WebPart()
    backup: BackupPart = BackupPart()
    disk: DiskPart = DiskPart()
    services: Annotated[tuple[ServicePart, ...], Field(min_length=1)]
    counters: Annotated[tuple[CounterPart, ...], Field(min_length=1)]
    demo_staff: tuple[StaffPart, ...] = ()
    notices: tuple[NoticePart, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        check_together(self)
        return self
