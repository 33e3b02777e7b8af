"""The door of all pages: reads a request, has it handled in a thread, answers faults in words."""

from dataclasses import replace

import structlog
from anyio import to_thread
from starlette.types import Receive, Scope, Send

from layso_assets.languages import LANGUAGES
from layso_queue.hub.hub import Hub
from layso_queue.hub.limits import CODES, Rate
from layso_queue.hub.pages.problems import problem_page
from layso_queue.hub.pages.ways import PageWay
from layso_queue.hub.refusals import Refusal, Refused
from layso_queue.hub.storage import StoreFailed
from layso_queue.hub.web import reading
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.cookies import SESSION
from layso_queue.hub.web.reply import Reply, to

LARGEST_FORM = 16 * 1024
LONGEST_SECRET = 80

log = structlog.get_logger()


class PageDoor:
    """An ASGI application for all ways with one path."""

    def __init__(self, hub: Hub, ways: dict[str, PageWay]) -> None:
        """Serve these ways, by method."""
        self._hub, self._ways = hub, ways

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers: reading.Headers = dict(scope["headers"])
        asked = self._asked(scope, headers)
        asked.method = scope["method"]
        try:
            reply = await self._reply(scope["method"], asked, headers, receive)
        except reading.ClientGone:
            return
        except Exception as error:
            reply = reply_to_fault(error, asked)
        await reply.send(send, head=scope["method"] == "HEAD")

    async def _reply(
        self, method: str, asked: Asked, headers: reading.Headers, receive: Receive
    ) -> Reply:
        way = self._ways.get(method)
        if way is None:
            return problem_page(asked, 405, "METHOD_NOT_ALLOWED")
        if asked.path.get("language", asked.language) != asked.language:
            return problem_page(asked, 404, "NOT_FOUND")
        if method == "POST":
            host = headers.get(b"host", b"").decode("latin-1")
            if not reading.same_origin(headers, asked.base.partition("://")[2] or host):
                return problem_page(asked, 403, "OTHER_ORIGIN")
            body = await reading.body_of(receive, headers, LARGEST_FORM)
            asked.form = reading.fields_of(body)
        who = asked.path[way.secret][:LONGEST_SECRET] if way.secret else asked.client
        if way.rate is not None and (wait := await self._wait(way.rate, who)):
            raise Refused(Refusal.TOO_FAST, seconds=wait)
        if way.staff:
            token = asked.cookies.get(SESSION, "")
            asked.staff = await to_thread.run_sync(self._hub.staff.signed_in, token)
            if asked.staff is None:
                return to(asked.here("/staff/sign-in"))
        try:
            return await to_thread.run_sync(way.handler, asked)
        except Refused as error:
            guessed = way.secret and error.why is Refusal.NOT_FOUND
            if guessed and (wait := await self._wait(CODES, asked.client)):
                raise Refused(Refusal.TOO_FAST, seconds=wait) from error
            raise

    async def _wait(self, rate: Rate, client: str) -> int:
        if rate.everywhere:
            return await to_thread.run_sync(self._hub.guards.wait, rate, client)
        return self._hub.limits.wait(rate, client)

    def _asked(self, scope: Scope, headers: reading.Headers) -> Asked:
        path = dict(scope["path_params"])
        named = path.get("language")
        language = named if named in LANGUAGES else reading.language_of(headers)
        host = headers.get(b"host", b"").decode("latin-1")
        client = scope.get("client")
        query = scope["query_string"]
        try:
            fields = reading.fields_of(query)
        except reading.BadForm:
            fields = {}
        return Asked(
            hub=self._hub,
            language=language,
            url=scope["path"] + (f"?{query.decode('latin-1')}" if query else ""),
            base=self._hub.public_url or f"{scope.get('scheme', 'http')}://{host}",
            client=client[0] if client else "",
            path=path,
            query=fields,
            cookies=reading.cookies_of(headers),
        )


def reply_to_fault(error: Exception, asked: Asked) -> Reply:
    """Return the page that says what went wrong; what is our fault goes to the log too."""
    match error:
        case Refused(why=Refusal.NOT_FOUND):
            return problem_page(asked, 404, "NOT_FOUND")
        case Refused(why=Refusal.TOO_FAST):
            again = ("retry-after", str(error.about["seconds"]))
            return replace(problem_page(asked, 429, error.why, error.about), headers=(again,))
        case Refused():
            return problem_page(asked, 409, error.why, error.about)
        case reading.TooLarge() | reading.BadForm():
            return problem_page(asked, 400, "BAD_FORM")
        case StoreFailed():
            log.error("the database failed", why=str(error))
            return problem_page(asked, 503, "STORE_FAILED")
    log.error("our fault", path=asked.path.get("language", ""), exc_info=error)
    return problem_page(asked, 500, "OUR_FAULT")
