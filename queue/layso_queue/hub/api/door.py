"""The door of the API: judges each request, has it handled, answers every fault as a problem."""

import hashlib
import inspect
from typing import Any

import structlog
from anyio import to_thread
from pydantic import BaseModel, ValidationError
from starlette.types import Receive, Scope, Send

from layso_queue.hub.api.problems import Problem, problem_reply
from layso_queue.hub.api.ways import ApiWay, Call
from layso_queue.hub.hub import Hub
from layso_queue.hub.limits import Rate
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage import Answered, StoreFailed
from layso_queue.hub.web import reading
from layso_queue.hub.web.packed import for_center, unpacked
from layso_queue.hub.web.reply import JSON, Reply

GUESSES = Rate("guess", 30, 60, everywhere=True)
"""Wrong keys and tokens from one address."""

LONGEST_ONCE = 128

log = structlog.get_logger()


class ApiDoor:
    """An ASGI application for all ways with one path."""

    def __init__(self, hub: Hub, ways: dict[str, ApiWay]) -> None:
        """Serve these ways, by method."""
        self._hub, self._ways = hub, ways

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers: reading.Headers = dict(scope["headers"])
        language = reading.language_of(headers)
        try:
            reply = await self._reply(scope, receive, headers, language)
        except reading.ClientGone:
            return
        except Exception as error:
            problem = problem_of(error, scope["path"])
            reply = problem_reply(problem, self._hub.texts[language])
        await reply.send(send, head=scope["method"] == "HEAD")

    async def _reply(
        self, scope: Scope, receive: Receive, headers: reading.Headers, language: str
    ) -> Reply:
        way = self._ways.get(scope["method"])
        if way is None:
            allowed = ("allow", ", ".join(sorted(self._ways)))
            raise Problem("METHOD_NOT_ALLOWED", headers=(allowed,))
        call = Call(self._hub, language, dict(scope["path_params"]))
        client = scope.get("client")
        await to_thread.run_sync(self._judge, way, call, headers, client[0] if client else "")
        call.query = _fields(scope["query_string"])
        if way.query is not None:
            call.body = _read(lambda: way.query.model_validate(call.query))
        if way.method == "POST":
            sent = await reading.body_of(receive, headers, way.largest)
            call.raw = unpacked(sent, headers, way.largest)
        if way.body is not None:
            call.body = _read(lambda: way.body.model_validate_json(call.raw))
        if way.once:
            return await to_thread.run_sync(self._once, way, call, headers)
        if inspect.iscoroutinefunction(way.handler):
            found: Reply = await way.handler(call)
        else:
            found = await to_thread.run_sync(way.handler, call)  # type: ignore[arg-type]
        return for_center(found, headers) if way.of_center else found

    def _judge(self, way: ApiWay, call: Call, headers: reading.Headers, client: str) -> None:
        if way.scope is None and not way.of_center:
            return
        kind, _, secret = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
        known = kind.lower() == "bearer" and bool(secret)
        portals, now = self._hub.portals, self._hub.clock.now()
        if way.of_center:
            call.center = self._hub.centers.by_token(secret) if known else None
        else:
            call.portal = portals.by_key(secret, now) if known else None
        if call.center is None and call.portal is None:
            if wait := self._hub.guards.wait(GUESSES, client):
                raise Refused(Refusal.TOO_FAST, seconds=wait)
            asking = ("www-authenticate", "Bearer")
            raise Problem("TOKEN_NEEDED" if way.of_center else "KEY_NEEDED", headers=(asking,))
        portal = call.portal
        if portal is not None and way.scope is not None:
            if way.scope not in portal.scopes:
                raise Problem("SCOPE_MISSING", {"scope": way.scope})
            rate = Rate("portal", portal.per_minute, 60)
            if wait := self._hub.limits.wait(rate, portal.name):
                raise Refused(Refusal.TOO_FAST, seconds=wait)

    def _once(self, way: ApiWay, call: Call, headers: reading.Headers) -> Reply:
        """Do a request once; the same key again is answered as the first time.

        What is undecided (a full slot, a busy database) is not kept: it may be asked again.
        """
        key = headers.get(b"idempotency-key", b"").decode("latin-1").strip()
        if not 1 <= len(key) <= LONGEST_ONCE:
            raise Problem("BAD_INPUT", errors=[{"where": "Idempotency-Key", "kind": "missing"}])
        portal = call.portal
        if portal is None:
            raise Problem("KEY_NEEDED")
        asked = hashlib.sha256(f"{way.name} {call.path}".encode() + call.raw).digest()
        before = self._hub.portals.answered(portal.name, key)
        if before is not None:
            if before.request != asked:
                raise Problem("KEY_KNOWN_OTHERWISE")
            return Reply(before.status, before.body, JSON)
        call.once = hashlib.sha256(f"{portal.name} {key}".encode()).hexdigest()[:32]
        reply: Reply = way.handler(call)  # type: ignore[assignment]
        kept = Answered(asked, reply.status, reply.body)
        self._hub.portals.keep_answer(portal.name, key, kept, self._hub.clock.now())
        return reply


def problem_of(error: Exception, path: str) -> Problem:
    """Return the problem that says what went wrong; what is our fault goes to the log too."""
    match error:
        case Problem():
            return error
        case Refused(why=Refusal.TOO_FAST):
            wait = ("retry-after", str(error.about["seconds"]))
            return Problem(error.why, error.about, headers=(wait,))
        case Refused():
            return Problem(error.why, error.about)
        case reading.TooLarge():
            return Problem("TOO_LARGE", {"limit": error.limit})
        case reading.BadForm():
            return Problem("BAD_INPUT", errors=[])
        case StoreFailed():
            log.error("the database failed", why=str(error))
            return Problem("STORE_FAILED", headers=(("retry-after", "2"),))
    log.error("our fault", path=path, exc_info=error)
    return Problem("OUR_FAULT")


def _fields(query: bytes) -> dict[str, str]:
    return reading.fields_of(query) if query else {}


def _read(validate: Any) -> BaseModel:
    try:
        read: BaseModel = validate()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        raise Problem(
            "BAD_INPUT",
            errors=[
                {"where": ".".join(str(part) for part in fault["loc"]), "kind": fault["type"]}
                for fault in faults[:20]
            ],
        ) from error
    return read
