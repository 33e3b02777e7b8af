"""What is sent back: a status, bytes and headers, always with those that keep pages safe."""

from dataclasses import dataclass
from typing import Any

import orjson
from starlette.types import Send

JSON = "application/json"
PROBLEM = "application/problem+json"
HTML = "text/html; charset=utf-8"

NEVER = "no-store"
SHORTLY = "public, max-age=15"
FOR_GOING_BACK = "private, no-cache"
"""The browser that asked may keep it, so that going back needs no second asking; nobody else."""

FOR_EVER = "public, max-age=31536000, immutable"

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing from elsewhere, nothing written into the page: no inline style or script."""

_ALWAYS = {
    "x-content-type-options": "nosniff",
    # Not "no-referrer": with it a browser sends no Origin with a form, which the door asks for.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": POLICY,
}

_ALLOWED = "geolocation={geolocation}, camera=(), microphone=()"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer over HTTP. `headers` may repeat a name only for cookies.

    `to_program`: no browser reads it, so what tells a browser how to treat it is left out.
    `asks_place`: its script may ask the browser where it is; no other page's may.
    """

    status: int
    body: bytes = b""
    kind: str = HTML
    cache: str = NEVER
    headers: tuple[tuple[str, str], ...] = ()
    to_program: bool = False
    asks_place: bool = False

    def lines(self) -> list[tuple[str, str]]:
        """Return all headers that go out with it."""
        lines: list[tuple[str, str]] = []
        if not self.to_program:
            allowed = _ALLOWED.format(geolocation="(self)" if self.asks_place else "()")
            lines += [*_ALWAYS.items(), ("permissions-policy", allowed)]
        lines += [("cache-control", self.cache), *self.headers]
        lines.append(("content-length", str(len(self.body))))
        if self.body:
            lines.append(("content-type", self.kind))
        return lines

    async def send(self, send: Send, *, head: bool = False) -> None:
        """Send it; `head` leaves the body out."""
        headers = [(name.encode(), value.encode("latin-1")) for name, value in self.lines()]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if head else self.body})


def in_json(status: int, data: Any, kind: str = JSON) -> Reply:
    """Return a reply with JSON."""
    return Reply(status, orjson.dumps(data), kind)


def to(place: str, *, cookies: tuple[str, ...] = ()) -> Reply:
    """Return a reply that sends the browser to another page, with GET."""
    lines = [("location", place), *(("set-cookie", one) for one in cookies)]
    return Reply(303, headers=tuple(lines))


def cookie(name: str, value: str, *, seconds: int, path: str, secure: bool) -> str:
    """Return a cookie that no script reads and no other site sends along."""
    end = "; Secure" if secure else ""
    return f"{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax{end}"
