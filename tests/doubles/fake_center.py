"""A fake center of the windows' contract: real HTTP and WebSocket on loopback, told what to do."""

import asyncio
import copy
import json
import socket
import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from center_roles import seen_by

Json = dict[str, Any]
NOW = "2026-11-23T08:15:00.000+07:00"


def a_day() -> Json:
    """A quiet morning with two services, two counters and one person waiting."""
    text = (Path(__file__).parent / "quiet-morning.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def a_ticket(number: str, **other: Any) -> Json:
    """A waiting ticket like the one of the quiet morning."""
    plain = a_day()["tickets"][0] | {"id": str(uuid.uuid4()), "number": number}
    return plain | {"service": number[0]} | other


class FakeCenter:
    """Answers as the contract says; every public attribute may be changed by a test."""

    def __init__(self) -> None:
        self.tokens = {"right-token": "kiosk"}
        self.epoch, self.seq, self.heartbeat_s = "epoch-1", 10, 5.0
        self.day = a_day()
        self.commands: list[tuple[str, Json]] = []
        self.languages: list[str] = []
        self.frames: list[Json] = []
        self.tickets: dict[str, Json] = {}
        self.issued: dict[str, int] = {}
        self.answers: dict[tuple[str, str], Callable[[Json], tuple[int, Any]]] = {}
        self.silent = self.mute = self.deaf = False
        self.garbage: bytes | None = None
        self.feeds: dict[WebSocket, str] = {}
        self.deltas: list[Json] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        routes = [WebSocketRoute("/v1/feed", self._feed)]
        routes += [Route("/{path:path}", self._http, methods=["GET", "POST", "DELETE"])]
        config = uvicorn.Config(
            Starlette(routes=routes), log_level="critical", lifespan="off", ws="websockets-sansio"
        )
        config.timeout_graceful_shutdown = 1
        self._server = uvicorn.Server(config)
        if self._listener.fileno() < 0:
            self._listener = socket.create_server(("127.0.0.1", self.port))
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="fake-center")
        self._thread.start()
        self._started.wait(10)

    def _run(self) -> None:
        async def serve() -> None:
            self._loop = asyncio.get_running_loop()
            self._loop.call_soon(self._started.set)
            await self._server.serve(sockets=[self._listener])

        asyncio.run(serve())

    def stop(self) -> None:
        """Be unreachable; `start` comes back at the same address."""
        if self._thread is not None:
            self.drop()
            self._server.should_exit = True
            self._thread.join(10)
            self._thread = None
        self._listener.close()

    def drop(self) -> None:
        """Close every feed."""
        self._each(lambda feed: feed.close(1012))

    def say(self, frame: Json | str) -> None:
        """Send a frame as it is to every feed."""
        text = frame if isinstance(frame, str) else json.dumps(frame)
        self._each(lambda feed: feed.send_text(text))

    def change(self, *, told: bool = True, **parts: Any) -> None:
        """Go one seq further and send (unless `told` is false: a gap) the delta with `parts`."""
        delta = {"type": "delta", "from": self.seq, "seq": self.seq + 1, "now": NOW, **parts}
        self.seq += 1
        self.deltas.append(delta)
        for name in set(parts) & {"calls", "notices", "alerts"}:
            self.day[name] = parts[name]
        for name, key in (("services", "code"), ("counters", "number"), ("tickets", "id")):
            held = {one[key]: one for one in self.day[name]}
            held |= {one[key]: {**held.get(one[key], {}), **one} for one in parts.get(name, [])}
            self.day[name] = list(held.values())
        self.day["day"] |= parts.get("day", {})
        if told:
            self._each(lambda feed: feed.send_json(seen_by(self.feeds[feed], delta)))

    def snapshot(self, role: str) -> Json:
        return seen_by(role, {"epoch": self.epoch, "seq": self.seq, **copy.deepcopy(self.day)})

    def sent(self, path: str) -> list[Json]:
        """Return the bodies of the commands that came to this path."""
        return [body for at, body in self.commands if at == path]

    def refuse(self, path: str, status: int, code: str, **about: str) -> None:
        self.answers["POST", path] = lambda _: (status, {"code": code, **about})

    def _each(self, act: Callable[[WebSocket], Any]) -> None:
        async def all_of_them() -> None:
            await asyncio.gather(*(act(f) for f in list(self.feeds)), return_exceptions=True)

        asyncio.run_coroutine_threadsafe(all_of_them(), self._loop).result(10)

    async def _feed(self, feed: WebSocket) -> None:
        role = self.tokens.get(feed.headers.get("authorization", "").removeprefix("Bearer "))
        if role is None:
            await feed.send_denial_response(JSONResponse({"code": "NOT_ENROLLED"}, 401))
            return
        await feed.accept()
        hello = {"type": "hello", "epoch": self.epoch, "role": role, "last_seq": self.seq}
        await feed.send_json(hello | {"heartbeat_s": self.heartbeat_s})
        beat = asyncio.create_task(self._beat(feed))
        try:
            while True:
                frame = await feed.receive_json()
                self.frames.append(frame)
                if frame["type"] == "start" and not self.deaf:
                    about = {"type": "snapshot", "epoch": self.epoch, "seq": self.seq}
                    await feed.send_json(about | {"day": self.snapshot(role)})
                elif frame["type"] == "resume":
                    for delta in self.deltas:
                        if delta["seq"] > frame["seq"]:
                            await feed.send_json(seen_by(role, delta))
                if frame["type"] != "heartbeat":
                    self.feeds[feed] = role
        except WebSocketDisconnect:
            pass
        finally:
            self.feeds.pop(feed, None)
            beat.cancel()

    async def _beat(self, feed: WebSocket) -> None:
        while True:
            await asyncio.sleep(self.heartbeat_s)
            if not self.mute:
                await feed.send_json({"type": "heartbeat", "seq": self.seq, "now": NOW})

    async def _http(self, request: Request) -> Response:
        path, raw = request.url.path, await request.body()
        body = json.loads(raw) if raw else {}
        self.commands.append((path, body))
        self.languages.append(request.headers.get("accept-language", ""))
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if token not in self.tokens:
            return JSONResponse({"code": "NOT_ENROLLED"}, 401)
        status, answer = self._answer(request.method, path, body, self.tokens[token])
        while self.silent and not self._server.should_exit:
            await asyncio.sleep(0.01)
        if self.garbage is not None:
            return Response(self.garbage, status, media_type="text/html")
        headers = {"Retry-After": str(answer["retry"])} if "retry" in answer else None
        return JSONResponse(answer, status, headers)

    def _answer(self, method: str, path: str, body: Json, role: str) -> tuple[int, Any]:
        if (method, path) in self.answers:
            return self.answers[method, path](body)
        if path == "/v1/day":
            return 200, self.snapshot(role)
        if (method, path) == ("POST", "/v1/tickets"):
            if body["id"] in self.tickets:
                return 200, self.tickets[body["id"]]
            return 201, self.issue(body)
        if path == "/v1/hand-overs":
            kept = [self.tickets.setdefault(t["id"], a_ticket("A001") | t) for t in body["tickets"]]
            return 200, {"accepted": [ticket["id"] for ticket in kept], "tickets": kept}
        if path == "/v1/come-backs":
            meant = set(body.values())
            kept = [one for one in self.tickets.values() if meant & {one["id"], one["number"]}]
            return (200, kept[0]) if kept else (404, {"code": "TICKET_UNKNOWN"})
        if path == "/v1/help":
            return 202, {}
        ticket = self.tickets.get(path.split("/")[3] if path.count("/") > 2 else "")
        return (200, ticket) if ticket else (404, {"code": "TICKET_UNKNOWN"})

    def issue(self, body: Json) -> Json:
        """Make a ticket as a kiosk asks for it."""
        n = self.issued[body["service"]] = self.issued.get(body["service"], 11) + 1
        chosen = {key: body[key] for key in body if key not in ("number", "state")}
        ticket = a_ticket(f"{body['service']}{n:03d}", ahead=n - 1) | chosen
        ticket["follow_url"] = f"{self.url}/t/{body['id']}"
        self.tickets[body["id"]] = ticket
        return ticket
