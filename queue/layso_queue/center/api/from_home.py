"""Who took a number from home stands in the hall: she gets that number, however she shows it."""

import asyncio

import orjson

from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.slots import of_slot
from layso_queue.center.api.ways import Asked
from layso_queue.center.desk import Desk
from layso_queue.center.stamps import local_date
from layso_queue.line import Refusal
from layso_queue.line.states import BookingState, TicketState
from layso_queue.sync import Booking


async def show_from_home(asked: Asked, booking: Booking) -> Reply:
    """Answer with the ticket of a number from home while it waits, as often as it is asked for.

    Nothing is done by it: her ticket is in the line since the number was given, and no second one
    is made. Raises Problem: NUMBER_CALLED and the like, with the number and where, for a ticket
    that waits no more; NUMBER_NOT_YET, NUMBER_NOT_GIVEN; BOOKING_WRONG_DAY.
    """
    center = asked.center
    await center.arrivals.bring()
    shower, follow = center.shower, center.web.following.lead

    def look(desk: Desk) -> Reply | Problem | None:
        ticket = desk.day.tickets.get(booking.id)
        if ticket is None:
            return None
        if ticket.state is TicketState.WAITING:
            return Reply(200, orjson.dumps(follow(shower.ticket(desk, ticket))))
        about = {"number": ticket.number, "counter": ticket.counter}
        return Problem(f"NUMBER_{ticket.state.value.upper()}", about)

    found: Reply | Problem | None = await center.writer.look(look)
    if found is None:
        found = await _without_ticket(asked, booking)
    if isinstance(found, Problem):
        raise found
    return found


async def _without_ticket(asked: Asked, booking: Booking) -> Problem:
    center = asked.center
    if local_date(booking.slot) != local_date(center.clock.now()):
        return Problem(Refusal.BOOKING_WRONG_DAY.value, of_slot(booking.slot))
    kept = await asyncio.to_thread(center.exchange.from_home, booking.code)
    waits = kept is not None and kept.state is BookingState.BOOKED
    return Problem("NUMBER_NOT_YET" if waits else "NUMBER_NOT_GIVEN")
