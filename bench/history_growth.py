"""Issue and call-next with 0, 10,000 and 100,000 tickets of history: they should not grow."""

import asyncio
from pathlib import Path

from bench.figures import Figure, percentile
from bench.reliability.history import fill
from bench.server import Server, issue, open_counters, visit

HISTORIES = (0, 10_000, 100_000)
CALLS = 400


async def _call_all(server: Server, calls: int) -> list[float]:
    wires = await open_counters(server, range(1, 2))
    seconds = []
    for _ in range(calls):
        done = await visit(1, wires[1])
        if done is None:
            raise RuntimeError("call-next: nobody waits")
        seconds.append(done[1])
    await wires[1].close()
    return seconds


def measure(folder: Path) -> list[Figure]:
    """Measure one client's issue and call-next, start time and memory at each size of history."""
    figures: list[Figure] = []
    for history in HISTORIES:
        data = folder / f"history-{history}"
        fill(data, history)
        with Server(data) as server:
            started, fresh = server.started_in, server.rss
            server.token("kiosk")
            issued = asyncio.run(issue(server, CALLS + 50, "A", 1))
            called = asyncio.run(_call_all(server, CALLS))
        label = f"{history:,} tickets of history"
        figures += [
            Figure(f"issue p50, {label}", 1000 * percentile(issued, 0.5), "ms"),
            Figure(f"issue p99, {label}", 1000 * percentile(issued, 0.99), "ms"),
            Figure(f"call-next p50, {label}", 1000 * percentile(called, 0.5), "ms", 4),
            Figure(f"call-next p99, {label}", 1000 * percentile(called, 0.99), "ms", 15),
            Figure(f"center start, {label}", started, "s", 1 if history == 0 else 2),
            Figure(f"center memory, {label}", fresh, "MB", 150),
        ]
    return figures
