"""Text messages through any gateway that speaks HTTP: what it wants is data, not code."""

import json
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx

from layso_queue.hub.notices.written import NeverWill, TryLater, Written

PATIENCE_S = 15
TOO_MANY = 429
_LONG_DIGITS = re.compile(r"\d{6,}")
"""A gateway may answer with the number it was given: that is no reason to keep it."""


class ProviderWrong(Exception):
    """The provider's file cannot be used; the message says where."""


@dataclass(frozen=True, slots=True)
class Provider:
    """A gateway: {phone}, {text}, {id} and {secret} in `url`, `headers` and `body` are filled in.

    `form` "json" or "form". `phone` "84" writes 84901234567, "+84" with a plus, "0" as people do.
    `taken` names a field of the answer and what it must be, for gateways that say 200 to all.
    """

    url: str
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)
    form: str = "json"
    phone: str = "84"
    taken: dict[str, Any] = field(default_factory=dict)


def read_provider(file: Path) -> Provider:
    """Return what a TOML file describes; raise ProviderWrong."""
    try:
        table = tomllib.loads(file.read_text("utf-8"))
        provider = Provider(**table)
        ok = provider.url.startswith(("https://", "http://127.0.0.1"))
    except (OSError, ValueError, TypeError) as error:
        raise ProviderWrong(f"{file.name}: {error}") from error
    if not ok or provider.form not in ("json", "form") or provider.phone not in ("84", "+84", "0"):
        raise ProviderWrong(f"{file.name}: url, form or phone")
    return provider


class Sms:
    """Sends through one provider; `client` keeps the connection."""

    def __init__(self, provider: Provider, secret: str, client: httpx.Client | None = None) -> None:
        """Use this provider with the center's or province's secret for it."""
        self._provider, self._secret = provider, secret
        self._client = client or httpx.Client(timeout=PATIENCE_S, follow_redirects=False)

    def send(self, written: Written) -> None:
        """Return when the gateway took it. Raises TryLater, NeverWill."""
        values = {
            "phone": in_form(written.to, self._provider.phone),
            "text": written.text,
            "id": written.id,
            "secret": self._secret,
        }
        body = _filled(self._provider.body, values)
        headers = _filled(self._provider.headers, values)
        if self._provider.form == "json":
            content, kind = json.dumps(body, ensure_ascii=False), "application/json"
        else:
            content, kind = urlencode(body), "application/x-www-form-urlencoded"
        try:
            answer = self._client.post(
                _filled(self._provider.url, values),
                content=content.encode(),
                headers={"Content-Type": kind, **headers},
            )
        except httpx.HTTPError as error:
            raise TryLater(type(error).__name__) from error
        self._judge(answer)

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()

    def _judge(self, answer: httpx.Response) -> None:
        status = answer.status_code
        if status == TOO_MANY or status >= 500:
            raise TryLater(str(status), _seconds(answer.headers.get("retry-after")))
        if status in (401, 403):
            # Ours to mend: a secret that ran out must not throw away what waits.
            raise TryLater(str(status), 600)
        if status >= 300:
            raise NeverWill(str(status))
        if self._provider.taken:
            try:
                said = answer.json()
            except ValueError as error:
                raise TryLater("answer is no JSON") from error
            for name, wanted in self._provider.taken.items():
                if not isinstance(said, dict) or said.get(name) != wanted:
                    raise NeverWill(f"{name}: {_LONG_DIGITS.sub('…', str(said))[:100]}")


def in_form(phone: str, form: str) -> str:
    """Write a Vietnamese number as a gateway wants it; 0901234567 -> 84901234567."""
    digits = phone.removeprefix("+84").removeprefix("0")
    return f"{form}{digits}"


def _filled(what: Any, values: dict[str, str]) -> Any:
    if isinstance(what, dict):
        return {name: _filled(value, values) for name, value in what.items()}
    if isinstance(what, list):
        return [_filled(value, values) for value in what]
    if isinstance(what, str):
        for name, value in values.items():
            # Not str.format: a text with braces in it must not be a template again.
            what = what.replace(f"{{{name}}}", value) if name != "text" else what
        return what.replace("{text}", values["text"])
    return what


def _seconds(header: str | None) -> int:
    return int(header) if header and header.isdigit() else 0
