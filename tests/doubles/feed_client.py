"""A WebSocket client without a network, on the application itself."""

import asyncio
import json
from typing import Any


class FeedClient:
    """A WebSocket client on the application itself; it can stop reading when a test wants it."""

    def __init__(self, app: Any, token: str | None) -> None:
        self.frames: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.reading = asyncio.Event()
        self.reading.set()
        self.denied: int | None = None
        self.closed: int | None = None
        self._to_center: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._ended = asyncio.Event()
        headers = [] if token is None else [(b"authorization", f"Bearer {token}".encode())]
        scope = {
            "type": "websocket", "path": "/v1/feed", "raw_path": b"/v1/feed", "root_path": "",
            "query_string": b"", "headers": headers, "scheme": "ws", "client": ("127.0.0.1", 1),
            "server": ("center", 80), "subprotocols": [], "asgi": {"version": "3.0"},
            "extensions": {"websocket.http.response": {}},
        }  # fmt: skip
        self._to_center.put_nowait({"type": "websocket.connect"})
        self._task = asyncio.create_task(self._serve(app, scope))

    async def _serve(self, app: Any, scope: dict[str, Any]) -> None:
        try:
            await app(scope, self._to_center.get, self._sent)
        finally:
            self._ended.set()

    async def _sent(self, message: dict[str, Any]) -> None:
        match message["type"]:
            case "websocket.send":
                await self.reading.wait()
                self.frames.put_nowait(json.loads(message["text"]))
            case "websocket.close":
                self.closed = message["code"]
            case "websocket.http.response.start":
                self.denied = message["status"]

    def say(self, frame: Any) -> None:
        """Send a frame: data as JSON text, a string as it is, bytes as a binary frame."""
        if isinstance(frame, bytes):
            message = {"type": "websocket.receive", "bytes": frame}
        else:
            text = frame if isinstance(frame, str) else json.dumps(frame)
            message = {"type": "websocket.receive", "text": text}
        self._to_center.put_nowait(message)

    async def next(self, kind: str | None = None, carrying: str = "type") -> dict[str, Any]:
        """The next frame; of a kind, carrying this part, others being passed over."""
        async with asyncio.timeout(20):
            while True:
                frame = await self.frames.get()
                if kind in (None, frame["type"]) and carrying in frame:
                    return frame

    async def ended(self) -> int | None:
        """Wait until the center has let go; its close code."""
        async with asyncio.timeout(20):
            await self._ended.wait()
        return self.closed

    async def leave(self) -> None:
        """Go away as a client does, and see that nothing of it stays."""
        self.reading.set()
        self._to_center.put_nowait({"type": "websocket.disconnect", "code": 1000})
        async with asyncio.timeout(20):
            await self._task


async def started(client: FeedClient) -> tuple[Any, Any]:
    """Begin as a window does; return the greeting and the snapshot."""
    hello = await client.next("hello")
    client.say({"type": "start"})
    return hello, await client.next("snapshot")
