"""One path of the API: judges each request, has it handled, and answers every fault in words."""

from urllib.parse import parse_qsl

import structlog
from pydantic import BaseModel, ValidationError
from starlette.types import Receive, Scope, Send

from layso_queue.center.api import problems
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.ways import Asked, Way
from layso_queue.center.center import Center
from layso_queue.center.people.devices import Device
from layso_queue.center.people.staff import Session
from layso_queue.center.storage import DiskFull, StoreFailed
from layso_queue.center.writer import CenterBusy

LARGEST_BODY = 64 * 1024
"""Bytes; a hand-over of a hundred numbers is 20 kB."""

log = structlog.get_logger()


class ClientGone(Exception):
    """Nobody waits for the answer any more."""


class Endpoint:
    """An ASGI application for all ways with one path."""

    def __init__(self, center: Center, ways: list[Way]) -> None:
        """Serve these ways, one a method."""
        self._center = center
        self._ways = {way.method: way for way in ways}
        if "GET" in self._ways:
            self._ways["HEAD"] = self._ways["GET"]
        self._allow = ", ".join(sorted(self._ways)).encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers = dict(scope["headers"])
        language = language_of(headers.get(b"accept-language"), self._center)
        try:
            reply = await self._reply(scope, receive, headers, language)
        except ClientGone:
            return
        except Exception as error:
            reply = reply_to_fault(error, self._center, language, scope["path"])
        await reply.send(send)

    async def _reply(
        self, scope: Scope, receive: Receive, headers: dict[bytes, bytes], language: str
    ) -> Reply:
        way = self._ways.get(scope["method"])
        if way is None:
            raise Problem("METHOD_NOT_ALLOWED", headers=((b"allow", self._allow),))
        device, session, token = await self._judged(way, headers)
        body = None
        if way.body is not None:
            body = _read(way.body, await _body(receive, headers))
        elif way.query is not None:
            query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
            body = _query(way.query, query)
        client = scope.get("client")
        asked = Asked(
            center=self._center,
            path=scope["path_params"],
            language=language,
            device=device,
            session=session,
            session_token=token,
            body=body,
            client=client[0] if client else None,
        )
        return await way.handler(asked)

    async def _judged(
        self, way: Way, headers: dict[bytes, bytes]
    ) -> tuple[Device | None, Session | None, str | None]:
        if way.roles is None:
            return None, None, None
        device = await self._center.devices.of(_text(headers.get(b"authorization")))
        if device is None:
            raise Problem("NOT_ENROLLED", headers=((b"www-authenticate", b"Bearer"),))
        if device.role not in way.roles:
            raise Problem("ROLE_NOT_ALLOWED")
        token = _text(headers.get(b"layso-session"))
        session = await self._center.staff.session(token, device)
        if device.role in way.signed_in:
            if session is None:
                raise Problem("SIGN_IN_NEEDED")
            if way.staff is not None and session.role not in way.staff:
                raise Problem("ROLE_NOT_ALLOWED")
        return device, session, token


def reply_to_fault(error: Exception, center: Center, language: str, path: str) -> Reply:
    """Return the problem that says what went wrong; what is our fault goes to the log too."""
    if isinstance(error, Problem):
        problem = error
    elif isinstance(error, DiskFull):
        problem = Problem("DISK_FULL")
    elif isinstance(error, CenterBusy):
        problem = Problem("CENTER_BUSY", headers=((b"retry-after", b"1"),))
    elif isinstance(error, StoreFailed):
        log.error("the database failed", why=str(error))
        problem = Problem("STORE_FAILED", headers=((b"retry-after", b"2"),))
    else:
        log.error("our fault", path=path, exc_info=error)
        problem = Problem("OUR_FAULT")
    return problems.reply(problem, center.texts(language), center.names)


def language_of(accepted: bytes | None, center: Center) -> str:
    """Return "vi" or "en", the first of them that the reader accepts, else the center's own."""
    best: str = center.settings.center.language
    best_weight = 0.0
    for part in (accepted or b"").decode("latin-1").lower().split(","):
        tag, _, weight = part.partition(";q=")
        language = tag.strip().partition("-")[0]
        if language not in ("vi", "en"):
            continue
        try:
            value = float(weight or 1)
        except ValueError:
            continue
        if value > best_weight:
            best, best_weight = language, value
    return best


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("latin-1")


async def _body(receive: Receive, headers: dict[bytes, bytes]) -> bytes:
    length = headers.get(b"content-length", b"0")
    if len(length) > 9 or (length.isdigit() and int(length) > LARGEST_BODY):
        raise Problem("TOO_LARGE", {"limit": LARGEST_BODY})
    message = await receive()
    chunks = bytearray()
    while message["type"] == "http.request":
        chunks += message.get("body", b"")
        if len(chunks) > LARGEST_BODY:
            raise Problem("TOO_LARGE", {"limit": LARGEST_BODY})
        if not message.get("more_body", False):
            return bytes(chunks)
        message = await receive()
    raise ClientGone


def _read(model: type[BaseModel], body: bytes) -> BaseModel:
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise _bad_input(error) from error


def _query(model: type[BaseModel], query: dict[str, str]) -> BaseModel:
    try:
        return model.model_validate(query)
    except ValidationError as error:
        raise _bad_input(error) from error


def _bad_input(error: ValidationError) -> Problem:
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return Problem(
        "BAD_INPUT",
        errors=[
            {"where": ".".join(str(part) for part in fault["loc"]), "kind": fault["type"]}
            for fault in faults[:20]
        ],
    )
