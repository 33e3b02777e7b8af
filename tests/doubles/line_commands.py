"""What a counter posts, as commands of the line: one for each path of the center's table."""

from typing import Any

from layso_queue.line import commands as c
from layso_queue.line.states import Paper

Json = dict[str, Any]
BY = "nv01"

MOVES = {
    "recall": c.Recall,
    "start": c.StartService,
    "finish": c.FinishService,
    "no-show": c.MarkNoShow,
    "park": c.ParkTicket,
    "resume": c.ResumeTicket,
    "return": c.ReturnTicket,
    "transfer": c.TransferTicket,
    "confirm-priority": c.ConfirmPriority,
    "cancel": c.CancelTicket,
    "paper": c.RecordPaper,
}


def new_ticket(path: str, body: Json) -> c.Command:
    """Return the command of `/v1/tickets` or `/v1/check-ins`."""
    who: Json = {"id": body["id"], "actor": BY, "ticket": body["id"]}
    if path == "/v1/check-ins":
        return c.CheckIn(**who, code=body["code"])
    return c.IssueTicket(**who, **{name: body[name] for name in ("service", "assisted", "channel")})


def of_counter(number: int, word: str, body: Json) -> c.Command:
    """Return the command of `/v1/counters/{number}/{word}`."""
    who: Json = {"id": body["id"], "actor": BY, "counter": number}
    reason = body.get("reason", "")
    return {
        "open": lambda: c.OpenCounter(**who),
        "pause": lambda: c.PauseCounter(**who, reason=reason),
        "resume": lambda: c.ResumeCounter(**who),
        "close": lambda: c.CloseCounter(**who),
        "undo": lambda: c.UndoCounter(**who),
        "call-next": lambda: c.CallNext(**who),
        "call": lambda: c.CallTicket(**who, ticket=body["ticket"], reason=reason),
    }[word]()


def of_ticket(id: str, word: str, body: Json) -> c.Command:
    """Return the command of `/v1/tickets/{id}/{word}`."""
    who: Json = {"id": body["id"], "actor": BY, "ticket": id}
    if word == "undo":
        return c.Undo(**who, by_counter=3)
    more = {key: value for key, value in body.items() if key != "id"}
    if "outcome" in more:
        more["outcome"] = Paper(more["outcome"])
    for name in ("services", "dossier_codes"):
        if name in more:
            more[name] = tuple(more[name])
    return MOVES[word](**who, **more)
