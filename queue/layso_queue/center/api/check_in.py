"""Handler: a booking is let in, by its QR, its code or its person's ID card."""

import asyncio
from datetime import date
from typing import Any

from layso_queue.center.api.booking_bodies import CheckInBody, plain_code
from layso_queue.center.api.cards import booking_of_card
from layso_queue.center.api.doing import ticket_after
from layso_queue.center.api.doors import doors_guard
from layso_queue.center.api.from_home import show_from_home
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.slots import of_slot
from layso_queue.center.api.ways import Asked
from layso_queue.center.desk import Desk
from layso_queue.center.stamps import written
from layso_queue.center.sync.passes import is_pass
from layso_queue.line import Refusal, Ticket
from layso_queue.line import commands as c
from layso_queue.line.order import key_of_slot
from layso_queue.sync import SyncRefusal, SyncRefused

_PASS_PROBLEMS = {
    SyncRefusal.TOKEN_UNREADABLE: "BOOKING_PASS_UNREADABLE",
    SyncRefusal.TOKEN_KEY_UNKNOWN: "BOOKING_PASS_UNREADABLE",
    SyncRefusal.TOKEN_FORGED: "BOOKING_PASS_FALSE",
    SyncRefusal.TOKEN_OF_OTHER_CENTER: "BOOKING_OTHER_CENTER",
    SyncRefusal.TOKEN_EXPIRED: Refusal.BOOKING_WRONG_DAY.value,
    SyncRefusal.TOKEN_USED: Refusal.BOOKING_USED.value,
    SyncRefusal.BOOKING_SPENT: Refusal.BOOKING_CANCELLED.value,
    SyncRefusal.BOOKING_MOVED: "BOOKING_MOVED",
    SyncRefusal.BOOKING_UNKNOWN: Refusal.BOOKING_UNKNOWN.value,
}
"""What a person at the kiosk is told of a QR that lets nobody in."""


async def check_in(asked: Asked) -> Reply:
    """Turn a booking into a ticket; the same id again shows the same ticket."""
    body: CheckInBody = asked.body
    if await asked.center.writer.look(lambda desk: body.id in desk.day.tickets):
        # Already let in, and the answer was lost: by now the booking itself counts as used.
        return await _by_code(asked, body, "")
    if body.card is not None:
        booking = await booking_of_card(asked, body)
        if booking.remote:
            return await show_from_home(asked, booking)
        return await _by_code(asked, body, plain_code(booking.code))
    read = body.token or body.code or ""
    if is_pass(read):
        return await _by_pass(asked, body, read)
    code = plain_code(read)
    from_home = await asyncio.to_thread(asked.center.exchange.from_home, code)
    if from_home is not None:
        return await show_from_home(asked, from_home)
    return await _by_code(asked, body, code)


async def _by_pass(asked: Asked, body: CheckInBody, read: str) -> Reply:
    """Let in whom the hub's signature lets in; who took a number from home sees that one."""
    center = asked.center
    booking = await asyncio.to_thread(center.passes.look, read)
    if isinstance(booking, SyncRefused):
        raise _of_pass(booking)
    if booking.remote:
        return await show_from_home(asked, booking)
    await center.arrivals.bring()
    return await _by_code(asked, body, plain_code(booking.code))


def _of_pass(refused: SyncRefused) -> Problem:
    slot = refused.about.get("slot")
    return Problem(_PASS_PROBLEMS[refused.why], of_slot(slot) if isinstance(slot, int) else {})


async def _by_code(asked: Asked, body: CheckInBody, code: str) -> Reply:
    became = await asyncio.to_thread(asked.center.exchange.ticket_of, code)
    if became not in ("", body.id):
        # The line may not know it yet: after a restore the book has it from the hub first.
        raise await _used(asked, became)
    command = c.CheckIn(
        id=body.id, actor=asked.actor, ticket=body.id, code=code, language=body.language
    )

    def service_of(desk: Desk) -> str:
        booking = desk.day.bookings.get(code)
        return booking.service if booking is not None else ""

    guard = doors_guard(asked, service_of)
    try:
        return await ticket_after(
            asked, body.id, command, body.id, guard, created=201, more=appointment
        )
    except Problem as problem:
        if problem.code == Refusal.BOOKING_UNKNOWN.value:
            booking = await asyncio.to_thread(asked.center.archive.booking, code)
            if booking is not None:
                wrong = Refusal.BOOKING_WRONG_DAY.value
                raise Problem(wrong, of_slot(booking.slot)) from problem
        raise


async def _used(asked: Asked, ticket: str) -> Problem:
    """Return what an appointment is whose number was taken: used, or of a day that is over."""
    center = asked.center
    day = await asyncio.to_thread(center.archive.day_of, ticket)
    if day is None or day == await center.writer.look(lambda desk: desk.date):
        return Problem(Refusal.BOOKING_USED.value)
    about = {"day": f"{date.fromisoformat(day):%d/%m/%Y}"}
    return Problem(Refusal.BOOKING_WRONG_DAY.value, about)


def appointment(desk: Desk, ticket: Ticket) -> dict[str, Any]:
    """Say when the person was due, and whether she came early, late or in time."""
    booking = desk.day.bookings.get(ticket.booking or "")
    if booking is None:
        return {}
    in_time = key_of_slot(desk.day.opened_plan.rules, booking.slot, ticket.arrived) is not None
    came = "in_time" if in_time else "early" if ticket.arrived < booking.slot else "late"
    return {"appointment": {"slot": written(booking.slot), "came": came}}
