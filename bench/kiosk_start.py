"""The kiosk from start to its first painted frame, and its memory."""

import os
import time
from pathlib import Path

import psutil

from bench.figures import Figure, median
from bench.server import Server
from layso_queue.demo.process import Process
from layso_queue.demo.stage import HEADLESS

STARTS = 5


def measure(folder: Path) -> list[Figure]:
    """Start the kiosk several times against a real center; medians."""
    folder.mkdir(parents=True, exist_ok=True)
    frames, memory = [], []
    with Server(folder / "kiosk-center") as server:
        for n in range(STARTS):
            started = time.monotonic()
            kiosk = Process(
                *("kiosk", "layso_kiosk.citizen.command", *kiosk_words(folder, server, str(n))),
                log=folder / f"kiosk-{n}.log",
                env=HEADLESS,
            )
            try:
                frames.append(kiosk.wait_for("ready")["t"] - started)
                kiosk.ask("wait", name="tile-A", property="visible", value=True)
                memory.append(psutil.Process(kiosk.pid).memory_info().rss / 1e6)
            finally:
                kiosk.stop()
    return [
        Figure("kiosk start to first frame", median(frames), "s", 1.5, note=f"of {STARTS}"),
        Figure("kiosk memory", median(memory), "MB", 200),
    ]


def kiosk_words(folder: Path, server: Server, name: str) -> list[str]:
    """Return the command line of a 1080p kiosk without a printer, on a data folder of its own."""
    token = folder / f"kiosk-{name}.token"
    token.write_text(server.token("kiosk"))
    os.chmod(token, 0o600)
    return [
        *("--center", f"http://127.0.0.1:{server.port}", "--token-file", str(token)),
        *("--name", "K1", "--emergency", "Z1", "--data", str(folder / f"kiosk-{name}")),
        *("--printer", "none:", "--size", "1920x1080", "--pilot"),
    ]
