"""The ASGI application of an open hub."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from layso_queue.hub.api.door import ApiDoor
from layso_queue.hub.api.openapi import document
from layso_queue.hub.api.problems import Problem, problem_reply
from layso_queue.hub.api.table import API
from layso_queue.hub.api.ways import ApiWay
from layso_queue.hub.hub import Hub
from layso_queue.hub.pages.problems import problem_page
from layso_queue.hub.pages.table import PAGES
from layso_queue.hub.web.asked import Asked
from layso_queue.hub.web.pagedoor import PageDoor
from layso_queue.hub.web.reading import language_of


def open_app(hub: Hub, started: Callable[[], None] = lambda: None) -> FastAPI:
    """Return the application; the hub starts and stops with it, `started` is called between."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await hub.start()
        started()
        try:
            yield
        finally:
            await hub.stop()

    app = FastAPI(
        title="Lấy Số: hub",
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,  # they would load scripts from far away
        redoc_url=None,
        redirect_slashes=False,
    )
    described = ApiWay(
        method="GET",
        path="/v1/openapi.json",
        name="openapi",
        summary="This document",
        handler=lambda _: document(API),
    )
    routes: list[Any] = [
        Route(path, ApiDoor(hub, ways), methods=None)
        for path, ways in _by_path((*API, described)).items()
    ]
    routes.append(Route("/v1", _nothing))  # else a page would take it for a language
    routes += [
        Route(path, PageDoor(hub, ways), methods=None) for path, ways in _by_path(PAGES).items()
    ]
    app.router.routes[:0] = routes

    @app.exception_handler(HTTPException)
    async def _not_ours(request: Request, error: HTTPException) -> Response:
        headers = {
            name.encode(): value.encode("latin-1") for name, value in request.headers.items()
        }
        known = {404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED"}.get(error.status_code, "OUR_FAULT")
        language = language_of(headers)
        if f"{request.url.path}/".startswith("/v1/"):
            reply = problem_reply(Problem(known), hub.texts[language])
        else:
            asked = Asked(hub, language, "/", "", "", {})
            reply = problem_page(asked, error.status_code, known)
        return Response(reply.body, reply.status, dict(reply.lines()))

    return app


async def _nothing(_: Request) -> Response:
    raise HTTPException(404)


def _by_path(ways: tuple[Any, ...]) -> dict[str, dict[str, Any]]:
    """Return the ways by path and method; where a page can be got, its head can be asked for."""
    found: dict[str, dict[str, Any]] = {}
    for way in ways:
        found.setdefault(way.path, {})[way.method] = way
    for methods in found.values():
        if "GET" in methods:
            methods["HEAD"] = methods["GET"]
    return found
