"""Routes: the day as a whole, its services, journal and health."""

from layso_queue.center.api import answers, bodies, catalog, day
from layso_queue.center.api.table.common import SNAPSHOT
from layso_queue.center.api.ways import Handler, Way
from layso_queue.center.people import roles


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
        answers=SNAPSHOT,
        refusals=("TICKET_KNOWN_OTHERWISE", *refusals),
    )


DAY = (
    Way(
        method="GET",
        path="/v1/day",
        name="show_day",
        summary="Show the whole day",
        handler=day.snapshot,
        roles=roles.EVERY_DEVICE,
        answers=SNAPSHOT,
    ),
    Way(
        method="GET",
        path="/v1/procedures",
        name="show_procedures",
        summary="Show what people can have done, what to bring, and what goes online",
        handler=catalog.procedures,
        roles=roles.EVERY_DEVICE,
        answers={200: catalog.ProceduresAnswer},
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
