"""The whole day as JSON-ready data, for everybody who looks."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from layso_assets.languages import Texts
from layso_queue.center.alerts import Alert
from layso_queue.center.desk import Desk
from layso_queue.center.hours import Hours, Standing
from layso_queue.center.settings.model import ServicePart, Settings
from layso_queue.center.show.printers import printer_alerts
from layso_queue.center.show.ticket import Shown, ahead_of, shower_of_tickets, shown_wait
from layso_queue.center.stamps import written, written_or_none
from layso_queue.line import Counter, Ticket
from layso_queue.line.states import LIVE, CounterState, DayState
from layso_queue.line.view import open_counters, waiting

NEXT = 5
"""How many of the numbers that come next a service shows."""

IN_FRONT = 50
"""How far back in a line "ahead" and "wait" are kept fresh for everybody who looks."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All of a picture but the tickets; lists keyed by code, number or id."""

    day: Shown
    services: list[Shown]
    counters: list[Shown]
    calls: list[Shown]
    notices: list[Shown]
    alerts: list[Shown]


class Shower:
    """Shows a desk. Called in the writer's thread, between commits."""

    def __init__(self, settings: Settings, hours: Hours, catalog: Callable[[], str]) -> None:
        """Take what never changes while the center runs; `catalog` tells its version."""
        self._catalog = catalog
        self._settings = settings
        self._texts = Texts(settings.center.language)
        self._hours = hours
        self._standing: Standing | None = None
        self.bare_ticket = shower_of_tickets(settings.follow.url)
        center = settings.center
        self.center: Shown = {
            "code": center.code,
            "name": center.name.model_dump(),
            "province": center.province.model_dump(),
            "language": center.language,
        }
        self._notices = [notice.model_dump() for notice in settings.notices]

    def standing(self, desk: Desk, now: int) -> Standing:
        """Say how the hours stand; a day that somebody opened by hand gives numbers throughout."""
        kept = self._standing
        if kept is None or now >= kept.until or now < kept.until - 90_000_000:
            kept = self._standing = self._hours.standing(now)
        if desk.day.state is DayState.OPEN:
            if kept.open or (desk.board.by_hand and desk.date == kept.date.isoformat()):
                return Standing(kept.date, True, True, None, None, kept.until)
            return kept
        why = "after_closing" if kept.open else kept.reason
        return Standing(kept.date, kept.day_on, False, why, kept.next_opening, kept.until)

    def ticket(self, desk: Desk, ticket: Ticket) -> Shown:
        """Show a ticket with who is ahead and how long it will take."""
        shown = self.bare_ticket(ticket)
        shown["ahead"] = ahead = ahead_of(desk.day, ticket)
        if ahead is not None and (wait := desk.wait_of(ticket)) is not None:
            shown["wait"] = shown_wait(wait)
        return shown

    def live_tickets(self, desk: Desk) -> list[Shown]:
        """Show everybody who has not left, in the order of issue."""
        return [self.ticket(desk, one) for one in desk.day.tickets.values() if one.state in LIVE]

    def in_front(self, desk: Desk) -> list[Shown]:
        """Show those who come next in each line: whose "ahead" and "wait" people look at."""
        day = desk.day
        lines = (*day.by_service.values(), *day.by_counter.values())
        places = [place for line in lines for place in islice(line, IN_FRONT)]
        return [self.ticket(desk, day.tickets[place[2]]) for place in places]

    def counter(self, desk: Desk, counter: Counter) -> Shown:
        """Show a counter with who is there."""
        there = desk.day.tickets[counter.ticket] if counter.ticket else None
        at_desk = there and {"id": there.id, "number": there.number, "state": there.state.value}
        return {
            "number": counter.number,
            "services": counter.services,
            "state": counter.state.value,
            "reason": counter.reason or None,
            "since": written_or_none(counter.since or None),
            "staff": counter.staff or None,
            "ticket": at_desk,
        }

    def surroundings(self, desk: Desk, now: int, alerts: list[Alert]) -> Surroundings:
        """Show all but the tickets."""
        standing = self.standing(desk, now)
        return Surroundings(
            day={
                "date": max(standing.date.isoformat(), desk.date),
                "state": "open" if standing.open else "closed",
                "closed_reason": standing.reason,
                "next_opening": written_or_none(standing.next_opening),
                "hours": self._hours.written(),
                "procedures": self._catalog(),
            },
            services=[self._service(desk, one, standing) for one in self._settings.services],
            counters=self._counters(desk),
            calls=[
                {
                    "seq": call.seq,
                    "ticket": call.ticket,
                    "number": call.number,
                    "service": call.service,
                    "counter": call.counter,
                    "at": written(call.at),
                    "calls": call.calls,
                    "reason": call.reason,
                }
                for call in desk.board.calls
            ],
            notices=self._notices,
            alerts=[
                {
                    "id": one.id,
                    "code": one.code,
                    "where": one.where,
                    "since": written(one.since),
                    "about": one.about,
                }
                for one in (*alerts, *printer_alerts(desk.board, self._texts))
            ],
        )

    def _counters(self, desk: Desk) -> list[Shown]:
        if desk.day.counters:
            return [self.counter(desk, one) for one in desk.day.counters.values()]
        # Before the first day ever: the counters of the settings, all closed.
        return [
            self.counter(desk, Counter(number=one.number, services=one.services))
            for one in self._settings.counters
        ]

    def _service(self, desk: Desk, part: ServicePart, standing: Standing) -> Shown:
        day = desk.day
        known = part.code in day.by_service
        counters = open_counters(day, part.code)
        bound = sum(
            day.tickets[place[2]].service == part.code
            for line in day.by_counter.values()
            for place in line
        )
        count = (len(day.by_service[part.code]) if known else 0) + bound
        why = day.closed_services.get(part.code) or standing.reason
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
            "open": why is None,
            "closed_reason": why,
            "waiting": count,
            "wait": self._wait_for_newcomer(desk, part.code, counters, count),
            "counters": counters,
            "next": coming,
        }

    def _wait_for_newcomer(self, desk: Desk, code: str, counters: list[int], count: int) -> Any:
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
