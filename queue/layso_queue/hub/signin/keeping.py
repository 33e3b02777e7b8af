"""What the browser keeps while it is at the provider: signed, for one place, for ten minutes."""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass

import orjson

from layso_queue.hub.rules import HOLD_MS
from layso_queue.hub.signin.flow import Started

LONGEST = 2000
"""Signs of a cookie that is looked at."""


@dataclass(frozen=True, slots=True)
class Away:
    """A browser that was sent to the provider from the form of this hold, in this language."""

    started: Started
    hold: str
    language: str


def sealed(away: Away, now: int, secret: bytes) -> str:
    """Return the cookie's text; good for as long as a place is kept."""
    one = away.started
    what = [one.state, one.nonce, one.verifier, away.hold, away.language, now + HOLD_MS]
    body = base64.urlsafe_b64encode(orjson.dumps(what))
    return f"{body.decode()}.{_mark(body, secret)}"


def unsealed(text: str, now: int, secret: bytes) -> Away | None:
    """Return what we once sealed; None for anything else, and when its time is over."""
    if len(text) > LONGEST or not text.isascii():
        return None
    body, _, mark = text.partition(".")
    if not hmac.compare_digest(mark, _mark(body.encode(), secret)):
        return None
    try:
        kept = orjson.loads(base64.urlsafe_b64decode(body))
        state, nonce, verifier, hold, language, ends = kept
    except (binascii.Error, ValueError, TypeError):
        return None
    return Away(Started("", state, nonce, verifier), hold, language) if now < ends else None


def _mark(body: bytes, secret: bytes) -> str:
    return hmac.new(secret, b"sign-in:" + body, hashlib.sha256).hexdigest()
