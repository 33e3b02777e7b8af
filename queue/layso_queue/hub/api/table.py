"""The one table of the API's routes."""

from layso_queue.hub.api import answers as a
from layso_queue.hub.api import bodies as b
from layso_queue.hub.api import exchange, portal, statistics, watch
from layso_queue.hub.api.day_answers import StatisticsAnswer
from layso_queue.hub.api.watch_answers import WatchAnswer
from layso_queue.hub.api.ways import ApiWay, Handler
from layso_queue.sync.messages import MOST_BYTES

_SALE = (
    "SLOT_FULL", "SLOT_OVER", "SERVICE_CLOSED", "SALES_FROZEN", "CENTER_GONE", "DAY_LIMIT",
    "SERVICE_TWICE",
)  # fmt: skip
_CENTER = "/v1/centers/{center}"
_BOOKING = "/v1/bookings/{code}"


def _sync(method: str, verb: str, summary: str, handler: Handler) -> ApiWay:
    return ApiWay(
        method=method,
        path=f"/v1/sync/{verb}",
        name=f"sync_{verb}_{method.lower()}",
        summary=summary,
        handler=handler,
        of_center=True,
        largest=MOST_BYTES,
        answers={200: None},
        refusals=("MESSAGE_REFUSED", "TOO_LARGE"),
    )


EXCHANGE = (
    _sync("POST", "push", "A center tells what happened", exchange.push),
    _sync("POST", "fetch", "A restored center asks for what it told", exchange.fetch),
    _sync("POST", "pull", "A center asks for what is new; held up to 25 s", exchange.pull),
    _sync("GET", "keys", "The public keys of bookings' QR codes", exchange.keys),
    ApiWay(method="POST", path="/v1/sync/phones", name="sync_phones_post",
           summary="Phone numbers left at a kiosk for one ticket, to be told of its turn",
           handler=exchange.phones, of_center=True, body=b.PhonesBody, answers={200: None}),
    _sync("GET", "pull", "The same with the message in `request`", exchange.pull),
)  # fmt: skip

PORTAL = (
    ApiWay(method="GET", path="/v1/centers", name="centers",
           summary="Centers with a web queue, by words without tones and by province",
           handler=portal.centers, scope="centers", query=b.CentersQuery,
           answers={200: a.CentersAnswer}),
    ApiWay(method="GET", path=_CENTER, name="center", summary="One center",
           handler=portal.center, scope="centers",
           answers={200: a.CenterAnswer}, refusals=("CENTER_UNKNOWN",)),
    ApiWay(method="GET", path=f"{_CENTER}/services", name="services",
           summary="What a center offers, with its lines", handler=portal.services,
           scope="centers", answers={200: a.ServicesAnswer}, refusals=("CENTER_UNKNOWN",)),
    ApiWay(method="GET", path=f"{_CENTER}/services/{{service}}/slots", name="slots",
           summary="Free times from `first` to `last`", handler=portal.slots, scope="centers",
           query=b.SlotsQuery, answers={200: a.SlotsAnswer},
           refusals=("CENTER_UNKNOWN", "SERVICE_UNKNOWN")),
    ApiWay(method="POST", path="/v1/bookings", name="book", summary="Book a place for a person",
           handler=portal.book, scope="bookings", once=True, body=b.BookingBody,
           answers={201: a.BookingAnswer},
           refusals=(*_SALE, "CENTER_UNKNOWN", "SERVICE_UNKNOWN", "KEY_KNOWN_OTHERWISE")),
    ApiWay(method="GET", path=_BOOKING, name="booking", summary="One booking, by its code",
           handler=portal.booking, scope="bookings",
           answers={200: a.BookingAnswer}, refusals=("NOT_FOUND",)),
    ApiWay(method="POST", path=f"{_BOOKING}/cancel", name="cancel", summary="Give a booking up",
           handler=portal.cancel, scope="bookings", body=b.NothingBody,
           answers={200: a.BookingAnswer}, refusals=("NOT_FOUND", "BOOKING_OVER", "USED_ALREADY")),
    ApiWay(method="POST", path=f"{_BOOKING}/change", name="change", summary="Another time",
           handler=portal.change, scope="bookings", body=b.ChangeBody,
           answers={200: a.BookingAnswer},
           refusals=(*_SALE, "NOT_FOUND", "BOOKING_OVER", "USED_ALREADY", "CANCELLED_ALREADY",
                     "NOT_MOVABLE")),
    ApiWay(method="GET", path="/v1/tickets/{ticket}", name="ticket", summary="One ticket",
           handler=portal.ticket, scope="tickets",
           answers={200: a.TicketAnswer}, refusals=("NOT_FOUND",)),
    ApiWay(method="GET", path="/v1/statistics", name="statistics",
           summary="A day in numbers, without any person", handler=statistics.statistics,
           scope="statistics", query=b.StatisticsQuery, answers={200: StatisticsAnswer}),
    ApiWay(method="GET", path="/v1/watch", name="watch",
           summary="What an operation center watches: long waits, silent centers, what is stuck",
           handler=watch.watch, scope="statistics", query=b.WatchQuery,
           answers={200: WatchAnswer}),
    ApiWay(method="GET", path="/v1/health", name="health", summary="Whether the hub answers",
           handler=statistics.health, answers={200: a.HealthAnswer}),
)  # fmt: skip

API = (*EXCHANGE, *PORTAL)
