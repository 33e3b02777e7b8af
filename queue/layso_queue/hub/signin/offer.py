"""The provider at which this hub lets people sign in: `signin.toml`; without the file, none."""

import threading
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import httpx
import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from layso_queue.hub.signin.flow import SignIn, SignInFailed, Started, Who
from layso_queue.hub.signin.provider import PATIENCE_S, Client, ProviderAway

BACK = "/sign-in/back"
"""Where the provider sends people back to; registered there with the hub's own address."""

AT_ONCE = 6
"""People whom one process has at the provider at a time: a slow one must not hold up the pages."""

Said = TypeVar("Said")

log = structlog.get_logger()


class SigninWrong(Exception):
    """The file cannot be used; `why` names the place."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class SigninPart(BaseModel):
    """The file. `name`: what people call the provider; `secret` "" for a public client."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    issuer: str = Field(pattern=r"^(https://[^\s/]|http://(127\.0\.0\.1|localhost)[:/])")
    client_id: str = Field(min_length=1, max_length=200)
    secret: str = ""
    name: str = Field(min_length=1, max_length=40)


class Offer:
    """Sends people to the provider and says who came back. Whatever fails there gives None."""

    def __init__(self, name: str, flow: SignIn, web: httpx.Client) -> None:
        """`web` is closed with the offer."""
        self.name = name
        self._flow, self._web = flow, web
        self._places = threading.BoundedSemaphore(AT_ONCE)

    def start(self) -> Started | None:
        """Return where to send a browser."""
        return self._asking(self._flow.start)

    def finish(self, started: Started, state: str, code: str) -> Who | None:
        """Return who came back."""
        return self._asking(lambda: self._flow.finish(started, state, code))

    def close(self) -> None:
        """Let go of the connections."""
        self._web.close()

    def _asking(self, ask: Callable[[], Said]) -> Said | None:
        if not self._places.acquire(blocking=False):
            log.warning("too many wait for the sign-in provider")
            return None
        try:
            return ask()
        except (SignInFailed, ProviderAway, httpx.InvalidURL) as error:
            log.warning("a sign-in failed", kind=type(error).__name__, why=str(error))
            return None
        finally:
            self._places.release()


def read_offer(
    file: Path, url: str, random: Callable[[int], bytes], clock: Callable[[], int]
) -> Offer | None:
    """Return what the file describes; None without it. Raises SigninWrong.

    `url` is how people reach the hub; `random(n)` gives n random bytes, `clock()` ms.
    """
    try:
        part = SigninPart.model_validate(tomllib.loads(file.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(one) for one in fault["loc"])
        raise SigninWrong(f"{where}: {fault['msg']}") from error
    except (OSError, ValueError) as error:
        raise SigninWrong(str(error)) from error
    client = Client(part.issuer, part.client_id, part.secret, f"{url.rstrip('/')}{BACK}")
    web = httpx.Client(timeout=PATIENCE_S, follow_redirects=False)
    return Offer(part.name, SignIn(client, random, clock, web), web)
