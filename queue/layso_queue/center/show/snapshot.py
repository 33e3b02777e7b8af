"""The whole day as JSON-ready data, for everybody who looks."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from layso_assets.languages import Texts
from layso_queue.center.alerts import Alert
from layso_queue.center.closing import Closing
from layso_queue.center.desk import Desk
from layso_queue.center.hours import CLOSURE, Standing
from layso_queue.center.settings import Settings
from layso_queue.center.show.alerts import shown_alert
from layso_queue.center.show.hub import shown_hub
from layso_queue.center.show.printers import printer_alerts
from layso_queue.center.show.service import show_service
from layso_queue.center.show.ticket import Shown, ahead_of, shower_of_tickets, shown_wait
from layso_queue.center.stamps import written, written_or_none
from layso_queue.line import Counter, Ticket
from layso_queue.line.states import LIVE, DayState

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

    def __init__(
        self,
        settings: Settings,
        closing: Closing,
        catalog: Callable[[], str],
        web: Callable[[], Shown] = dict,
    ) -> None:
        """Take what the center is, and what is closed; `catalog` tells its version, `web` what
        kiosks may offer because there is a hub."""
        self._catalog, self._web = catalog, web
        self._settings = settings
        self._texts = Texts(settings.center.language)
        self._closing = closing
        self.bare_ticket = shower_of_tickets(settings.follow.url)
        center = settings.center
        self.center: Shown = {
            "code": center.code,
            "name": center.name.model_dump(),
            "province": center.province.model_dump(),
            "language": center.language,
        }
        self._notices = [notice.model_dump() for notice in settings.notices]

    def standing(self, desk: Desk, now: int, service: str = "") -> Standing:
        """Say how the hours of the center or a service stand.

        A day that somebody opened by hand gives numbers throughout, but for what is closed.
        """
        kept = self._closing.at(service, now)
        if desk.day.state is DayState.OPEN:
            by_hand = desk.board.by_hand and desk.date == kept.date.isoformat()
            if kept.open or (by_hand and not self._closing.closes(service, now)):
                return Standing(kept.date, True, True, None, None, kept.until)
            return kept
        why = "after_closing" if kept.open else kept.reason
        return Standing(kept.date, kept.day_on, False, why, kept.next_opening, kept.until)

    def closure(self, standing: Standing, now: int, service: str = "") -> dict[str, str] | None:
        """Return in staff's own words why it is closed, in each language; None: by the clock."""
        found = self._closing.of(service, now) if standing.reason == CLOSURE else None
        return None if found is None else found.reason

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
                "closure": self.closure(standing, now),
                "next_opening": written_or_none(standing.next_opening),
                "hours": self._closing.hours.written(),
                "procedures": self._catalog(),
                "web": self._web(),
                "hub": shown_hub(bool(self._settings.hub.url), alerts),
                "undo_minutes": self._settings.rules.undo_finish_minutes,
            },
            services=self._services(desk, now),
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
                shown_alert(one) for one in (*alerts, *printer_alerts(desk.board, self._texts))
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

    def _services(self, desk: Desk, now: int) -> list[Shown]:
        found = []
        for part in self._settings.services:
            standing = self.standing(desk, now, part.code)
            closure = self.closure(standing, now, part.code)
            found.append(show_service(desk, part, standing, closure))
        return found
