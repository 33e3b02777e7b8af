"""The ASGI application of an open center."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from layso_queue.center.api import problems
from layso_queue.center.api.endpoint import Endpoint, language_of
from layso_queue.center.api.openapi import TITLE, VERSION, described
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.table import WAYS
from layso_queue.center.api.ways import Way
from layso_queue.center.center import Center
from layso_queue.center.feed.client import serve

_WORDS = {404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED"}


def open_app(center: Center, started: Callable[[], None] = lambda: None) -> FastAPI:
    """Return the application; the center starts and stops with it, `started` is called between."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await center.start()
        started()
        try:
            yield
        finally:
            await center.stop()

    app = FastAPI(
        title=TITLE,
        version=VERSION,
        lifespan=lifespan,
        openapi_url="/v1/openapi.json",
        docs_url=None,  # they would load scripts from far away
        redoc_url=None,
        redirect_slashes=False,
    )
    by_path: dict[str, list[Way]] = {}
    for way in WAYS:
        by_path.setdefault(way.path, []).append(way)
    routes: list[Any] = [
        Route(path, Endpoint(center, ways), methods=None) for path, ways in by_path.items()
    ]
    routes.append(WebSocketRoute("/v1/feed", _feed(center)))
    app.router.routes[:0] = routes
    app.openapi = lambda: described(WAYS)  # type: ignore[method-assign]

    @app.exception_handler(HTTPException)
    async def _not_ours(request: Request, error: HTTPException) -> Response:
        language = language_of(request.headers.get("accept-language", "").encode(), center)
        word = _WORDS.get(error.status_code, "OUR_FAULT")
        said = problems.reply(Problem(word), center.texts(language), center.names)
        return _response(said, error)

    return app


def _response(reply: Reply, error: HTTPException) -> Response:
    return Response(
        reply.body, reply.status, dict(error.headers or {}), media_type=reply.kind.decode()
    )


def _feed(center: Center) -> Callable[[WebSocket], Any]:
    async def feed(socket: WebSocket) -> None:
        language = language_of(socket.headers.get("accept-language", "").encode(), center)
        texts = center.texts(language)
        device = await center.devices.of(socket.headers.get("authorization"))
        if device is None:
            said = problems.reply(Problem("NOT_ENROLLED"), texts, center.names)
            await socket.send_denial_response(
                Response(said.body, said.status, media_type=said.kind.decode())
            )
            return
        await socket.accept()
        await serve(socket, center.publisher, center.epoch, device, texts, center.prints)

    return feed
