"""kill -9 amid keyed, retried requests: nothing acknowledged is lost, no number given twice."""

import argparse
import asyncio
import json
import os
import random
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.reliability.history import fill
from layso_queue.center.opening import uuid7

READY_WITHIN_S = 2.0
"""The bar: with 100,000 tickets of history, from the start of the process to its first answer."""

SERVICES = "AHLKXNESM"


@dataclass
class Seen:
    """What clients were told: by ticket id its day and number; and how long each start took."""

    told: dict[str, tuple[str, str]] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    retried: int = 0
    ready_s: list[float] = field(default_factory=list)


def run_kills(folder: Path, times: int, history: int, clients: int = 4) -> dict[str, Any]:
    """Kill a center `times` times while `clients` take numbers; return figures and a verdict."""
    data = folder / "center"
    filled = fill(data, history) if history else 0
    token = _command("enrol", "--data", data, "--role", "kiosk", "--name", "K1").strip()
    seen = Seen()
    asyncio.run(_kill_and_ask(data, token, times, clients, seen))
    said = subprocess.run(
        [sys.executable, "-m", "layso_queue.center.command", "verify", "--data", str(data)],
        capture_output=True,
        text=True,
        check=False,
    )
    kept = _kept(data)
    lost = [id for id, told in seen.told.items() if kept.get(id) != told]
    given = Counter(kept.values())
    twice = [number for number, n in given.items() if n > 1]
    unknown = len(kept) - filled - len(seen.told)
    ready = sorted(seen.ready_s)
    # The verdict leaves out one start in twenty: the machine runs the load and others beside it.
    usual = ready[int(len(ready) * 0.95) - 1] if len(ready) > 1 else ready[0]
    figures: dict[str, Any] = {
        "kills": times,
        "history": filled,
        "acknowledged": len(seen.told),
        "retried": seen.retried,
        "lost": len(lost),
        "numbers_given_twice": len(twice),
        "answers_that_changed": len(seen.changed),
        "tickets_nobody_was_told_of": unknown,
        "journal_verified": said.returncode == 0,
        "ready_s": {"median": ready[len(ready) // 2], "p95": usual, "max": ready[-1]},
    }
    sound = not (lost or twice or seen.changed or unknown or said.returncode)
    return {"passed": sound and usual < READY_WITHIN_S, **figures}


async def _kill_and_ask(data: Path, token: str, times: int, clients: int, seen: Seen) -> None:
    port = _free_port()
    over = asyncio.Event()
    asking = [asyncio.create_task(_client(port, token, over, seen)) for _ in range(clients)]
    for _ in range(times):
        center = await _started(data, port, seen)
        await asyncio.sleep(random.uniform(0.0, 0.15))
        center.kill()
        center.wait()
    center = await _started(data, port, seen)
    over.set()
    try:
        await asyncio.gather(*asking)
    finally:
        center.send_signal(signal.SIGTERM)
        center.wait(timeout=20)


async def _started(data: Path, port: int, seen: Seen) -> "subprocess.Popen[bytes]":
    began = time.monotonic()
    center = subprocess.Popen(
        [sys.executable, "-m", "layso_queue.center.command", "serve", "--data", str(data),
         "--port", str(port), "--always-open"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
    )  # fmt: skip
    while True:
        if center.poll() is not None:
            raise RuntimeError(f"the center ended by itself: {center.returncode}")
        try:
            status, _ = await _asked(port, b"GET /v1/health HTTP/1.1\r\nHost: c\r\n\r\n")
        except (OSError, asyncio.IncompleteReadError):
            await asyncio.sleep(0.005)
            continue
        if status == 200:
            seen.ready_s.append(round(time.monotonic() - began, 3))
            return center


async def _client(port: int, token: str, over: asyncio.Event, seen: Seen) -> None:
    """Take numbers until told to stop; never give an id up before it was answered."""
    n = 0
    while not over.is_set():
        n += 1
        id = uuid7(secrets.token_bytes)
        body = json.dumps({"id": id, "service": SERVICES[n % len(SERVICES)]}).encode()
        request = (
            f"POST /v1/tickets HTTP/1.1\r\nHost: c\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        ).encode() + body
        for answer in range(1 + (n % 3 == 0)):  # every third is sent again though answered
            told = await _until_answered(port, request, seen)
            if answer and told != seen.told[id]:
                seen.changed.append(id)
            seen.told[id] = told


async def _until_answered(port: int, request: bytes, seen: Seen) -> tuple[str, str]:
    while True:
        try:
            status, body = await _asked(port, request)
        except (OSError, asyncio.IncompleteReadError):
            seen.retried += 1
            await asyncio.sleep(0.01)
            continue
        if status in (200, 201):
            ticket = json.loads(body)
            return ticket["issued_at"][:10], ticket["number"]
        if status != 503:
            raise RuntimeError(f"{status}: {body.decode()}")
        await asyncio.sleep(0.05)


async def _asked(port: int, request: bytes) -> tuple[int, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        return int(head.split(b" ")[1]), await reader.readexactly(length)
    finally:
        writer.close()


def _kept(data: Path) -> dict[str, tuple[str, str]]:
    """Read the tickets with another SQLite than the center's own."""
    import sqlite3

    connection = sqlite3.connect(f"file:{data / 'center.db'}?mode=ro", uri=True)
    try:
        rows = connection.execute("SELECT id, day, series, number FROM tickets")
        return {id: (day, f"{series}{number:03d}") for id, day, series, number in rows}
    finally:
        connection.close()


def _command(*words: object) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "layso_queue.center.command", *map(str, words)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def main() -> int:
    """Run the proof and print what came of it; 1 if it failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--history", type=int, default=100_000, help="tickets of past days")
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--out", type=Path, help="also write the result here, as JSON")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="layso-kills-") as folder:
        result = run_kills(Path(folder), asked.times, asked.history, asked.clients)
    text = json.dumps(result, indent=2)
    print(text)
    if asked.out:
        asked.out.parent.mkdir(parents=True, exist_ok=True)
        asked.out.write_text(text + "\n", "utf-8")
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
