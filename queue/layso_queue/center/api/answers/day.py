"""The day as windows see it: services, counters, and whether numbers are given."""

from typing import Any, Literal

from pydantic import Field

from layso_queue.center.api.answers.base import Answer
from layso_queue.center.api.answers.tickets import Wait
from layso_queue.line.states import CounterState, TicketState


class TicketAtCounter(Answer):
    """Who is at a counter."""

    id: str
    number: str
    state: TicketState


class CounterAnswer(Answer):
    """A desk."""

    number: int
    services: list[str]
    state: CounterState
    reason: str | None
    since: str | None
    staff: str | None
    ticket: TicketAtCounter | None


class ServiceAnswer(Answer):
    """What people come for, and how its line stands."""

    code: str
    series: str
    name: dict[str, str]
    icon: str
    minutes: int
    documents: dict[str, list[str]]
    open: bool
    closed_reason: str | None
    closure: dict[str, str] | None = Field(description="why staff closed it, in their words")
    next_opening: str | None
    waiting: int
    wait: Wait | Literal["now"] | None
    counters: list[int]
    next: list[str]


class WebPart(Answer):
    """What kiosks may offer because there is a hub."""

    cards: bool = False
    texts: bool = False


class HubPart(Answer):
    """How the province's web queue stands; `since` when it stopped being "fresh"."""

    state: Literal["fresh", "away", "refused", "superseded"]
    since: str | None


class DayPart(Answer):
    """Whether numbers are given."""

    date: str
    state: Literal["open", "closed"]
    closed_reason: str | None
    closure: dict[str, str] | None = Field(description="why staff closed it, in their words")
    next_opening: str | None
    hours: list[list[str]]
    procedures: str = Field(description="the version of what GET /v1/procedures answers")
    web: WebPart
    hub: HubPart | None = Field(description="null for a center without a web queue")
    undo_minutes: int = Field(description="for how long staff can take back what they did")


class SnapshotAnswer(Answer):
    """The whole day."""

    epoch: str
    seq: int
    now: str
    center: dict[str, Any]
    day: DayPart
    services: list[ServiceAnswer]
    counters: list[CounterAnswer]
    tickets: list[dict[str, Any]]
    calls: list[dict[str, Any]]
    notices: list[dict[str, Any]]
    alerts: list[dict[str, Any]]


class HealthAnswer(Answer):
    """Whether the center works."""

    state: Literal["well", "failing"]
    now: str
    center: str
    epoch: str
    day: str
    waiting_commands: int
