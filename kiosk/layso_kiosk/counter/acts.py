"""Every act of the counter in one table, and why one is not possible just now."""

from dataclasses import dataclass

from layso_kiosk.counter.desk import Desk, Ticket
from layso_queue.line.moves import allowed
from layso_queue.line.states import AT_COUNTER, Priority, TicketState


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its name is also its button's objectName and its row in the key table.

    `path` is the API's, with {n} for the counter and {ticket} for the current ticket; None
    for an act that stays in this program. `states` are those of the current ticket from which
    it is a move; empty when it needs no ticket.
    """

    name: str
    path: str | None
    icon: str
    states: frozenset[str] = frozenset()


def _from(command: str) -> frozenset[str]:
    """Return the states out of which the line's table lets this command move a ticket."""
    return frozenset(str(state) for state in TicketState if allowed(command, state))


ACTS = (
    Act("call-next", "/v1/counters/{n}/call-next", "megaphone"),
    Act("recall", "/v1/tickets/{ticket}/recall", "bell-ring", frozenset({TicketState.CALLED})),
    Act("start", "/v1/tickets/{ticket}/start", "play", _from("StartService")),
    Act("finish", "/v1/tickets/{ticket}/finish", "check", _from("FinishService")),
    Act("no-show", "/v1/tickets/{ticket}/no-show", "user-x", _from("MarkNoShow")),
    Act("park", "/v1/tickets/{ticket}/park", "hourglass", _from("ParkTicket")),
    Act("transfer", "/v1/tickets/{ticket}/transfer", "arrow-right-left", _from("TransferTicket")),
    Act(
        "confirm-priority",
        "/v1/tickets/{ticket}/confirm-priority",
        "check",
        frozenset(str(state) for state in AT_COUNTER),
    ),
    Act(
        "reject-priority",
        "/v1/tickets/{ticket}/confirm-priority",
        "x",
        frozenset(str(state) for state in AT_COUNTER),
    ),
    Act("walk-up", "/v1/tickets", "plus"),
    Act("reprint", None, "printer"),
    Act("undo", "/v1/tickets/{ticket}/undo", "undo-2"),
    Act("pause", "/v1/counters/{n}/pause", "coffee"),
    Act("panel", None, "clipboard-list"),
    Act("help", "/v1/help", "hand-helping"),
    Act("answer", None, "check"),
    Act("alerts", None, "triangle-alert"),
    Act("close-service", "/v1/closures", "lock"),
)

ACT = {act.name: act for act in ACTS}

JUDGES = {"confirm-priority": True, "reject-priority": False}
"""Acts that say whether a claim is right; the place in the line stays either way."""

Why = tuple[str, dict[str, str]]
"""A text key below ``counter.why`` and its values."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether an act is possible, besides the desk itself."""

    signed_in: bool
    link: str
    sending: bool = False
    asking: bool = False
    printer: bool = False
    """Whether the counter has one of its own; else a kiosk prints."""
    offered: bool = False
    """Whether something can be done about one of the alerts."""
    warned: bool = False
    """Whether there is an alert at all."""
    in_charge: bool = False
    """Whether who is signed in may decide for the whole center."""
    judged: bool | None = None
    """What was said of the current ticket's claim here: right, wrong, nothing yet."""
    undo: Why | None = None
    """Why nothing can be undone; None when something can."""


def why_not(act: Act, desk: Desk, standing: Standing) -> Why | None:
    """Return why the act is not possible now, or None when it is.

    Nobody waiting does not forbid a call: the center knows better than a screen that may be
    some milliseconds behind, and answers with a sentence.
    """
    if not standing.signed_in:
        return ("signed_out", {})
    if act.name == "reprint":
        return _cannot_print(desk, standing)
    if act.name in ("answer", "alerts"):
        return _cannot_see(act, standing)
    if act.path is None:
        return None
    if standing.link != "fresh":
        return (standing.link, {})
    if not desk.known:
        return ("unknown_counter", {})
    if standing.sending:
        return ("sending", {})
    if standing.asking:
        return ("asking", {})
    if act.name == "undo":
        return standing.undo
    if act.states:
        return _wrong_ticket(act, desk, standing.judged)
    if act.name == "close-service":
        return None if standing.in_charge else ("not_in_charge", {})
    if act.name in ("call-next", "walk-up"):
        return _cannot_call(desk)
    return None


def _cannot_see(act: Act, standing: Standing) -> Why | None:
    if standing.link != "fresh":
        return (standing.link, {})
    if act.name == "alerts":
        return None if standing.warned else ("no_alerts", {})
    return None if standing.offered else ("no_alert", {})


def _cannot_print(desk: Desk, standing: Standing) -> Why | None:
    if not standing.printer and standing.link != "fresh":
        return (standing.link, {})
    return None if desk.ticket is not None else ("no_ticket", {})


def _wrong_ticket(act: Act, desk: Desk, judged: bool | None) -> Why | None:
    if desk.ticket is None:
        return ("no_ticket", {})
    if desk.ticket["state"] in act.states:
        return _no_claim(act, desk.ticket, judged) if act.name in JUDGES else None
    word = "not_started" if desk.ticket["state"] == "called" else "already_started"
    return (word, {"number": desk.ticket["number"]})


def _no_claim(act: Act, ticket: Ticket, judged: bool | None) -> Why | None:
    about = {"number": ticket["number"]}
    if ticket.get("priority", Priority.NONE) == Priority.NONE:
        return ("no_claim", about)
    if JUDGES[act.name]:
        return ("claim_confirmed", about) if ticket.get("priority_confirmed") else None
    return ("claim_rejected", about) if judged is False else None


def _cannot_call(desk: Desk) -> Why | None:
    if desk.ticket is not None:
        return ("busy_" + desk.ticket["state"], {"number": desk.ticket["number"]})
    return None if desk.state == "open" else (desk.state, {})
