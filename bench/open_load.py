"""Issue at 100 a second whatever the answers take, as a crowd does."""

import asyncio
import time
from pathlib import Path

from bench.figures import Figure, percentile
from bench.server import Server, ticket
from bench.wire import Wire

RATE = 100
SECONDS = 15
WIRES = 32


async def _crowd(server: Server) -> list[float]:
    idle: asyncio.Queue[Wire] = asyncio.Queue()
    wires = [await server.wire("kiosk") for _ in range(WIRES)]
    for wire in wires:
        idle.put_nowait(wire)
    seconds: list[float] = []

    async def arrive(due: float) -> None:
        wire = await idle.get()
        status, answer, _ = await wire.post("/v1/tickets", ticket("A"))
        idle.put_nowait(wire)
        if status != 201:
            raise RuntimeError(f"issue: {status} {answer!r}")
        seconds.append(time.perf_counter() - due)

    begin = time.perf_counter()
    people = []
    for n in range(RATE * SECONDS):
        due = begin + n / RATE
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        people.append(asyncio.create_task(arrive(due)))
    await asyncio.gather(*people)
    for wire in wires:
        await wire.close()
    return seconds


def measure(folder: Path) -> list[Figure]:
    """Measure from the moment somebody was due, waiting for a free connection included."""
    with Server(folder / "open-load") as server:
        server.token("kiosk")
        seconds = asyncio.run(_crowd(server))
    return [
        Figure(f"issue at {RATE}/s open load, p50", 1000 * percentile(seconds, 0.5), "ms"),
        Figure(f"issue at {RATE}/s open load, p99", 1000 * percentile(seconds, 0.99), "ms", 50),
    ]
