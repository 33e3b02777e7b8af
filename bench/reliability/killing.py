"""People who take numbers with keyed, retried requests while the center is killed under them."""

import asyncio
import json
import os
import random
import secrets
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from layso_queue.center.opening import uuid7

SERVICES = "AHLKXNESM"


@dataclass
class Seen:
    """What clients were told: by ticket id its day and number; and how long each start took."""

    told: dict[str, tuple[str, str]] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    retried: int = 0
    ready_s: list[float] = field(default_factory=list)


async def kill_and_ask(data: Path, token: str, times: int, clients: int, seen: Seen) -> None:
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


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
