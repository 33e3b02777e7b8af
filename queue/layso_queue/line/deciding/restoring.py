"""Decide what comes back after a restore, and from which number the series go on."""

import re

from layso_queue.line import commands as c
from layso_queue.line import events as e
from layso_queue.line.day import ServiceDay
from layso_queue.line.deciding.facts import Facts
from layso_queue.line.deciding.finding import still_open
from layso_queue.line.numbers import ordinary, parse_emergency
from layso_queue.line.refusals import Refusal, Refuse
from layso_queue.line.states import BookingState, Channel

_ORDINARY = re.compile(r"([A-Y])([0-9]{3,4})")


def restore(day: ServiceDay, command: c.RestoreTicket, facts: Facts) -> None:
    """Put a lost ticket back where it stood; its number and its key are as they were."""
    still_open(day)
    known = day.tickets.get(command.ticket)
    if known is not None and known.number == command.number:
        return
    if known is not None or command.number in day.by_number:
        raise Refuse(Refusal.NUMBER_TAKEN, {"number": command.number})
    if day.opened_plan.service(command.service) is None:
        raise Refuse(Refusal.SERVICE_UNKNOWN, {"service": command.service})
    series, n = _read(day, command.number)
    booking = day.bookings.get(command.booking or "")
    unspent = booking is not None and booking.state is BookingState.BOOKED
    facts.add(
        e.TicketIssued,
        ticket=command.ticket,
        number=command.number,
        series=series,
        n=n,
        service=command.service,
        channel=Channel.EMERGENCY if parse_emergency(command.number) else command.channel,
        priority=command.priority,
        dossiers=command.dossiers,
        language=command.language,
        assisted=command.assisted,
        arrived=min(command.arrived, facts.at),
        key=command.key,
        booking=command.booking if unspent else None,
    )


def restore_booking(day: ServiceDay, command: c.RestoreBooking, facts: Facts) -> None:
    """Let the appointment be used by the ticket that it once became; a check-in beats all else."""
    still_open(day)
    ticket = day.tickets.get(command.ticket)
    if ticket is None:
        raise Refuse(Refusal.TICKET_UNKNOWN)
    booking = day.bookings.get(command.code)
    if booking is not None and booking.ticket is not None:
        if booking.ticket == ticket.id:
            return
        raise Refuse(Refusal.BOOKING_USED)  # she was let in anew before it was known
    if ticket.booking is not None:
        raise Refuse(Refusal.TICKET_KNOWN_OTHERWISE)
    if booking is None and day.opened_plan.service(command.service) is None:
        raise Refuse(Refusal.SERVICE_UNKNOWN, {"service": command.service})
    facts.add(
        e.BookingRestored,
        code=command.code,
        ticket=ticket.id,
        service=command.service,
        slot=command.slot,
        priority=command.priority,
    )


def _read(day: ServiceDay, number: str) -> tuple[str, int]:
    emergency = parse_emergency(number)
    if emergency is not None:
        return emergency
    found = _ORDINARY.fullmatch(number)
    known = {service.series for service in day.opened_plan.services}
    if found is None or found[1] not in known or ordinary(found[1], int(found[2])) != number:
        raise Refuse(Refusal.NUMBER_UNKNOWN, {"number": number})
    return found[1], int(found[2])


def set_floor(day: ServiceDay, command: c.SetNumberFloor, facts: Facts) -> None:
    """Say of each series after which number it goes on; half of what is left at the most."""
    still_open(day)
    limit = day.opened_plan.rules.series_limit
    for service in day.opened_plan.services:
        last = day.issued[service.series]
        floor = last + min(max(command.by, 0), max(limit - last, 0) // 2)
        if floor != max(day.floors.get(service.series, 0), last):
            facts.add(e.NumberFloorSet, series=service.series, floor=floor)
