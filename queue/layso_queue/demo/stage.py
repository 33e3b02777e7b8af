"""Set the demo up: a hub, a center, a paper double, a kiosk, counters and a board on loopback."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from layso_queue.demo import web
from layso_queue.demo.process import Process, ProgramFailed

COUNTERS = (1, 2, 3)
STAFF = {1: ("nv01", "260411"), 2: ("nv02", "260412"), 3: ("truong", "260410")}
"""Who signs in where: the staff of the demo center's settings."""

HEADLESS = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
START_SECONDS = 60.0
USUAL_PORT = 8026
"""Where the demo settings say that a slip's QR leads."""


class Stage:
    """Every process of the demo; `open` starts them, leaving the `with` block ends them."""

    def __init__(self, out: Path, *, headless: bool, counters: Sequence[int] = COUNTERS) -> None:
        """Use the folder `out` for data, logs, pictures and tickets."""
        self.out = out
        self.url = self.hub_url = ""
        self.counters: dict[int, Process] = {}
        self._numbers = tuple(counters)
        self._headless = headless
        self._env = HEADLESS if headless else {}
        self._ends = ExitStack()

    def __enter__(self) -> "Stage":
        """Start all programs; if one does not come up, end those that did."""
        try:
            self._open()
        except BaseException:
            self._ends.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """End all programs, the center last."""
        self._ends.close()

    def day(self) -> dict[str, Any]:
        """Return the center's snapshot of the day."""
        day: dict[str, Any] = self._get("/v1/day", self._tokens["auditor"])
        return day

    def journal(self) -> list[dict[str, Any]]:
        """Return all entries of the center's journal."""
        entries: list[dict[str, Any]] = []
        while True:
            after = entries[-1]["seq"] if entries else 0
            page = self._get(f"/v1/journal?after={after}&limit=1000", self._tokens["auditor"])
            if not page["entries"]:
                return entries
            entries += page["entries"]

    def _open(self) -> None:
        for folder in ("hub", "logs", "tickets", "devices"):
            (self.out / folder).mkdir(parents=True, exist_ok=True)
        self._open_hub()
        port = free_port(USUAL_PORT)
        self.url = f"http://127.0.0.1:{port}"
        data = str(self.out / "data")
        self.center = self._start(
            "center",
            "layso_queue.center.command",
            *("serve", "--data", data, "--port", str(port), "--always-open"),
        )
        self._wait_until_ready()
        roles = {"kiosk": "K1", "display": "B1", "auditor": "demo"}
        roles |= {f"counter-{n}": f"C{n}" for n in self._numbers}
        self._tokens = {name: self._enrol(name, label) for name, label in roles.items()}
        self.paper = self._start(
            "paper",
            "layso_printing.double.command",
            *("--port", "0", "--out", str(self.out / "tickets")),
        )
        printer = self.paper.wait_for("ready", timeout=START_SECONDS)["port"]
        self.board = self._window(
            "board", "display", "display", "--voice", "off" if self._headless else "auto"
        )
        self.kiosk = self._window(
            *("kiosk", "citizen", "kiosk"),
            *("--name", "K1", "--emergency", "Z1"),
            *("--data", str(self.out / "devices" / "kiosk")),
            *("--printer", f"tcp://127.0.0.1:{printer}", "--scanner", "hid"),
        )
        for n in self._numbers:
            self.counters[n] = self._window(
                *(f"counter-{n}", "counter", f"counter-{n}"),
                *("--counter", str(n), "--data", str(self.out / "devices" / f"counter-{n}")),
            )
        for window in (self.board, self.kiosk, *self.counters.values()):
            window.wait_for("ready", timeout=START_SECONDS)

    def _open_hub(self) -> None:
        port = free_port(web.USUAL_HUB_PORT)
        self.hub_url = f"http://127.0.0.1:{port}"
        data = self.out / "hub"
        words = ("serve", "--data", str(data), "--port", str(port), "--public-url", self.hub_url)
        self.hub = self._start("hub", web.HUB, *words)
        web.wait_for_page(f"{self.hub_url}/robots.txt", "", START_SECONDS)
        web.settle(self.out / "data", self.hub_url, web.register(data))

    def _window(self, name: str, package: str, token: str, *words: str) -> Process:
        screen = "1920x1080" if self._headless else "1280x720"
        size = ("--size", screen) if package in ("citizen", "display") else ()
        return self._start(
            name,
            f"layso_kiosk.{package}.command",
            *("--center", self.url, "--token-file", str(self._token_file(token))),
            *size,
            *words,
            "--pilot",
        )

    def _start(self, name: str, module: str, *words: str) -> Process:
        log = self.out / "logs" / f"{name}.log"
        process = Process(name, module, *words, log=log, env=self._env)
        self._ends.callback(process.stop)
        return process

    def _enrol(self, name: str, label: str) -> str:
        role = name.split("-")[0]
        words = ["enrol", "--data", str(self.out / "data"), "--role", role, "--name", label]
        done = subprocess.run(
            [sys.executable, "-m", "layso_queue.center.command", *words],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise ProgramFailed(f"enrol {label}: {done.stderr.strip()}")
        token = done.stdout.split()[-1]
        file = self._token_file(name)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
            stream.write(token + "\n")
        return token

    def _token_file(self, name: str) -> Path:
        return self.out / "devices" / f"{name}.token"

    def _get(self, path: str, token: str = "") -> Any:
        request = urllib.request.Request(self.url + path)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                self._get("/v1/health")
                return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)
        raise ProgramFailed(f"the center did not answer; see {self.out / 'logs' / 'center.log'}")


def free_port(wish: int = 0) -> int:
    """Return a loopback port that was free just now: `wish` if it was, else any."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wish))
        except OSError:
            return free_port()
        port: int = probe.getsockname()[1]
        return port
