"""Decide about appointments and the check-in that turns one into a ticket."""

from datetime import date

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import Booking, ServiceDay
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import open_service
from layso_queue.line.deciding.issuing import give_number
from layso_queue.line.order import MINUTE, key_of_booking
from layso_queue.line.refusals import Refusal, Refuse
from layso_queue.line.states import BookingState, Channel

_DAY = 24 * 60 * MINUTE

_SPENT = {
    BookingState.CHECKED_IN: Refusal.BOOKING_USED,
    BookingState.CANCELLED: Refusal.BOOKING_CANCELLED,
    BookingState.MISSED: Refusal.BOOKING_MISSED,
}


def make(day: ServiceDay, command: c.MakeBooking, facts: Facts) -> None:
    """Keep an appointment for a service of this center."""
    if command.code in day.bookings:
        raise Refuse(Refusal.BOOKING_KNOWN_ALREADY)
    if day.opened_plan.service(command.service) is None:
        raise Refuse(Refusal.SERVICE_UNKNOWN, {"service": command.service})
    facts.add(
        e.BookingMade,
        code=command.code,
        service=command.service,
        slot=command.slot,
        priority=command.priority,
    )


def move(day: ServiceDay, command: c.MoveBooking, facts: Facts) -> None:
    """Let an appointment stand elsewhere; a check-in that came before it stays."""
    booking = _unspent(day, command.code)
    if day.opened_plan.service(command.service) is None:
        raise Refuse(Refusal.SERVICE_UNKNOWN, {"service": command.service})
    if (booking.service, booking.slot) != (command.service, command.slot):
        facts.add(e.BookingMoved, code=command.code, service=command.service, slot=command.slot)


def cancel(day: ServiceDay, command: c.CancelBooking, facts: Facts) -> None:
    """Give an appointment up; a check-in that came before it stays."""
    _unspent(day, command.code)
    facts.add(e.BookingCancelled, code=command.code)


def check_in(day: ServiceDay, command: c.CheckIn, facts: Facts) -> None:
    """Give the number in the same series as walk-ins, ordered by the booked time."""
    if command.ticket in day.tickets:
        return
    booking = _unspent(day, command.code)
    if _local_day(day, booking.slot) != _local_day(day, facts.at):
        raise Refuse(Refusal.BOOKING_WRONG_DAY, {"slot": booking.slot})
    open_service(day, booking.service)
    rules = day.opened_plan.rules
    give_number(
        day,
        facts,
        booking.service,
        ticket=command.ticket,
        channel=Channel.WEB,
        priority=booking.priority,
        dossiers=1,
        language=command.language,
        assisted=False,
        arrived=facts.at,
        key=key_of_booking(rules, booking.priority, booking.slot, facts.at),
        booking=booking.code,
    )


def _unspent(day: ServiceDay, code: str) -> Booking:
    booking = day.bookings.get(code)
    if booking is None:
        raise Refuse(Refusal.BOOKING_UNKNOWN)
    spent = _SPENT.get(booking.state)
    if spent is not None:
        raise Refuse(spent)
    return booking


def is_later(day: ServiceDay, booking: Booking) -> bool:
    """Say whether the appointment's slot is on a later date than this service day's."""
    today = date.fromisoformat(day.opened_plan.date) - date(1970, 1, 1)
    return _local_day(day, booking.slot) > today.days


def _local_day(day: ServiceDay, at: int) -> int:
    return (at + day.opened_plan.offset_minutes * MINUTE) // _DAY
