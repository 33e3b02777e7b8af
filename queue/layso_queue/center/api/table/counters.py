"""Routes: counters open, pause and call."""

from layso_queue.center.api import answers, bodies, counters
from layso_queue.center.api.ways import Handler, Way
from layso_queue.center.people import roles


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


COUNTERS = (
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
        "undo",
        "Take the last opening, pause or closing back",
        counters.undo,
        answers.CounterAnswer,
        bodies.Act,
        "TOO_LATE",
        "COUNTER_BUSY",
        "DAY_CLOSED",
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
