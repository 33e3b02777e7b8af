"""Routes: the moves of a ticket."""

from layso_queue.center.api import answers, bodies, moves, prints
from layso_queue.center.api import tickets as t
from layso_queue.center.api.table.common import KIOSK, TICKET
from layso_queue.center.api.ways import Handler, Way
from layso_queue.center.people import roles
from layso_queue.center.people.roles import Role
from layso_queue.line import commands as c

_MOVE = ("TICKET_UNKNOWN", "TICKET_KNOWN_OTHERWISE", "WRONG_STATE", "NOT_THIS_COUNTER")


def _move(
    verb: str,
    summary: str,
    handler: Handler,
    body: type[bodies.Act] = bodies.Act,
    *refusals: str,
    also: frozenset[Role] = frozenset(),
) -> Way:
    return Way(
        method="POST",
        path=f"/v1/tickets/{{id}}/{verb}",
        name=f"ticket_{verb.replace('-', '_')}",
        summary=summary,
        handler=handler,
        roles=roles.AT_WORK | also,
        signed_in=roles.AT_WORK,
        body=body,
        answers=TICKET,
        refusals=_MOVE + refusals,
    )


MOVES = (
    _move("recall", "Call once more", moves.plain(c.Recall)),
    _move("start", "The person has come", moves.plain(c.StartService)),
    _move("finish", "The visit is done", moves.finish, bodies.FinishBody),
    _move("no-show", "Nobody came", moves.plain(c.MarkNoShow), bodies.Act, "TOO_EARLY_NO_SHOW"),
    _move("park", "Send to fetch something", moves.park, bodies.ReasonBody, "REASON_NEEDED"),
    _move("resume", "Back from fetching something", moves.plain(c.ResumeTicket)),
    _move(
        "undo",
        "Take the last move back",
        moves.undo,
        bodies.Act,
        "TOO_LATE",
        "COUNTER_BUSY",
        "COUNTER_NOT_OPEN",
        "DAY_CLOSED",
    ),
    _move(
        "transfer",
        "Send on to a service or counter",
        moves.transfer,
        bodies.TransferBody,
        "REASON_NEEDED",
        "SERVICE_UNKNOWN",
        "COUNTER_UNKNOWN",
        "COUNTER_NOT_OPEN",
    ),
    _move("return", "Back after nobody came", moves.plain(c.ReturnTicket), also=KIOSK),
    _move("cancel", "Give the place up", t.cancel, bodies.ReasonBody, "REASON_NEEDED", also=KIOSK),
    _move("paper", "What became of the slip", t.paper, bodies.PaperBody, also=KIOSK),
    Way(
        method="POST",
        path="/v1/tickets/{id}/print",
        name="order_print",
        summary="Have a kiosk print the slip",
        handler=prints.order_print,
        roles=roles.AT_WORK,
        signed_in=roles.AT_WORK,
        body=bodies.PrintBody,
        answers={202: answers.PrintAnswer},
        refusals=(*_MOVE, "KIOSK_AWAY", "NO_KIOSK_PRINTS"),
    ),
    Way(
        method="GET",
        path="/v1/prints/{id}",
        name="show_print",
        summary="Say how a slip that was asked for fares",
        handler=prints.show_print,
        roles=roles.AT_WORK,
        signed_in=roles.AT_WORK,
        answers={200: answers.PrintAnswer},
        refusals=("PRINT_UNKNOWN",),
    ),
    _move("confirm-priority", "The claim was right or not", t.confirm_priority, bodies.ConfirmBody),
)
