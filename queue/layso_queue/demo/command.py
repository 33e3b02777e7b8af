"""`layso demo`: the demo center, in windows or headless."""

import json
import os
import shutil
import signal
import sys
import tempfile
from argparse import Namespace
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from layso_assets.command_line import CommandLine
from layso_queue.demo.from_home import arrive, book_two
from layso_queue.demo.morning import play, take_pictures
from layso_queue.demo.process import ProgramFailed
from layso_queue.demo.stage import COUNTERS, Stage
from layso_queue.demo.summary import summarise

DEFAULT_SECONDS = 120


def add_options(parser: CommandLine) -> None:
    """Add the options of `layso demo`."""
    say = parser.texts.say
    parser.add_argument("--headless", action="store_true", help=say("reports.help.headless"))
    parser.add_argument(
        "--seconds", type=int, default=DEFAULT_SECONDS, help=say("reports.help.seconds")
    )
    parser.add_argument(
        "--out", type=Path, default=Path("out/demo"), help=say("reports.help.results")
    )


def run(options: Namespace) -> int:
    """Run the demo; 0 when all went well, 1 with a sentence when a program failed."""
    headless = options.headless or not has_screen()
    out: Path = options.out
    try:
        _clear(out)
    except OSError as fault:
        print(f"layso demo: cannot write to {out}: {fault.strerror}", file=sys.stderr)
        return 2
    try:
        if headless:
            return _headless(out, options.seconds)
        return _with_windows(out)
    except ProgramFailed as fault:
        print(f"layso demo: {fault} (logs: {out / 'logs'})", file=sys.stderr)
        return 1


def has_screen() -> bool:
    """Say whether windows can open here."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _clear(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for name in ("data", "hub", "logs", "tickets", "devices"):
        shutil.rmtree(out / name, ignore_errors=True)
    with tempfile.TemporaryFile(dir=out):
        pass


def _headless(out: Path, seconds: float) -> int:
    with Stage(out, headless=True) as stage:
        with ThreadPoolExecutor(1) as at_home:
            booking = at_home.submit(book_two, stage)
            play(stage, seconds)
            from_home = arrive(stage, booking.result())
        take_pictures(stage)
        summary = summarise(
            kiosk=stage.kiosk.events,
            paper=stage.paper.events,
            board=stage.board.events,
            counters=[counter.events for counter in stage.counters.values()],
            journal=stage.journal(),
        )
    summary["from_home"] = from_home
    text = json.dumps(summary, indent=2)
    (out / "summary.json").write_text(text + "\n")
    print(text)
    print(f"pictures, paper and logs: {out}")
    return 0


def _with_windows(out: Path) -> int:
    with Stage(out, headless=False, counters=COUNTERS[:1]) as stage:
        print("Sign in at the counter with nv01 and PIN 260411; close the kiosk's window to end.")
        print(f"Paper comes out in {out / 'tickets'}")
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        try:
            stage.kiosk.wait()
        except KeyboardInterrupt:
            print()
    return 0
