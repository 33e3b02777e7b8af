"""Durable tickets a second through HTTP, beside a raw commit loop on the same disk."""

import asyncio
import time
from pathlib import Path

import pysqlite3

from bench.figures import Figure, percentile
from bench.server import Server, issue

RAW_COMMITS = 1500
TICKETS = {1: 600, 8: 4000, 16: 4000}


def raw_loop(folder: Path) -> float:
    """Return commits a second of one thread that inserts a row at a time with FULL."""
    base = pysqlite3.connect(str(folder / "raw.sqlite"), isolation_level=None)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=FULL")
    base.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, number TEXT UNIQUE, body TEXT)")
    started = time.perf_counter()
    for n in range(RAW_COMMITS):
        base.execute("BEGIN IMMEDIATE")
        base.execute("INSERT INTO t VALUES (?, ?, ?)", (n, f"A{n:05d}", "x" * 300))
        base.execute("COMMIT")
    took = time.perf_counter() - started
    base.close()
    return RAW_COMMITS / took


def measure(folder: Path) -> list[Figure]:
    """Measure 1, 8 and 16 clients, each on a fresh center, against the raw loop."""
    raw = raw_loop(folder)
    figures = [Figure("raw sqlite3 FULL loop", raw, "commits/s", note="the peer of this run")]
    for clients, count in TICKETS.items():
        with Server(folder / f"durable-{clients}") as server:
            server.token("kiosk")
            asyncio.run(issue(server, 200))
            started = time.perf_counter()
            seconds = asyncio.run(issue(server, count, "AHLKXNESM", clients))
            rate = count / (time.perf_counter() - started)
        name = f"tickets, {clients} clients"
        aims = clients == 8
        figures += [
            Figure(name, rate, "/s", 1000 if aims else None, True, f"{rate / raw:.2f} x raw loop"),
            Figure(f"{name}, p50", 1000 * percentile(seconds, 0.5), "ms", 8 if aims else None),
            Figure(f"{name}, p99", 1000 * percentile(seconds, 0.99), "ms", 30 if aims else None),
        ]
    return figures
