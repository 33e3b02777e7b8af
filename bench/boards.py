"""From a call to thirty boards, three of which have stalled."""

import asyncio
import json
import time
from pathlib import Path

import websockets

from bench.figures import Figure, percentile
from bench.server import Server, issue, open_counters, visit

BOARDS = 30
STALLED = 3
CALLS = 120


async def _listen(server: Server, heard: dict[str, list[float]], ready: asyncio.Event) -> None:
    headers = {"Authorization": f"Bearer {server.token('display')}"}
    url = f"ws://127.0.0.1:{server.port}/v1/feed"
    async with websockets.connect(url, additional_headers=headers, compression=None) as feed:
        await feed.recv()
        await feed.send(json.dumps({"type": "start"}))
        await feed.recv()
        ready.set()
        async for message in feed:
            now = time.perf_counter()
            calls = json.loads(message).get("calls") or []
            for call in calls[:1]:
                heard.setdefault(call["ticket"], []).append(now)


async def _stall(server: Server) -> asyncio.StreamWriter:
    """Join the feed and never read again."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port, limit=1024)
    writer.write(
        (
            f"GET /v1/feed HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            f"Sec-WebSocket-Version: 13\r\nAuthorization: Bearer {server.token('display')}\r\n\r\n"
        ).encode()
    )
    await reader.readuntil(b"\r\n\r\n")
    start = b'{"type":"start"}'
    writer.write(bytes([0x81, 0x80 | len(start), 0, 0, 0, 0]) + start)
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    return writer


async def _calls(server: Server) -> list[float]:
    heard: dict[str, list[float]] = {}
    boards = []
    for _ in range(BOARDS - STALLED):
        ready = asyncio.Event()
        boards.append(asyncio.create_task(_listen(server, heard, ready)))
        await ready.wait()
    stalled = [await _stall(server) for _ in range(STALLED)]
    wires = await open_counters(server, range(1, 2))
    pressed: dict[str, float] = {}
    for _ in range(CALLS):
        now = time.perf_counter()
        done = await visit(1, wires[1])
        if done is None:
            raise RuntimeError("call-next: nobody waits")
        pressed[done[0]] = now
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)
    for board in boards:
        board.cancel()
    await asyncio.gather(*boards, return_exceptions=True)
    for writer in stalled:
        writer.close()
    await wires[1].close()
    return [at - pressed[ticket] for ticket, times in heard.items() for at in times]


def measure(folder: Path) -> list[Figure]:
    """Measure each board's delay from the key at the counter to the message at the board."""
    with Server(folder / "boards") as server:
        server.token("kiosk")
        server.token("display")
        asyncio.run(issue(server, CALLS + 10))
        seconds = asyncio.run(_calls(server))
    expected = CALLS * (BOARDS - STALLED)
    note = f"{len(seconds)} of {expected} heard, {STALLED} of {BOARDS} boards stalled"
    return [
        Figure("call to board, p50", 1000 * percentile(seconds, 0.5), "ms"),
        Figure("call to board, p99", 1000 * percentile(seconds, 0.99), "ms", 250, note=note),
        Figure("calls that a board missed", expected - len(seconds), "", 0),
    ]
