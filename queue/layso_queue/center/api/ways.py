"""The form of the one table of routes: who may go which way, with what, and what comes back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from layso_queue.center.api.answers import Answer
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply
from layso_queue.center.center import Center
from layso_queue.center.people.devices import Device
from layso_queue.center.people.roles import Role
from layso_queue.center.people.staff import Session


@dataclass(slots=True)
class Asked:
    """One request, judged: the device may ask this, and the body has the right form."""

    center: Center
    path: dict[str, str]
    language: str
    device: Device | None
    session: Session | None
    session_token: str | None
    body: Any
    client: str | None

    @property
    def actor(self) -> str:
        """Who answers for what is done: the signed-in person, else the device."""
        if self.session is not None:
            return self.session.staff
        return self.known.name

    @property
    def known(self) -> Device:
        """The device; only where the way has roles."""
        if self.device is None:
            raise Problem("NOT_ENROLLED")
        return self.device


Handler = Callable[[Asked], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One method on one path. `roles` None: anybody, without a token."""

    method: str
    path: str
    name: str
    summary: str
    handler: Handler
    roles: frozenset[Role] | None
    signed_in: frozenset[Role] = frozenset()
    """Roles of devices that also need somebody signed in."""
    staff: frozenset[Role] | None = None
    """Roles that the signed-in person must have; None: any."""
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    answers: dict[int, type[Answer] | None] = field(default_factory=dict)
    refusals: tuple[str, ...] = ()
    """Words that this way may answer beside those that every way may."""
    other_kind: str | None = None
    """The content type of an answer that is not JSON."""
