"""The last act that can be taken back, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layso_kiosk.counter.acts import Why
from layso_kiosk.counter.desk import Desk

TOAST_MS = 5_000
"""How long the undo offer stands on the bar."""

UNDOABLE = {
    "call-next": "call",
    "pick": "call",
    "walk-up": "walk-up",
    "no-show": "no-show",
    "finish": "finish",
    "park": "park",
    "pause": "pause",
    "resume": "resume",
    "confirm-priority": "confirm",
    "reject-priority": "reject",
    "help": "help",
}
"""Acts that can be taken back, and the word for what is taken back."""

LATE_MS = 120_000
"""How long a finished ticket can be reopened; the center decides, this only greys a button."""

_ON_THE_CALLED = frozenset({"call", "walk-up"})
_ON_THE_CLAIM = frozenset({"confirm", "reject"})


@dataclass(frozen=True, slots=True)
class Lately:
    """The last undoable act: its ticket, what it was, and when (center's milliseconds).

    `detail` is what its undoing needs: the reason of an ended pause, the id of a help call.
    """

    ticket: str
    number: str
    what: str
    at: int
    detail: str = ""


def remember(
    act: str, answer: Mapping[str, Any], now: int, before: Lately | None, detail: str = ""
) -> Lately | None:
    """Return what can be undone after an answered act; other moves of it leave nothing.

    A recall does not hide the call it repeats.
    """
    if act not in UNDOABLE:
        return before if act == "recall" else None
    is_ticket = "id" in answer and "number" in answer
    ticket, number = (answer["id"], answer["number"]) if is_ticket else ("", "")
    return Lately(ticket, number, UNDOABLE[act], now, detail)


def undoable(lately: Lately | None, desk: Desk, now: int) -> Lately | Why:
    """Return what undo would take back now, or why nothing.

    A called ticket can always go back to the line, so a restarted program offers that too.
    """
    current = desk.ticket
    if lately is not None and _stands(lately, desk):
        late = lately.what in ("finish", "help") and now - lately.at > LATE_MS
        if not late:
            return lately
        if current is None:
            return ("too_late", {"number": lately.number})
    if current is None:
        return ("nothing_to_undo", {})
    if current["state"] == "called":
        return Lately(current["id"], current["number"], "call", now)
    return ("already_started", {"number": current["number"]})


def _stands(lately: Lately, desk: Desk) -> bool:
    """Say whether the counter is still as the act has left it."""
    current = desk.ticket
    if lately.what == "help":
        return True
    if lately.what == "pause":
        return desk.state == "paused"
    if lately.what in _ON_THE_CALLED | _ON_THE_CLAIM:
        same = current is not None and current["id"] == lately.ticket
        return same and (lately.what in _ON_THE_CLAIM or desk.calling)
    return current is None and (lately.what in ("no-show", "finish") or desk.state == "open")
