"""kill -9 amid keyed, retried requests: nothing acknowledged is lost, no number given twice."""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from bench.reliability.history import fill
from bench.reliability.killing import Seen, kill_and_ask

READY_WITHIN_S = 2.0
"""The bar: with 100,000 tickets of history, from the start of the process to its first answer."""


def run_kills(folder: Path, times: int, history: int, clients: int = 4) -> dict[str, Any]:
    """Kill a center `times` times while `clients` take numbers; return figures and a verdict."""
    data = folder / "center"
    filled = fill(data, history) if history else 0
    token = _command("enrol", "--data", data, "--role", "kiosk", "--name", "K1").strip()
    seen = Seen()
    asyncio.run(kill_and_ask(data, token, times, clients, seen))
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
