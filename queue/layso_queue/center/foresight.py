"""The forecast at work in a center: it follows the journal, foretells waits, learns at closing.

Everything here is done in a thread beside the writer's, by its own reading of the database.
"""

from array import array
from collections import deque
from datetime import date

import orjson
import structlog

from layso_queue.center.hours import Hours
from layso_queue.center.storage.forecasts import Forecasts, PastDay, Prediction
from layso_queue.center.told import head_of
from layso_queue.forecast import (
    Calendar,
    Estimate,
    Forecast,
    Learned,
    LearnedUnreadable,
    Today,
    Watch,
    estimate,
)
from layso_queue.forecast.scores import score_of
from layso_queue.line import ServiceDay, from_record
from layso_queue.line.events import Event, TicketCalled, TicketIssued
from layso_queue.line.order import MINUTE
from layso_queue.line.record import RecordUnreadable

LEARNED_AT_ONCE = 40
"""A center that has days but has learned nothing yet learns from so many of them."""

ESTIMATES_KEPT = 4
"""A number may have been given by an estimate that has just been replaced."""

log = structlog.get_logger()


class Foresight:
    """One thread at a time may use it."""

    def __init__(self, kept: Forecasts, hours: Hours) -> None:
        """Begin with nothing read."""
        self._kept = kept
        self._hours = hours
        self._today: Today | None = None
        self._date = ""
        self._followed: int | None = None
        self._issued: list[TicketIssued] = []
        self._told: list[Prediction] = []
        self._called: dict[str, int] = {}
        self._estimates: deque[tuple[int, Estimate]] = deque(maxlen=ESTIMATES_KEPT)

    def estimate(self, day: ServiceDay, now: int) -> Estimate:
        """Estimate all waits of the open day at `now` (ms)."""
        today = self._follow(day)
        spans = self._hours.spans_on(date.fromisoformat(day.last_date))
        made = estimate(day, now, calendar=Calendar(spans), today=today)
        for event in self._issued:
            self._foretell(event, made, today)
        self._issued.clear()
        return made

    def taken(self, seq: int, made: Estimate) -> None:
        """Remember that numbers given after journal entry `seq` are told what `made` says."""
        self._estimates.append((seq, made))

    def keep(self) -> None:
        """Keep what was told and who was called since the last time."""
        if self._told or self._called:
            self._kept.keep(self._told, self._called)
            self._told, self._called = [], {}

    def learn(self, now: int) -> bool:
        """Learn from the oldest closed day that was not learned from yet; False if there is none.

        One at a time: a center that has forty days behind it has people in front of it, too.
        """
        self.keep()
        newest = self._kept.learned()
        through, made_at = newest[:2] if newest else ("", 0)
        for past in self._kept.closed_days(LEARNED_AT_ONCE):
            if past.date < through or (past.date == through and past.closed_at <= made_at):
                continue
            record = orjson.dumps(self._after(past).to_record())
            self._kept.keep_learned(past.date, max(now, past.closed_at), record)
            self._today = None  # the open day is followed anew, on top of what is known now
            return True
        return False

    def _after(self, past: PastDay) -> Learned:
        before = self._known_before(past.date)
        new = before.after(Watch.of(self._events(past.first_seq, past.last_seq)))
        if new is not before:
            for one in self._kept.predictions(past.date, past.date):
                if one.called_at is not None:
                    runs = tuple(array("f", one.runs))
                    waited = (one.called_at - one.issued_at) / MINUTE
                    score_of(new.scores, one.service, runs, waited, one.days)
        return new

    def _known_before(self, day: str) -> Learned:
        kept = self._kept.learned(before=day)
        if kept is None:
            return Learned()
        try:
            return Learned.from_record(orjson.loads(kept[2]))
        except (LearnedUnreadable, orjson.JSONDecodeError) as error:
            # Minutes from the set ones are better than none; the next closing begins anew.
            log.warning("what was learned cannot be read", why=str(error))
            return Learned()

    def _follow(self, day: ServiceDay) -> Today:
        """Be told the journal up to where the day stands."""
        if self._followed is None:
            self._followed = day.seq  # what was told before this program began is not known
        if self._today is None or self._date != day.last_date:
            self._today, self._date = Today(self._known_before(day.last_date)), day.last_date
            first = self._kept.first_entry(day.last_date)
            self._today.watch.seq = first - 1 if first is not None else day.seq
        for event in self._events(self._today.watch.seq + 1, day.seq):
            self._today.take(event)
            if isinstance(event, TicketIssued) and event.seq > self._followed:
                self._issued.append(event)
            elif isinstance(event, TicketCalled):
                self._called.setdefault(event.ticket, event.at)
        self._followed = max(self._followed, day.seq)
        return self._today

    def _events(self, first: int, last: int) -> list[Event]:
        try:
            return [from_record(orjson.loads(one)) for one in self._kept.entries(first, last)]
        except (RecordUnreadable, orjson.JSONDecodeError) as error:
            log.warning("a journal entry cannot be read", why=str(error))
            return []

    def _foretell(self, event: TicketIssued, made: Estimate, today: Today) -> None:
        """Note what was told at a ticket's issue, or, where that was nothing, right after."""
        forecast = self._forecast_at_issue(event) or made.tickets.get(event.ticket)
        if forecast is None:
            return
        said = forecast.spoken
        self._told.append(
            Prediction(
                ticket=event.ticket,
                day=self._date,
                service=event.service,
                issued_at=event.at,
                low=said.low,
                high=said.high,
                interval_low=forecast.low,
                median=forecast.median,
                interval_high=forecast.high,
                runs=array("f", forecast.runs).tobytes(),
                days=today.learned.days,
            )
        )

    def _forecast_at_issue(self, event: TicketIssued) -> Forecast | None:
        then = [made for seq, made in self._estimates if seq < event.seq]
        if not then:
            return None
        head = head_of(then[-1].arrivals, event.service, event.arrived - event.key)
        return None if head is None else then[-1].arrivals[event.service, head]
