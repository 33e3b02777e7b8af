"""One service as windows show it: its line, its wait, and why it gives no numbers."""

from typing import Any

from layso_queue.center.desk import Desk
from layso_queue.center.hours import Standing
from layso_queue.center.settings.model import ServicePart
from layso_queue.center.show.ticket import Shown, shown_wait
from layso_queue.center.stamps import written_or_none
from layso_queue.line.states import CounterState
from layso_queue.line.view import open_counters, waiting

NEXT = 5
"""How many of the numbers that come next a service shows."""


def show_service(
    desk: Desk, part: ServicePart, standing: Standing, closure: dict[str, str] | None
) -> Shown:
    """Show a service; `closure`: why staff closed it or the center, in each language."""
    day = desk.day
    known = part.code in day.by_service
    counters = open_counters(day, part.code)
    bound = sum(
        day.tickets[place[2]].service == part.code
        for line in day.by_counter.values()
        for place in line
    )
    count = (len(day.by_service[part.code]) if known else 0) + bound
    by_line = day.closed_services.get(part.code)
    coming: list[str] = []
    if known:
        for ticket in waiting(day, part.code):
            coming.append(ticket.number)
            if len(coming) == NEXT:
                break
    return {
        "code": part.code,
        "series": part.series,
        "name": part.name.model_dump(),
        "icon": part.icon,
        "minutes": part.minutes,
        "documents": part.documents.model_dump(),
        "open": by_line is None and standing.open,
        "closed_reason": by_line or standing.reason,
        "closure": None if by_line else closure,
        "next_opening": None if by_line else written_or_none(standing.next_opening),
        "waiting": count,
        "wait": _wait_for_newcomer(desk, part.code, counters, count),
        "counters": counters,
        "next": coming,
    }


def _wait_for_newcomer(desk: Desk, code: str, counters: list[int], count: int) -> Any:
    if not counters:
        return None
    day = desk.day
    if count == 0 and any(
        day.counters[n].ticket is None and day.counters[n].state is CounterState.OPEN
        for n in counters
    ):
        return "now"
    wait = desk.waits_for_newcomer.get((code, 0))
    if wait is None:
        return None
    return "now" if wait.is_now else shown_wait(wait)
