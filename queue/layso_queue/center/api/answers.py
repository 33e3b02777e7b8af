"""What answers carry; these models describe, the answers themselves are made in show/."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from layso_queue.line.states import (
    BookingState,
    Channel,
    CounterState,
    Paper,
    Priority,
    TicketState,
)


class Answer(BaseModel):
    """An answer's JSON."""

    model_config = ConfigDict(extra="allow")


class Split(Answer):
    """Called before the one time or after the other: lunch may lie between."""

    before: str
    after: str


class Wait(Answer):
    """A range of minutes; both 0 is now, which has no median."""

    low: int
    high: int
    median: int | None = None
    split: Split | None = None


class TicketAnswer(Answer):
    """One person's place in the line."""

    id: str
    number: str = Field(examples=["A012"])
    service: str
    state: TicketState
    channel: Channel
    priority: Priority
    priority_confirmed: bool
    assisted: bool
    dossiers: int
    language: str
    issued_at: str
    key: str
    counter: int | None
    called_at: str | None
    started_at: str | None
    calls: int
    reason: str | None
    reason_text: str | None
    passed: list[str]
    ahead: int | None
    wait: Wait | None
    paper: Paper
    follow_url: str
    to_counter: int | None


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
    waiting: int
    wait: Wait | Literal["now"] | None
    counters: list[int]
    next: list[str]


class DayPart(Answer):
    """Whether numbers are given."""

    date: str
    state: Literal["open", "closed"]
    closed_reason: str | None
    next_opening: str | None
    hours: list[list[str]]
    procedures: str = Field(description="the version of what GET /v1/procedures answers")


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


class SessionAnswer(Answer):
    """Somebody is signed in; `session` goes into the header Layso-Session."""

    session: str
    staff: str
    role: str
    expires_at: str


class RefusedNumber(Answer):
    """An emergency number that cannot be taken over, and why."""

    id: str
    code: str
    detail: str


class HandOverAnswer(Answer):
    """What became of the numbers; the kiosk may forget those in `accepted`."""

    accepted: list[str]
    tickets: list[TicketAnswer]
    refused: list[RefusedNumber]


class BookingToday(Answer):
    """An appointment of today and what has become of it."""

    code: str
    service: str
    slot: str
    priority: Priority
    state: BookingState
    number: str | None


class BookingsAnswer(Answer):
    """The appointments of today, the earliest first."""

    bookings: list[BookingToday]


class BookingAnswer(Answer):
    """An appointment that is kept."""

    id: str
    code: str
    service: str
    slot: str
    priority: Priority
    cancelled: bool


class JournalEntry(Answer):
    """One fact, with its place in the hash chain."""

    seq: int
    day: str
    kind: str
    at: str
    command: str
    actor: str
    record: dict[str, Any]
    previous: str
    hash: str


class JournalAnswer(Answer):
    """A page of the journal; `head` is the hash of its last entry."""

    entries: list[JournalEntry]
    last_seq: int


class HelpAnswer(Answer):
    """A help call is on the staff's screens."""

    id: str


class HealthAnswer(Answer):
    """Whether the center works."""

    state: Literal["well", "failing"]
    now: str
    center: str
    epoch: str
    day: str
    waiting_commands: int


class ProblemAnswer(Answer):
    """RFC 9457: `code` for programs, `title` and `detail` for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[dict[str, str]] | None = None
