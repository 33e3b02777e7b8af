"""The last day that was heard, kept on disk for a kiosk that starts without its center."""

import json
import os
from pathlib import Path
from typing import Any

from layso_kiosk.link.mirror import DayMirror, Unreadable

Json = dict[str, Any]

_NAME = "last-day.json"


def keep_day(folder: Path, mirror: DayMirror) -> bool:
    """Write what a kiosk needs of the day, no tickets; return whether it could be written."""
    day = mirror.as_snapshot() | {"tickets": [], "calls": [], "alerts": []}
    fresh = folder / f"{_NAME}.new"
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(day, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / _NAME)
    except OSError:
        return False
    return True


def kept_day(folder: Path) -> DayMirror:
    """Return the day that was kept; an empty mirror if there is none that can be read."""
    mirror = DayMirror()
    try:
        found = json.loads((folder / _NAME).read_text(encoding="utf-8"))
        if isinstance(found, dict):
            mirror.take_snapshot(found)
    except (OSError, ValueError, Unreadable):
        return DayMirror()
    return mirror
