"""What is sent back: a status, bytes and headers."""

from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.types import Send

JSON = b"application/json"
PROBLEM = b"application/problem+json"
HTML = b"text/html; charset=utf-8"

_ALWAYS = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer over HTTP."""

    status: int
    body: bytes = b""
    kind: bytes = JSON
    headers: tuple[tuple[bytes, bytes], ...] = field(default=())

    async def send(self, send: Send) -> None:
        """Send it."""
        headers = [*_ALWAYS, *self.headers, (b"content-length", str(len(self.body)).encode())]
        if self.body:
            headers.append((b"content-type", self.kind))
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})


def in_json(status: int, data: Any) -> Reply:
    """Return a reply with JSON."""
    return Reply(status, orjson.dumps(data))
