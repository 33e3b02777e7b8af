"""Where notices go: `notices.toml` in the hub's folder; without the file none are sent."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from layso_queue.hub.notices.sms import ProviderWrong, Sms, read_provider
from layso_queue.hub.notices.smtp import Mail
from layso_queue.hub.notices.webhook import Webhook
from layso_queue.hub.notices.words import KINDS
from layso_queue.hub.notices.written import Adapter
from layso_queue.hub.persons import clean_email

Fact = Literal["booked", "changed", "cancelled", "closed", "reopened", "number"]
FOR_SYSTEMS: tuple[Fact, ...] = (
    "booked",
    "changed",
    "cancelled",
    "closed",
    "reopened",
    "number",
)
HOOK = "webhook:"


class PostsWrong(Exception):
    """The file cannot be used; `why` names the place."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Part(BaseModel):
    """A table of the file; a word that it does not know is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _address(given: str) -> str:
    if not clean_email(given):
        raise ValueError("this is no e-mail address")
    return given


class MailPart(Part):
    """A mail server."""

    host: str
    port: int = 587
    sender: Annotated[str, AfterValidator(_address)]
    name: str = ""
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: str = ""


class SmsPart(Part):
    """A text message provider: the file that describes it, and the secret it gave."""

    provider: str
    secret: str = ""


class HookPart(Part):
    """A system that is told by signed CloudEvents."""

    name: str = Field(pattern=r"^[a-z0-9-]{1,30}$")
    url: str
    secret: str = Field(min_length=16)
    private: bool = False
    kinds: tuple[Fact, ...] = FOR_SYSTEMS


class PostsPart(Part):
    """The whole file. `hosts`: those that webhooks may go to."""

    mail: MailPart | None = None
    sms: SmsPart | None = None
    webhooks: tuple[HookPart, ...] = ()
    hosts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Posts:
    """The ways to people and systems: adapters; for a webhook, where it goes and of what."""

    adapters: Mapping[str, Adapter] = field(default_factory=dict)
    hooks: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)

    def ways(self, kind: str) -> tuple[str, ...]:
        """Return in which ways a kind of fact is told."""
        people = [way for way in ("email", "sms") if way in self.adapters and kind in KINDS]
        return (*people, *(way for way, (_, kinds) in self.hooks.items() if kind in kinds))


def read_posts(file: Path, url: str, clock: Callable[[], int]) -> Posts:
    """Return the ways that the file describes; without it, none. Raises PostsWrong.

    `url` is how people reach the hub; `clock` gives ms since the epoch.
    """
    try:
        part = PostsPart.model_validate(tomllib.loads(file.read_text("utf-8")))
        sms = part.sms and Sms(read_provider(file.parent / part.sms.provider), part.sms.secret)
    except FileNotFoundError:
        return Posts()
    except (OSError, ValidationError, ProviderWrong, ValueError) as error:
        raise PostsWrong(_where(error)) from error
    adapters: dict[str, Adapter] = {}
    if part.mail is not None:
        adapters["email"] = Mail(**part.mail.model_dump())
    if sms:
        adapters["sms"] = sms
    for hook in part.webhooks:
        secret = hook.secret.encode()
        source = url or "urn:layso:hub"
        adapters[HOOK + hook.name] = Webhook(
            source, secret, part.hosts, private=hook.private, clock=clock
        )
    hooks = {HOOK + one.name: (one.url, tuple(one.kinds)) for one in part.webhooks}
    return Posts(adapters, hooks)


def _where(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    fault = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
