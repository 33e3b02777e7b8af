"""The province's web queue beside the demo center: a hub, and the two joined to each other."""

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import datetime, timedelta, timezone
from pathlib import Path

from layso_assets import files
from layso_queue.demo.process import ProgramFailed

CENTER = "26041"
SERVICE = "A"
"""What the demo's visitor books."""

USUAL_HUB_PORT = 8027
VIETNAM = timezone(timedelta(hours=7))
HUB = "layso_queue.hub.command"
DAYS = '["mon", "tue", "wed", "thu", "fri", "sat", "sun"]'
SPANS = '[["00:00", "23:59"]]'
"""A trial is run whenever somebody tries it."""

PLACES = 5
SLOT_MINUTES = 30


def register(hub_data: Path) -> str:
    """Register the demo center at the hub whose folder this is; return its key there."""
    done = _run(HUB, "center", "add", "--data", str(hub_data), "--code", CENTER)
    return done.split()[-1]


def settle(center_data: Path, hub_url: str, key: str) -> None:
    """Write the demo center's settings, joined to its hub, into its still empty folder."""
    text = files.path("demo", f"center-{CENTER}.toml").read_text("utf-8")
    for name, value in (("url", f'"{hub_url}/t/{{id}}"'), ("days", DAYS), ("spans", SPANS)):
        text, n = re.subn(rf"^{name} = .*$", f"{name} = {value}", text, count=1, flags=re.M)
        if n != 1:
            raise ProgramFailed(f"the demo center's settings have no {name}")
    center_data.mkdir(parents=True, exist_ok=True)
    joined = f'{text.rstrip()}\n\n[hub]\nurl = "{hub_url}"\nkey = "{key}"\n'
    (center_data / "settings.toml").write_text(joined, "utf-8")


def open_a_slot(center_data: Path) -> datetime | None:
    """Give the web some places soon, by hand as a manager does; return the slot.

    None in the last half hour of a day: there is no slot left to book for today.
    """
    now = datetime.now(VIETNAM)
    slot = now.replace(second=0, microsecond=0) + timedelta(minutes=SLOT_MINUTES)
    slot -= timedelta(minutes=slot.minute % SLOT_MINUTES)
    if slot.date() != now.date():
        return None
    _run(
        "layso_queue.center.command",
        *("web", "places", "--data", str(center_data), "--service", SERVICE),
        *("--date", f"{slot:%Y-%m-%d}", "--slot", f"{slot:%H:%M}", "--n", str(PLACES)),
    )
    return slot


def wait_for_page(url: str, words: str, seconds: float) -> None:
    """Wait until the page at `url` has these words."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    raise ProgramFailed(f"hub: {url} never said {words!r}")


def _run(module: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *words], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise ProgramFailed(f"{words[0]} {words[1]}: {done.stderr.strip()}")
    return done.stdout
