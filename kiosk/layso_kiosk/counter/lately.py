"""The last act that can be taken back, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from layso_kiosk.counter.acts import Why
from layso_kiosk.counter.desk import Desk
from layso_kiosk.counter.moments import moment
from layso_queue.line.states import TicketState

TOAST_MS = 5_000
"""How long the undo offer stands on the bar."""

UNDOABLE = {
    "call-next": "call",
    "pick": "call",
    "walk-up": "walk-up",
    "start": "start",
    "no-show": "no-show",
    "finish": "finish",
    "park": "park",
    "transfer": "transfer",
    "resume-ticket": "resume-ticket",
    "return": "return",
    "open": "open",
    "pause": "pause",
    "resume": "resume",
    "close": "close",
    "confirm-priority": "confirm",
    "reject-priority": "reject",
    "help": "help",
    "close-service": "close-service",
}
"""Acts that can be taken back, and the word for what is taken back."""

OF_COUNTER = {"open": "open", "pause": "paused", "resume": "open", "close": "closed"}
"""What is done to the counter itself, and the state in which it leaves it."""

LATE_MS = 120_000
"""How long an act can be taken back, where the center tells no other time of its own.

The center decides; this only greys a button.
"""

_IN_LINE = frozenset({"resume-ticket", "return", "help", "close-service", "open-service"})
"""What is done beside the counter: whoever is there does not matter."""

_ANY_TIME = frozenset({"call", "walk-up"})
"""Who is called and has not come can be sent back however long ago it was."""


@dataclass(frozen=True, slots=True)
class Lately:
    """The last undoable act: its ticket, what it was, and when (center's milliseconds).

    `detail` is what its undoing needs: the id of a help call or of a closure, or an order as JSON.
    Of what is no ticket's, `number` may be a name.
    """

    ticket: str
    number: str
    what: str
    at: int
    detail: str = ""


def remember(
    act: str,
    answer: Mapping[str, Any],
    now: int,
    before: Lately | None,
    detail: str = "",
    name: str = "",
) -> Lately | None:
    """Return what can be undone after an answered act; other moves of it leave nothing.

    A recall does not hide the call it repeats. `name` is of what is no ticket.
    """
    if act not in UNDOABLE:
        return before if act == "recall" else None
    is_ticket = "id" in answer and "number" in answer
    ticket, number = (answer["id"], answer["number"]) if is_ticket else ("", name)
    return Lately(ticket, number, UNDOABLE[act], now, detail)


def undoable(lately: Lately | None, desk: Desk, now: int, late_ms: int = LATE_MS) -> Lately | Why:
    """Return what undo would take back now, or why nothing.

    A called ticket can always go back to the line, so a restarted program offers that too; and
    who is being served can be called again, for as long as the start is not long ago.
    """
    if lately is not None and _stands(lately, desk):
        if lately.what in _ANY_TIME or now - lately.at <= late_ms:
            return lately
        if desk.ticket is None:
            about = {"number": lately.number}
            return ("too_late", about) if lately.ticket else ("too_late_counter", {})
    if desk.ticket is None:
        return ("nothing_to_undo", {})
    id, number = desk.ticket["id"], desk.ticket["number"]
    if desk.ticket["state"] == TicketState.CALLED:
        return Lately(id, number, "call", now)
    started = desk.ticket.get("started_at")
    if started and now - moment(started) <= late_ms:
        return Lately(id, number, "start", moment(started))
    return ("too_late", {"number": number})


def _stands(lately: Lately, desk: Desk) -> bool:
    """Say whether the counter is still as the act has left it."""
    if lately.what in _IN_LINE:
        return True
    if lately.what in OF_COUNTER:
        return desk.state == OF_COUNTER[lately.what]
    there = desk.ticket is not None and desk.ticket["id"] == lately.ticket
    if lately.what in ("call", "walk-up"):
        return there and (desk.calling or lately.what == "walk-up")
    if lately.what == "start":
        return there and not desk.calling
    if lately.what in ("confirm", "reject"):
        return there
    return desk.ticket is None and desk.state != "closed"
