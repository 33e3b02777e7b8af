"""The one table of routes. Hot ways first: they are found by going through it."""

from layso_queue.center.api import answers, bodies, bookings, counters, day, moves, page, people
from layso_queue.center.api import tickets as t
from layso_queue.center.api.measures import metrics
from layso_queue.center.api.ways import Handler, Way
from layso_queue.center.people import roles
from layso_queue.center.people.roles import Role
from layso_queue.line import commands as c

_TICKET: dict[int, type[answers.Answer] | None] = {200: answers.TicketAnswer}
_ISSUED = {**_TICKET, 201: answers.TicketAnswer}
_SNAPSHOT: dict[int, type[answers.Answer] | None] = {200: answers.SnapshotAnswer}
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
        answers=_TICKET,
        refusals=_MOVE + refusals,
    )


def _counter(
    verb: str,
    summary: str,
    handler: Handler,
    answer: type[answers.Answer],
    body: type[bodies.Act] = bodies.Act,
    *refusals: str,
) -> Way:
    return Way(
        method="POST",
        path=f"/v1/counters/{{number}}/{verb}",
        name=f"counter_{verb.replace('-', '_')}",
        summary=summary,
        handler=handler,
        roles=roles.AT_WORK,
        signed_in=roles.AT_WORK,
        body=body,
        answers={200: answer},
        refusals=("COUNTER_UNKNOWN", "TICKET_KNOWN_OTHERWISE", *refusals),
    )


def _in_charge(
    path: str, name: str, summary: str, handler: Handler, body: type[bodies.Act], *refusals: str
) -> Way:
    return Way(
        method="POST",
        path=path,
        name=name,
        summary=summary,
        handler=handler,
        roles=roles.AT_WORK,
        signed_in=roles.AT_WORK,
        staff=roles.IN_CHARGE,
        body=body,
        answers=_SNAPSHOT,
        refusals=("TICKET_KNOWN_OTHERWISE", *refusals),
    )


_KIOSK = frozenset({Role.KIOSK})

TICKETS = (
    Way(
        method="POST",
        path="/v1/tickets",
        name="issue_ticket",
        summary="Give a number",
        handler=t.issue,
        roles=roles.GIVES_NUMBERS,
        signed_in=roles.AT_WORK,
        body=bodies.IssueBody,
        answers=_ISSUED,
        refusals=(
            "SERVICE_UNKNOWN",
            "SERVICE_CLOSED",
            "DAY_CLOSED",
            "SERIES_FULL",
            "TICKET_KNOWN_OTHERWISE",
        ),
    ),
    _counter(
        "call-next",
        "Call whoever is next",
        counters.call_next,
        answers.TicketAnswer,
        bodies.Act,
        "NOBODY_WAITING",
        "COUNTER_NOT_OPEN",
        "COUNTER_BUSY",
    ),
    Way(
        method="GET",
        path="/v1/tickets/{id}",
        name="show_ticket",
        summary="Show a ticket of today or of any day before",
        handler=t.show,
        roles=roles.GIVES_NUMBERS | roles.MAY_LOOK_BACK,
        answers=_TICKET,
        refusals=("TICKET_UNKNOWN",),
    ),
    _move("recall", "Call once more", moves.plain(c.Recall)),
    _move("start", "The person has come", moves.plain(c.StartService)),
    _move("finish", "The visit is done", moves.finish, bodies.FinishBody),
    _move("no-show", "Nobody came", moves.plain(c.MarkNoShow), bodies.Act, "TOO_EARLY_NO_SHOW"),
    _move("park", "Send to fetch something", moves.park, bodies.ReasonBody, "REASON_NEEDED"),
    _move("resume", "Back from fetching something", moves.plain(c.ResumeTicket)),
    _move("undo", "Take the last move back", moves.undo, bodies.Act, "TOO_LATE", "COUNTER_BUSY"),
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
    _move("return", "Back after nobody came", moves.plain(c.ReturnTicket), also=_KIOSK),
    _move("cancel", "Give the place up", t.cancel, bodies.ReasonBody, "REASON_NEEDED", also=_KIOSK),
    _move("paper", "What became of the slip", t.paper, bodies.PaperBody, also=_KIOSK),
    _move("confirm-priority", "The claim was right or not", t.confirm_priority, bodies.ConfirmBody),
    Way(
        method="POST",
        path="/v1/check-ins",
        name="check_in",
        summary="Turn a booking into a ticket",
        handler=t.check_in,
        roles=roles.GIVES_NUMBERS,
        signed_in=roles.AT_WORK,
        body=bodies.CheckInBody,
        answers=_ISSUED,
        refusals=(
            "BOOKING_UNKNOWN",
            "BOOKING_USED",
            "BOOKING_CANCELLED",
            "BOOKING_WRONG_DAY",
            "BOOKING_MISSED",
            "DAY_CLOSED",
            "SERVICE_CLOSED",
            "SERIES_FULL",
            "TICKET_KNOWN_OTHERWISE",
        ),
    ),
    Way(
        method="POST",
        path="/v1/hand-overs",
        name="hand_over",
        summary="Take over the emergency numbers of a kiosk that was cut off",
        handler=bookings.hand_over,
        roles=_KIOSK,
        body=bodies.HandOverBody,
        answers={200: answers.HandOverAnswer},
    ),
)

COUNTERS = (
    _counter(
        "open",
        "Take people",
        counters.open_counter,
        answers.CounterAnswer,
        bodies.OpenCounterBody,
        "COUNTER_OPEN_ALREADY",
        "SERVICE_NOT_AT_COUNTER",
        "DAY_CLOSED",
    ),
    _counter(
        "pause",
        "Take nobody new for a while",
        counters.pause,
        answers.CounterAnswer,
        bodies.ReasonBody,
        "REASON_NEEDED",
        "COUNTER_NOT_OPEN",
    ),
    _counter(
        "resume",
        "End a pause",
        counters.resume,
        answers.CounterAnswer,
        bodies.Act,
        "COUNTER_NOT_OPEN",
        "COUNTER_OPEN_ALREADY",
    ),
    _counter(
        "close",
        "Be done",
        counters.close,
        answers.CounterAnswer,
        bodies.Act,
        "COUNTER_CLOSED_ALREADY",
        "COUNTER_BUSY",
    ),
    _counter(
        "call",
        "Call a ticket picked by hand",
        counters.call,
        answers.TicketAnswer,
        bodies.CallBody,
        "REASON_NEEDED",
        "COUNTER_NOT_OPEN",
        "COUNTER_BUSY",
        "TICKET_UNKNOWN",
        "WRONG_STATE",
        "NOT_THIS_COUNTER",
        "SERVICE_NOT_AT_COUNTER",
    ),
)

DAY = (
    Way(
        method="GET",
        path="/v1/day",
        name="show_day",
        summary="Show the whole day",
        handler=day.snapshot,
        roles=roles.EVERY_DEVICE,
        answers=_SNAPSHOT,
    ),
    _in_charge(
        "/v1/day/open",
        "open_day",
        "Open today's service day by hand",
        day.open_day,
        bodies.OpenDayBody,
        "DAY_OPEN_ALREADY",
        "DATE_GOES_BACK",
    ),
    _in_charge(
        "/v1/day/close",
        "close_day",
        "Close the service day by hand",
        day.close_day,
        bodies.Act,
        "DAY_CLOSED",
    ),
    _in_charge(
        "/v1/services/{code}/close",
        "close_service",
        "Give no more numbers for a service today",
        day.close_service,
        bodies.ReasonBody,
        "SERVICE_UNKNOWN",
        "SERVICE_CLOSED",
        "DAY_CLOSED",
        "REASON_NEEDED",
    ),
    _in_charge(
        "/v1/services/{code}/reopen",
        "reopen_service",
        "Give numbers for a service again",
        day.reopen_service,
        bodies.Act,
        "SERVICE_UNKNOWN",
        "DAY_CLOSED",
    ),
    Way(
        method="GET",
        path="/v1/journal",
        name="show_journal",
        summary="A page of the journal, with its hash chain",
        handler=day.journal,
        roles=roles.MAY_LOOK_BACK,
        query=bodies.JournalQuery,
        answers={200: answers.JournalAnswer},
    ),
    Way(
        method="GET",
        path="/v1/health",
        name="health",
        summary="Whether the center works",
        handler=day.health,
        roles=None,
        answers={200: answers.HealthAnswer, 503: answers.HealthAnswer},
    ),
)

PEOPLE = (
    Way(
        method="POST",
        path="/v1/sessions",
        name="sign_in",
        summary="Sign in at a counter",
        handler=people.sign_in,
        roles=roles.AT_WORK,
        body=bodies.SignInBody,
        answers={201: answers.SessionAnswer},
        refusals=("PIN_WRONG", "TOO_MANY_TRIES", "COUNTER_UNKNOWN"),
    ),
    Way(
        method="DELETE",
        path="/v1/sessions",
        name="sign_out",
        summary="Sign out",
        handler=people.sign_out,
        roles=roles.AT_WORK,
        answers={204: None},
    ),
    Way(
        method="POST",
        path="/v1/help",
        name="call_help",
        summary="Call a helper",
        handler=people.call_help,
        roles=roles.GIVES_NUMBERS,
        body=bodies.HelpBody,
        answers={202: answers.HelpAnswer},
    ),
    Way(
        method="DELETE",
        path="/v1/help/{id}",
        name="help_came",
        summary="A helper has come",
        handler=people.help_came,
        roles=roles.GIVES_NUMBERS,
        answers={204: None},
        refusals=("HELP_UNKNOWN",),
    ),
    Way(
        method="POST",
        path="/v1/bookings",
        name="book",
        summary="Keep an appointment",
        handler=bookings.book,
        roles=roles.IN_CHARGE | {Role.PROVINCE},
        body=bodies.BookingBody,
        answers={201: answers.BookingAnswer, 200: answers.BookingAnswer},
        refusals=("SERVICE_UNKNOWN", "BOOKING_CODE_TAKEN"),
    ),
    Way(
        method="POST",
        path="/v1/bookings/{code}/cancel",
        name="cancel_booking",
        summary="Give an appointment up",
        handler=bookings.give_up,
        roles=roles.IN_CHARGE | {Role.PROVINCE},
        body=bodies.Act,
        answers={200: answers.BookingAnswer},
        refusals=("BOOKING_UNKNOWN", "BOOKING_USED", "BOOKING_MISSED"),
    ),
)

OUTSIDE = (
    Way(
        method="GET",
        path="/t/{id}",
        name="follow",
        summary="A ticket's page for a phone",
        handler=page.follow,
        roles=None,
        other_kind="text/html",
        answers={200: None, 404: None},
    ),
    Way(
        method="GET",
        path="/metrics",
        name="metrics",
        summary="Figures for a monitor on the same machine",
        handler=metrics,
        roles=None,
        other_kind="text/plain",
        answers={200: None},
        refusals=("NOT_FOUND",),
    ),
)

WAYS = (*TICKETS, *COUNTERS, *DAY, *PEOPLE, *OUTSIDE)
