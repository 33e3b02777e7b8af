"""A real center process to measure: started on a data folder, with tokens and staff signed in."""

import asyncio
import json
import secrets
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any

import psutil

from bench.wire import Wire
from layso_queue.center.opening import uuid7
from layso_queue.demo.stage import free_port

STAFF = ("truong", "260410")
CENTER = [sys.executable, "-m", "layso_queue.center.command"]


class Server:
    """`layso-center serve` on `data`, on a free loopback port, while in the `with` block."""

    def __init__(self, data: Path) -> None:
        """Keep where the data is; an empty folder becomes the demo center."""
        self.data = data
        self.port = free_port()
        self.started_in = 0.0
        self._tokens: dict[str, str] = {}

    def __enter__(self) -> "Server":
        """Start the center and wait for its first answer; `started_in` is how long that took."""
        words = ["serve", "--data", str(self.data), "--port", str(self.port), "--always-open"]
        started = time.perf_counter()
        self._log = (self.data.parent / f"{self.data.name}.log").open("ab")
        self._process = subprocess.Popen([*CENTER, *words], stdout=self._log, stderr=self._log)
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/v1/health", timeout=5):
                    break
            except OSError:
                if self._process.poll() is not None or time.perf_counter() - started > 60:
                    raise RuntimeError(f"the center did not start: {self._log.name}") from None
                time.sleep(0.005)
        self.started_in = time.perf_counter() - started
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the center."""
        self._process.terminate()
        self._process.wait(20)
        self._log.close()

    @property
    def rss(self) -> float:
        """Return the process's resident memory in MB."""
        return psutil.Process(self._process.pid).memory_info().rss / 1e6

    def token(self, role: str) -> str:
        """Return a token for this role, enrolling a device the first time."""
        if role not in self._tokens:
            words = ["enrol", "--data", str(self.data), "--role", role, "--name", f"{role}-bench"]
            done = subprocess.run([*CENTER, *words], capture_output=True, text=True, check=True)
            self._tokens[role] = done.stdout.split()[-1]
        return self._tokens[role]

    async def wire(self, role: str, session: str = "") -> Wire:
        """Return an open connection of a device with this role."""
        headers = {"Authorization": f"Bearer {self.token(role)}"}
        if session:
            headers["Layso-Session"] = session
        return await Wire("127.0.0.1", self.port, headers).open()

    async def sign_in(self, counter: int) -> str:
        """Sign the demo's supervisor in at a counter and return the session."""
        wire = await self.wire("counter")
        body = {"staff": STAFF[0], "pin": STAFF[1], "counter": counter}
        status, answer, _ = await wire.post("/v1/sessions", json.dumps(body).encode())
        await wire.close()
        if status != 201:
            raise RuntimeError(f"sign-in: {status} {answer!r}")
        session: str = json.loads(answer)["session"]
        return session


def ticket(service: str = "A", **more: Any) -> bytes:
    """Return the body that asks for a new ticket."""
    return json.dumps(
        {
            "id": uuid7(secrets.token_bytes),
            "service": service,
            "channel": "kiosk",
            "language": "vi",
            **more,
        }
    ).encode()


def order(**values: Any) -> bytes:
    """Return the body of a command with a fresh id."""
    return json.dumps({"id": uuid7(secrets.token_bytes), **values}).encode()


async def open_counters(server: Server, numbers: range) -> dict[int, Wire]:
    """Open counters and return each one's connection."""
    wires: dict[int, Wire] = {}
    for n in numbers:
        wire = await server.wire("counter", await server.sign_in(n))
        status, answer, _ = await wire.post(f"/v1/counters/{n}/open", order())
        if status not in (200, 409):
            raise RuntimeError(f"open counter {n}: {status} {answer!r}")
        wires[n] = wire
    return wires


async def issue(server: Server, count: int, services: str = "A", clients: int = 8) -> list[float]:
    """Issue `count` tickets over `clients` connections; return the seconds each took."""
    seconds: list[float] = []
    left = iter(range(count))

    async def one() -> None:
        wire = await server.wire("kiosk")
        for n in left:
            status, answer, took = await wire.post(
                "/v1/tickets", ticket(services[n % len(services)])
            )
            if status != 201:
                raise RuntimeError(f"issue: {status} {answer!r}")
            seconds.append(took)
        await wire.close()

    await asyncio.gather(*(one() for _ in range(clients)))
    return seconds


async def visit(counter: int, wire: Wire) -> tuple[str, float] | None:
    """Call the next person, serve and finish her; return ticket id and seconds of the call.

    None when nobody waited.
    """
    status, answer, took = await wire.post(f"/v1/counters/{counter}/call-next", order())
    if status == 409:
        return None
    if status != 200:
        raise RuntimeError(f"call-next: {status} {answer!r}")
    called: str = json.loads(answer)["id"]
    for move in ("start", "finish"):
        status, answer, _ = await wire.post(f"/v1/tickets/{called}/{move}", order())
        if status != 200:
            raise RuntimeError(f"{move}: {status} {answer!r}")
    return called, took
