"""Handlers: a day in numbers for the province's own systems, and the hub's health."""

from collections import Counter
from collections.abc import Mapping

from layso_queue.hub.api import answers as a
from layso_queue.hub.api.bodies import StatisticsQuery
from layso_queue.hub.api.showing import answer
from layso_queue.hub.api.ways import Call
from layso_queue.hub.storage.overview import counts_of_day
from layso_queue.hub.times import written
from layso_queue.hub.web.reply import Reply

ONLINE = frozenset({"web"})
"""Channels of tickets that were taken from home."""


def statistics(call: Call) -> Reply:
    """Tickets by channel, bookings by state and channel, and the online share, of each center."""
    asked: StatisticsQuery = call.body
    day = asked.day.isoformat()
    found = counts_of_day(call.hub.database, day)
    days = [
        a.CenterDay(
            center=code,
            tickets=counts.tickets,
            bookings=counts.bookings,
            booked_by=counts.booked_by,
            online_share=_online(counts.tickets),
        )
        for code, counts in sorted(found.items())
    ]
    every: Counter[str] = Counter()
    for one in found.values():
        every.update(one.tickets)
    share = _online(every)
    return answer(
        200, a.StatisticsAnswer(day=day, tickets=dict(every), online_share=share, centers=days)
    )


def _online(tickets: Mapping[str, int]) -> float | None:
    total = sum(tickets.values())
    return round(sum(tickets.get(one, 0) for one in ONLINE) / total, 4) if total else None


def health(call: Call) -> Reply:
    """Say that the hub and its database answer."""
    call.hub.centers.get("")
    return answer(200, a.HealthAnswer(ok=True, now=written(call.hub.clock.now())))
