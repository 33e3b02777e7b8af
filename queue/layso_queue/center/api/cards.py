"""Which booking an ID card stands for today; and the key under which kiosks hash cards."""

import asyncio
from datetime import datetime, time

from layso_queue.center.api.booking_bodies import CheckInBody
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.desk import Desk
from layso_queue.center.stamps import VIETNAM, in_ms, local, local_date, written
from layso_queue.line import Refusal
from layso_queue.line.states import BookingState, TicketState
from layso_queue.sync import Booking

_SPENT = {
    BookingState.CHECKED_IN: Refusal.BOOKING_USED,
    BookingState.CANCELLED: Refusal.BOOKING_CANCELLED,
    BookingState.MISSED: Refusal.BOOKING_MISSED,
}


async def key_of_cards(asked: Asked) -> Reply:
    """Give a kiosk the key, so that a card's number never leaves it; null while there is none."""
    key = asked.center.web.card_key.key
    return in_json(200, {"key": key.hex() or None})


async def booking_of_card(asked: Asked, body: CheckInBody) -> Booking:
    """Return the one booking that may have its number now, or a number taken from home.

    Raises Problem: BOOKING_CHOOSE with the `bookings` to choose from, CARD_WITHOUT_BOOKING, or
    why the one that there is lets nobody in.
    """
    center = asked.center
    await center.arrivals.bring()
    today = local_date(center.clock.now())
    midnight = in_ms(datetime.combine(today, time(), VIETNAM))
    known = await asyncio.to_thread(center.exchange.of_card, body.card or "", midnight)
    todays = [one for one in known if local_date(one.slot) == today]
    states, waiting = await center.writer.look(_known)
    # The line knows of a check-in before it has been told to the exchange.
    still = [
        one
        for one in todays
        if not one.remote and states.get(one.code, one.state) is BookingState.BOOKED
    ]
    if body.booking is not None:
        still = [one for one in still if one.id == body.booking]
    if len(still) > 1:
        raise Problem("BOOKING_CHOOSE", {"bookings": [_shown(one) for one in still]})
    # A number taken from home is a ticket whose id is the booking's: the one that waits is meant.
    from_home = [one for one in todays if one.remote]
    from_home.sort(key=lambda one: one.id not in waiting)
    if still or from_home:
        return (still + from_home)[0]
    if todays:
        last = todays[-1]
        raise Problem(_SPENT.get(states.get(last.code, last.state), Refusal.BOOKING_UNKNOWN).value)
    later = [one for one in known if one.state is BookingState.BOOKED]
    if later:
        day = f"{local_date(later[0].slot):%d/%m/%Y}"
        about = {"slot": written(later[0].slot), "day": day}
        raise Problem(Refusal.BOOKING_WRONG_DAY.value, about)
    raise Problem("CARD_WITHOUT_BOOKING")


def _known(desk: Desk) -> tuple[dict[str, BookingState], frozenset[str]]:
    states = {one.code: one.state for one in desk.day.bookings.values()}
    waiting = (id for id, one in desk.day.tickets.items() if one.state is TicketState.WAITING)
    return states, frozenset(waiting)


def _shown(booking: Booking) -> dict[str, str]:
    at = f"{local(booking.slot):%H:%M}"
    return {"id": booking.id, "service": booking.service, "slot": written(booking.slot), "at": at}
