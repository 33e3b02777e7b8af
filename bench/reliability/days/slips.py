"""What people and staff do by mistake: taps twice, orders that must change nothing."""

from random import Random
from typing import Any

from bench.reliability.days.rules import hold, unless
from layso_queue import line
from layso_queue.line import Refused, ServiceDay
from layso_queue.line import commands as c
from layso_queue.line.states import AT_COUNTER, BookingState, CounterState, TicketState

NEW: dict[str, Any] = {"id": "a slip", "actor": "nv01"}


class Slips:
    """Tries one of them now and then; the line must refuse, or answer as it did."""

    def __init__(self, random: Random) -> None:
        """Take the randomness with which they are chosen."""
        self._random = random
        self._done: list[c.Command] = []
        self.tried = 0

    def remember(self, command: c.Command) -> None:
        """Keep an order that was done, to be sent once more later."""
        self._done.append(command)

    def again(self, day: ServiceDay, now: int) -> None:
        """Send the last order again, and some older one."""
        if self._done:
            for command in (self._done[-1], self._random.choice(self._done)):
                hold(unless(line.decide(day, command, now) == [], 9, "acted twice"))

    def slip(self, day: ServiceDay, now: int) -> None:
        """Make one mistake."""
        self.tried += 1
        self._random.choice(
            (self._two_at_once, self._called_away, self._too_early, self._second, self._used)
        )(day, now)

    def _two_at_once(self, day: ServiceDay, now: int) -> None:
        busy = [one for one in day.counters.values() if one.ticket is not None]
        if busy:
            counter = self._random.choice(busy).number
            kind = self._random.choice((c.CallNext, c.CloseCounter))
            _refused(2, day, kind(**NEW, counter=counter), now)

    def _called_away(self, day: ServiceDay, now: int) -> None:
        free = [
            one
            for one in day.counters.values()
            if one.state is CounterState.OPEN and one.ticket is None
        ]
        for counter in free:
            for ticket in day.tickets.values():
                if ticket.state in AT_COUNTER and ticket.service in counter.services:
                    away = c.CallTicket(
                        **NEW, counter=counter.number, ticket=ticket.id, reason="a mistake"
                    )
                    _refused(8, day, away, now)
                    return

    def _too_early(self, day: ServiceDay, now: int) -> None:
        needed = day.opened_plan.rules.calls_before_no_show
        for ticket in day.tickets.values():
            if ticket.state is TicketState.CALLED and ticket.calls < needed:
                _refused(8, day, c.MarkNoShow(**NEW, ticket=ticket.id), now)
            elif ticket.state is TicketState.WAITING:
                _refused(8, day, c.ResumeTicket(**NEW, ticket=ticket.id), now)
                return

    def _second(self, day: ServiceDay, now: int) -> None:
        if day.tickets:
            ticket = self._random.choice(list(day.tickets.values()))
            retry = c.IssueTicket(**NEW, ticket=ticket.id, service=ticket.service)
            again = line.decide(day, retry, now)
            hold(unless(again == [], 11, "a second number for the same person"))

    def _used(self, day: ServiceDay, now: int) -> None:
        used = [one for one in day.bookings.values() if one.state is BookingState.CHECKED_IN]
        if used:
            code = self._random.choice(used).code
            _refused(1, day, c.CheckIn(**NEW, ticket="another", code=code), now)


def _refused(which: int, day: ServiceDay, command: c.Command, now: int) -> None:
    refused = isinstance(line.decide(day, command, now), Refused)
    hold(unless(refused, which, f"let pass: {type(command).__name__}"))
