"""The province at a glance: a tile for each center, the warmer the longer people wait there."""

from dataclasses import dataclass
from statistics import median

from layso_queue.hub.directory.folding import in_order
from layso_queue.hub.pages.province import Line
from layso_queue.hub.web.asked import Asked

STEPS_MINUTES = (15, 30, 60)
"""From so many minutes on a wait is the next warmth."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One center: how it stands in a word or in minutes, and how warm it is, 0 to 3."""

    code: str
    name: str
    said: str
    warmth: int
    quiet: bool
    """Nobody waits to be counted: it is closed, or silent."""


def tiles(asked: Asked, rows: list[Line]) -> list[Tile]:
    """Return all centers by name, so that each keeps its place from day to day."""
    say = asked.texts.say
    found = []
    for one in sorted(rows, key=lambda row: (in_order(row.name.split(" ", 1)[-1]), row.code)):
        waits = one.state == "open" and one.longest is not None
        minutes = one.longest or 0
        warmth = sum(minutes >= step for step in STEPS_MINUTES) if waits else 0
        said = say("hub.staff.minutes", n=minutes) if waits else say(f"hub.staff.{one.state}")
        found.append(Tile(one.code, one.name, said, warmth, one.state in ("silent", "closed")))
    return found


def compared(rows: list[Line]) -> dict[str, int] | None:
    """Return the middle and the longest of the open centers' waits; None where nothing is told."""
    waits = [one.longest for one in rows if one.state == "open" and one.longest is not None]
    if not waits:
        return None
    over = sum(one >= STEPS_MINUTES[1] for one in waits)
    return {"n": len(waits), "middle": round(median(waits)), "longest": max(waits), "over": over}
