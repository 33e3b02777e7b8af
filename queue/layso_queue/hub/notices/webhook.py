"""Signed webhooks for portals and dossier systems: CloudEvents 1.0, to allowed hosts only."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx

from layso_queue.hub.notices.places import AddressRefused, resolve
from layso_queue.hub.notices.written import NeverWill, TryLater, Written

PATIENCE_S = 5
GONE = (404, 410)


class Webhook:
    """Posts events to one receiver.

    `allowed` are host names; nothing else is ever spoken to, nor any private address unless
    `private` says that the receiver lives in one. Redirects are not followed. The signature is
    that of Standard Webhooks: v1, HMAC-SHA256 over "id.timestamp.body".
    """

    def __init__(
        self,
        source: str,
        secret: bytes,
        allowed: frozenset[str],
        *,
        private: bool = False,
        clock: Callable[[], int],
        client: httpx.Client | None = None,
    ) -> None:
        """`source` is this hub's address; `clock` gives ms since the epoch."""
        self._source, self._secret, self._allowed = source, secret, allowed
        self._private, self._clock = private, clock
        self._client = client or httpx.Client(timeout=PATIENCE_S, follow_redirects=False)

    def send(self, written: Written) -> None:
        """Return when the receiver took it. Raises TryLater, NeverWill."""
        try:
            addresses = resolve(written.to, self._allowed, private=self._private)
        except AddressRefused as error:
            raise NeverWill(str(error)) from error
        except OSError as error:
            raise TryLater(str(error)) from error
        body = json.dumps(event(written, self._source), ensure_ascii=False).encode()
        try:
            status = self._post(written, body, addresses)
        except httpx.HTTPError as error:
            raise TryLater(type(error).__name__) from error
        if status in GONE or 300 <= status < 400:
            raise NeverWill(str(status))
        if status >= 300:
            raise TryLater(str(status))

    def _post(self, written: Written, body: bytes, addresses: list[str]) -> int:
        """Return what the receiver answered; the next address is tried where nobody listens."""
        for address in addresses[:-1]:
            try:
                return self._post_to(address, written, body)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return self._post_to(addresses[-1], written, body)

    def _post_to(self, address: str, written: Written, body: bytes) -> int:
        """Post to the very address that was looked at: a name could lead elsewhere by now."""
        parts = urlsplit(written.to)
        host = parts.hostname or ""
        there = f"[{address}]" if ":" in address else address
        port = f":{parts.port}" if parts.port else ""
        stamp = str(self._clock() // 1000)
        with self._client.stream(
            "POST",
            parts._replace(netloc=there + port).geturl(),
            content=body,
            headers={
                "Host": host + port,
                "Content-Type": "application/cloudevents+json; charset=UTF-8",
                "webhook-id": written.id,
                "webhook-timestamp": stamp,
                "webhook-signature": signature(self._secret, written.id, stamp, body),
            },
            extensions={"sni_hostname": host},
        ) as answer:
            return answer.status_code

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()


def event(written: Written, source: str) -> dict[str, object]:
    """Return a notice as a CloudEvent in the JSON format; it holds no name, phone or address."""
    moment = datetime.fromtimestamp(written.at / 1000, UTC)
    return {
        "specversion": "1.0",
        "id": written.id,
        "source": source,
        "type": f"vn.layso.booking.{written.kind}.v1",
        "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "datacontenttype": "application/json",
        "subject": str(written.facts.get("booking", "")),
        "data": written.facts,
    }


def signature(secret: bytes, id: str, stamp: str, body: bytes) -> str:
    """Return the value of the header webhook-signature."""
    signed = hmac.new(secret, f"{id}.{stamp}.".encode() + body, hashlib.sha256).digest()
    return "v1," + base64.b64encode(signed).decode()
