"""Decide about the day and its services."""

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import ServiceDay
from layso_queue.line.deciding.bookings import is_later
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import open_service, said, still_open
from layso_queue.line.refusals import Refusal, Refuse
from layso_queue.line.states import (
    LEFT_AT_CLOSING,
    LEFT_OPEN,
    LIVE,
    BookingState,
    DayState,
    TicketState,
)


def open_day(day: ServiceDay, command: c.OpenDay, facts: Facts) -> None:
    """Open a new day; or this one again, with its series going on."""
    if day.state is DayState.OPEN:
        raise Refuse(Refusal.DAY_OPEN_ALREADY, {"date": day.last_date})
    date = command.plan.date
    if day.state is DayState.CLOSED and date == day.last_date:
        facts.add(e.DayReopened)
        return
    if date == day.last_date or (date < day.last_date and not command.confirmed):
        raise Refuse(Refusal.DATE_GOES_BACK, {"date": date, "last": day.last_date})
    if day.state is DayState.CLOSED:
        # A closed day is over for good; a new date begins in a new ServiceDay.
        raise Refuse(Refusal.DAY_CLOSED)
    facts.add(e.DayOpened, plan=command.plan)


def close_day(day: ServiceDay, _: c.CloseDay, facts: Facts) -> None:
    """Let whoever still waits expire, and every booking that nobody came for be missed.

    One that was moved to a later day is not missed: its time is still to come.
    """
    still_open(day)
    for ticket in day.tickets.values():
        if ticket.state in LEFT_AT_CLOSING:
            facts.add(e.TicketExpired, ticket=ticket.id)
    for booking in day.bookings.values():
        if booking.state is BookingState.BOOKED and not is_later(day, booking):
            facts.add(e.BookingMissed, code=booking.code)
    facts.add(e.DayClosed)


def settle_day(day: ServiceDay, _: c.SettleDay, facts: Facts) -> None:
    """Leave nobody of a closed day on the way; where nobody is, nothing happens."""
    if day.state is DayState.OPEN:
        raise Refuse(Refusal.DAY_OPEN_ALREADY, {"date": day.last_date})
    for ticket in day.tickets.values():
        if ticket.state is TicketState.SERVING:
            facts.add(
                e.ServiceFinished,
                ticket=ticket.id,
                counter=ticket.counter,
                outcome=LEFT_OPEN,
                dossier_codes=(),
                services=(ticket.service,),
            )
        elif ticket.state in LIVE:
            facts.add(e.TicketExpired, ticket=ticket.id)


def close_service(day: ServiceDay, command: c.CloseService, facts: Facts) -> None:
    """Stop giving numbers for one service, with a reason that people can read."""
    said(command.reason)
    open_service(day, command.service)
    facts.add(e.ServiceClosed, service=command.service, reason=command.reason)


def reopen_service(day: ServiceDay, command: c.ReopenService, facts: Facts) -> None:
    """Give numbers for the service again; a service that is open stays so."""
    if command.service in day.closed_services and day.state is DayState.OPEN:
        facts.add(e.ServiceReopened, service=command.service)
    else:
        open_service(day, command.service)
