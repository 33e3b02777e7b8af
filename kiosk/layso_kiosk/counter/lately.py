"""The last act that can be taken back, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layso_kiosk.counter.acts import Why
from layso_kiosk.counter.desk import Desk

TOAST_MS = 5_000
"""How long the undo offer stands on the bar."""

UNDOABLE = {"call-next": "call", "pick": "call", "no-show": "no-show", "finish": "finish"}
"""Acts that the center takes back, and the word for what is taken back."""

FINISH_MS = 120_000
"""How long a finished ticket can be reopened; the center decides, this only greys a button."""


@dataclass(frozen=True, slots=True)
class Lately:
    """The last undoable act: its ticket, what it was, and when (center's milliseconds)."""

    ticket: str
    number: str
    what: str
    at: int


def remember(act: str, ticket: Mapping[str, Any], now: int, before: Lately | None) -> Lately | None:
    """Return what can be undone after an answered act; other moves of it leave nothing.

    A recall does not hide the call it repeats.
    """
    if act in UNDOABLE:
        return Lately(ticket["id"], ticket["number"], UNDOABLE[act], now)
    return before if act == "recall" else None


def undoable(lately: Lately | None, desk: Desk, now: int) -> Lately | Why:
    """Return what undo would take back now, or why nothing.

    A called ticket can always go back to the line, so a restarted program offers that too.
    """
    current = desk.ticket
    if current is not None:
        if current["state"] == "called":
            return Lately(current["id"], current["number"], "call", now)
        return ("already_started", {"number": current["number"]})
    if lately is None or lately.what == "call":
        return ("nothing_to_undo", {})
    if lately.what == "finish" and now - lately.at > FINISH_MS:
        return ("too_late", {"number": lately.number})
    return lately
