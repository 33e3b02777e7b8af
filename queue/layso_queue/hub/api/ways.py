"""The form of the API's table of routes: who may go which way, with what, what comes back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from layso_queue.hub.hub import Hub
from layso_queue.hub.storage import CenterRow, Portal
from layso_queue.hub.web.reply import Reply


@dataclass(slots=True)
class Call:
    """One request, judged: the caller may ask this, and the body has the right form."""

    hub: Hub
    language: str
    path: dict[str, str]
    body: Any = None
    raw: bytes = b""
    query: dict[str, str] = field(default_factory=dict)
    portal: Portal | None = None
    center: CenterRow | None = None
    once: str = ""
    """What a repeat of this request has too; only where the way is done once."""


Handler = Callable[[Call], Reply] | Callable[[Call], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiWay:
    """One method on one path.

    `scope`: the right that an access key needs; `of_center`: a center's token is needed instead.
    `once`: an Idempotency-Key must come along, and a repeat is answered as the first time.
    """

    method: str
    path: str
    name: str
    summary: str
    handler: Handler
    scope: str | None = None
    of_center: bool = False
    once: bool = False
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    largest: int = 64 * 1024
    answers: dict[int, type[BaseModel] | None] = field(default_factory=dict)
    refusals: tuple[str, ...] = ()
