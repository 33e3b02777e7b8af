"""One person's place in the line, and how long it may take."""

from typing import Literal

from pydantic import Field

from layso_queue.center.api.answers.base import Answer
from layso_queue.line.states import Channel, Paper, Priority, TicketState


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
    follow_wifi: str | None = Field(None, description="the network that leads to follow_url")
    to_counter: int | None


class Appointment(Answer):
    """When a person was due, and when she came."""

    slot: str
    came: Literal["early", "in_time", "late"]


class CheckInAnswer(TicketAnswer):
    """A booking's ticket; who took it from home has no appointment."""

    appointment: Appointment | None = None


class CardKeyAnswer(Answer):
    """The key under which kiosks hash ID cards; null while there is none."""

    key: str | None


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


class PrintAnswer(Answer):
    """A slip that a counter asked a kiosk for; `detail` says why it failed, as kiosks write it."""

    id: str
    ticket: str
    kiosk: str
    outcome: Literal["sent", "printed", "failed", "unknown"]
    detail: str
