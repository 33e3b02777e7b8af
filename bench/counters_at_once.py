"""Eight counters that call at the same moment: nobody is called twice."""

import asyncio
import time
from collections import Counter
from pathlib import Path

from bench.figures import Figure, percentile
from bench.server import Server, issue, open_counters, visit
from bench.wire import Wire

ROUNDS = 60
COUNTERS = range(1, 9)


async def _rounds(server: Server) -> tuple[list[str], list[float]]:
    wires = await open_counters(server, COUNTERS)
    called: list[str] = []
    seconds: list[float] = []

    async def once(n: int, wire: Wire) -> None:
        done = await visit(n, wire)
        if done is not None:
            called.append(done[0])
            seconds.append(done[1])

    for _ in range(ROUNDS):
        await asyncio.gather(*(once(n, wire) for n, wire in wires.items()))
    for wire in wires.values():
        await wire.close()
    return called, seconds


def measure(folder: Path) -> list[Figure]:
    """Let eight counters empty a hall in step."""
    with Server(folder / "at-once") as server:
        server.token("kiosk")
        asyncio.run(issue(server, ROUNDS * 8, "AHLKXNESM"))
        started = time.perf_counter()
        called, seconds = asyncio.run(_rounds(server))
        took = time.perf_counter() - started
    twice = sum(count - 1 for count in Counter(called).values())
    return [
        Figure("8 counters at once: called", len(called), "tickets", note=f"in {took:.1f} s"),
        Figure("8 counters at once: called twice", twice, "tickets", 0),
        Figure("8 counters at once: p99", 1000 * percentile(seconds, 0.99), "ms"),
    ]
