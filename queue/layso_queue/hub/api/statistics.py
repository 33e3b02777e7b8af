"""Handlers: a day in numbers for the province's own systems, and the hub's health."""

from collections import Counter
from collections.abc import Mapping

from layso_queue.hub.api import answers as a
from layso_queue.hub.api.bodies import StatisticsQuery
from layso_queue.hub.api.day_answers import (
    CenterDay,
    FeedbackAnswer,
    StatisticsAnswer,
    WaitsAnswer,
)
from layso_queue.hub.api.showing import answer
from layso_queue.hub.api.ways import Call
from layso_queue.hub.feedback import LEVELS
from layso_queue.hub.storage.days import quantile
from layso_queue.hub.storage.overview import Counts, counts_of_day
from layso_queue.hub.storage.satisfaction import content_share, levels_of
from layso_queue.hub.times import written
from layso_queue.hub.web.reply import Reply

ONLINE = frozenset({"web"})
"""Channels of tickets that were taken from home."""


def statistics(call: Call) -> Reply:
    """Tickets, their waits, bookings and feedback of each center on a day, the online share."""
    asked: StatisticsQuery = call.body
    day = asked.day.isoformat()
    levels = levels_of(call.hub.database, day, day)
    counted = counts_of_day(call.hub.database, day)
    found = {code: counted.get(code, Counts()) for code in counted.keys() | levels.keys()}
    days = [
        CenterDay(
            center=code,
            tickets=counts.tickets,
            states=counts.states,
            waits=_waits(counts.waits),
            bookings=counts.bookings,
            booked_by=counts.booked_by,
            online_share=_online(counts.tickets),
            feedback=_feedback(levels.get(code, {})),
        )
        for code, counts in sorted(found.items())
    ]
    every = Counts()
    for one in found.values():
        every.tickets.update(one.tickets)
        every.states.update(one.states)
        every.waits.update(one.waits)
    said: Counter[int] = Counter()
    for given in levels.values():
        said.update(given)
    told = StatisticsAnswer(
        day=day,
        tickets=every.tickets,
        states=every.states,
        waits=_waits(every.waits),
        online_share=_online(every.tickets),
        feedback=_feedback(said),
        centers=days,
    )
    return answer(200, told)


def _waits(waits: Mapping[int, int]) -> WaitsAnswer:
    return WaitsAnswer(
        called=sum(waits.values()),
        by_minutes={str(step): waits[step] for step in sorted(waits)},
        half_within=quantile(waits, 0.5),
        nine_in_ten_within=quantile(waits, 0.9),
    )


def _feedback(levels: Mapping[int, int]) -> FeedbackAnswer:
    counted = {str(level): levels.get(level, 0) for level in LEVELS} if levels else {}
    return FeedbackAnswer(levels=counted, content_share=content_share(levels))


def _online(tickets: Mapping[str, int]) -> float | None:
    total = sum(tickets.values())
    return round(sum(tickets.get(one, 0) for one in ONLINE) / total, 4) if total else None


def health(call: Call) -> Reply:
    """Say that the hub and its database answer, and what beside the pages has halted."""
    call.hub.centers.get("")
    halted = call.hub.halted
    now = written(call.hub.clock.now())
    return answer(200, a.HealthAnswer(ok=not halted, now=now, halted=halted))
