"""A kiosk over a day: how soon a touch shows the next page, and whether its memory grows."""

import json
import secrets
import urllib.request
from pathlib import Path
from typing import Any

import psutil

from bench.figures import Figure, median, percentile
from bench.kiosk_start import kiosk_words
from bench.server import Server
from layso_queue.center.opening import uuid7
from layso_queue.demo.process import Process
from layso_queue.demo.stage import HEADLESS

TICKETS = 1_000
PAGES = 40
WARM = 100
"""Tickets after which every page has been made once and memory should stand still."""

SERVICES = "AHLKXNESM"


def measure(folder: Path) -> list[Figure]:
    """Drive one kiosk of 1920x1080 under software rendering through its pages and its tickets."""
    with Server(folder / "kiosk-center") as server:
        kiosk = Process(
            *("kiosk", "bench.kiosk_hurried", *kiosk_words(folder, server, "day")),
            log=folder / "kiosk-day.log",
            env=HEADLESS,
        )
        try:
            ready(kiosk, "tile-A")
            turns = [one for n in range(PAGES) for one in pages(kiosk, SERVICES[n % 9])]
            numbers, memory = tickets(kiosk, psutil.Process(kiosk.pid), server)
        finally:
            kiosk.stop()
    growth = median(memory[-5:]) - median(memory[1:6])
    return [
        Figure(
            "touch to next page, p95", percentile(turns, 0.95) * 1000, "ms", 100, note=_of(turns)
        ),
        Figure("touch to next page, median", median(turns) * 1000, "ms", note=_of(turns)),
        Figure(
            "touch to number, p95", percentile(numbers, 0.95) * 1000, "ms", 150, note=_of(numbers)
        ),
        Figure("kiosk memory after the day", memory[-1], "MB", 220, note=f"{len(numbers)} tickets"),
        Figure("kiosk memory grown since ticket 100", growth, "MB", 4),
    ]


def pages(kiosk: Process, service: str) -> list[float]:
    """Walk search, service, person and back; return the seconds from each touch to its frame."""
    walk = (
        ("search", "search-typed"),
        ("back", "question"),
        (f"tile-{service}", "service-name"),
        ("who", "who-title"),
        ("back", "service-name"),
        ("back", "question"),
    )
    return [turn(kiosk, name, shows) for name, shows in walk]


def turn(kiosk: Process, name: str, shows: str) -> float:
    """Touch `name` and return how long it took until a frame with `shows` was on the screen."""
    ready(kiosk, name)
    since = len(kiosk.events)
    kiosk.ask("touch", name=name)
    page = kiosk.wait_for("page_shown", since=since)
    kiosk.ask("wait", name=shows, property="visible", value=True)
    touched: dict[str, Any] = kiosk.wait_for("touched", since=since, name=name)
    return float(page["t"] - touched["t"])


def tickets(
    kiosk: Process, process: psutil.Process, server: Server
) -> tuple[list[float], list[float]]:
    """Take the day's numbers; return seconds from touch to number, and memory in MB as it goes.

    Whoever has a number leaves soon, as in a hall: a thousand people still waiting would be
    memory that is used, not memory that is lost.
    """
    seconds, memory = [], []
    for n in range(TICKETS):
        since = len(kiosk.events)
        ready(kiosk, f"tile-{SERVICES[n % 9]}")
        kiosk.ask("touch", name=f"tile-{SERVICES[n % 9]}")
        ready(kiosk, "take-number")
        kiosk.ask("touch", name="take-number")
        shown = kiosk.wait_for("number_shown", since=since)
        touched = kiosk.wait_for("touched", since=since, name="take-number")
        seconds.append(float(shown["t"] - touched["t"]))
        ready(kiosk, "done")
        while "question" not in kiosk.ask("names"):
            kiosk.ask("touch", name="done")
        leave(server, str(shown["id"]))
        if n % (WARM // 2) == WARM // 2 - 1:
            memory.append(process.memory_info().rss / 1e6)
    return seconds, memory


def leave(server: Server, ticket: str) -> None:
    """Give a ticket up."""
    body = {"id": uuid7(secrets.token_bytes), "reason": "bench"}
    request = urllib.request.Request(
        f"http://127.0.0.1:{server.port}/v1/tickets/{ticket}/cancel",
        json.dumps(body).encode(),
        {"Authorization": f"Bearer {server.token('kiosk')}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20):
        pass


def ready(kiosk: Process, name: str) -> None:
    """Wait until an item can be seen and touched."""
    kiosk.ask("wait", name=name, property="visible", value=True)
    kiosk.ask("wait", name=name, property="enabled", value=True)


def _of(values: list[float]) -> str:
    return f"of {len(values)}"
