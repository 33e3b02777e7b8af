"""What a request says: language, form, cookies; never more bytes than a form may have."""

from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlsplit

from starlette.types import Receive

from layso_assets.languages import LANGUAGES

Headers = dict[bytes, bytes]


class ClientGone(Exception):
    """Nobody waits for the answer any more."""


class TooLarge(Exception):
    """More came than is read; `limit` in bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class BadForm(Exception):
    """What came is no form that a browser sends."""


async def body_of(receive: Receive, headers: Headers, limit: int) -> bytes:
    """Return a request's body. Raises TooLarge, ClientGone."""
    length = headers.get(b"content-length", b"0")
    if len(length) > 9 or (length.isdigit() and int(length) > limit):
        raise TooLarge(limit)
    kept = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise ClientGone
        kept += message.get("body", b"")
        if len(kept) > limit:
            raise TooLarge(limit)
        if not message.get("more_body", False):
            return bytes(kept)


def fields_of(text: bytes) -> dict[str, str]:
    """Return the fields of a form or query; of a repeated one the first. Raises BadForm."""
    try:
        pairs = parse_qsl(text.decode("utf-8"), keep_blank_values=True, max_num_fields=60)
    except (UnicodeDecodeError, ValueError) as error:
        raise BadForm from error
    fields: dict[str, str] = {}
    for name, value in pairs:
        fields.setdefault(name, value.replace("\x00", ""))
    return fields


def cookies_of(headers: Headers) -> dict[str, str]:
    """Return the cookies; none of them if they cannot be read."""
    try:
        found = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1"))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in found.items()}


def language_of(headers: Headers) -> str:
    """Return the first of our languages that the reader accepts, else Vietnamese."""
    best, best_weight = LANGUAGES[0], 0.0
    for part in headers.get(b"accept-language", b"").decode("latin-1").lower().split(","):
        tag, _, weight = part.partition(";q=")
        language = tag.strip().partition("-")[0]
        try:
            value = float(weight or 1)
        except ValueError:
            continue
        if language in LANGUAGES and value > best_weight:
            best, best_weight = language, value
    return best


def same_origin(headers: Headers, host: str) -> bool:
    """Say whether a post comes from a page of ours: by Origin, else by what the browser says."""
    origin = headers.get(b"origin")
    if origin is not None:
        return urlsplit(origin.decode("latin-1")).netloc == host
    return headers.get(b"sec-fetch-site") == b"same-origin"
