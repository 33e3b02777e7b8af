"""What was typed into a form with a fault in it, kept by the browser until the form is right.

The answer to such a form is a redirect back to it: a page that answers a post cannot be gone back
to. Sealed for the hub alone, for one form, for as long as a place is kept.
"""

import base64
import hashlib

import orjson
from cryptography.fernet import Fernet, InvalidToken

from layso_queue.hub.rules import HOLD_MS
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.cookies import TYPED
from layso_queue.hub.web.reply import cookie

LONGEST_FIELD = 120
LONGEST = 4000
"""Bytes that browsers keep of a cookie."""


def kept(asked: Asked, form: str, fields: dict[str, str]) -> str:
    """Return the cookie that keeps the fields of a form."""
    short = {name: text[:LONGEST_FIELD] for name, text in fields.items()}
    text = _box(asked).encrypt_at_time(orjson.dumps([form, short]), _now(asked)).decode()
    return _cookie(asked, text if len(text) < LONGEST else "", HOLD_MS // 1000)


def known(asked: Asked, form: str) -> dict[str, str]:
    """Return the fields of this form as they were typed; none where that is not known."""
    text = asked.cookies.get(TYPED, "")
    try:
        opened = _box(asked).decrypt_at_time(text.encode(), HOLD_MS // 1000, _now(asked))
    except (InvalidToken, ValueError):
        return {}
    of, fields = orjson.loads(opened)
    return dict(fields) if of == form else {}


def dropped(asked: Asked) -> str:
    """Return the cookie that keeps nothing any more."""
    return _cookie(asked, "", 0)


def _cookie(asked: Asked, text: str, seconds: int) -> str:
    return cookie(TYPED, text, seconds=seconds, path="/", secure=asked.secure)


def _box(asked: Asked) -> Fernet:
    made = hashlib.sha256(b"typed:" + asked.hub.keys.secret).digest()
    return Fernet(base64.urlsafe_b64encode(made))


def _now(asked: Asked) -> int:
    return asked.hub.clock.now() // 1000
