"""Handlers: appointments are kept and given up; numbers of a cut-off kiosk are taken over."""

import asyncio
from typing import Any

from layso_queue.center.alerts import HAND_OVER_LATE
from layso_queue.center.api import problems
from layso_queue.center.api.bodies import (
    Act,
    EmergencyNumber,
    HandOverBody,
)
from layso_queue.center.api.booking_bodies import BookingBody, plain_code
from layso_queue.center.api.problems import Problem
from layso_queue.center.api.reply import Reply, in_json
from layso_queue.center.api.ways import Asked
from layso_queue.center.before import DoneBefore
from layso_queue.center.desk import Desk
from layso_queue.center.stamps import in_ms, local_date, written
from layso_queue.center.storage import AlreadyThere, Booking
from layso_queue.line import Refusal, Refused
from layso_queue.line import commands as c
from layso_queue.line.states import DayState


async def book(asked: Asked) -> Reply:
    """Keep an appointment; the same id again answers what was kept."""
    body: BookingBody = asked.body
    center = asked.center
    if body.service not in center.names:
        raise Problem(Refusal.SERVICE_UNKNOWN.value, {"service": body.service})
    slot = in_ms(body.slot)
    day = local_date(slot).isoformat()
    wanted = Booking(
        body.id,
        plain_code(body.code),
        body.service,
        day,
        slot,
        body.priority.value,
        center.clock.now(),
    )
    try:
        kept, new = await asyncio.to_thread(center.archive.add_booking, wanted)
    except AlreadyThere as error:
        raise Problem("BOOKING_CODE_TAKEN", {"booking": body.code}) from error
    await _into_the_day(asked, kept)
    return in_json(201 if new else 200, _shown(kept))


async def today(asked: Asked) -> Reply:
    """Show the appointments of the open day, the earliest first."""

    def look(desk: Desk) -> list[dict[str, Any]]:
        kept = sorted(desk.day.bookings.values(), key=lambda one: (one.slot, one.code))
        return [
            {
                "code": one.code,
                "service": one.service,
                "slot": written(one.slot),
                "priority": one.priority.value,
                "state": one.state.value,
                "number": desk.day.tickets[one.ticket].number if one.ticket else None,
            }
            for one in kept
        ]

    return in_json(200, {"bookings": await asked.center.writer.look(look)})


async def give_up(asked: Asked) -> Reply:
    """Give an appointment up."""
    body: Act = asked.body
    center = asked.center
    code = plain_code(asked.path["code"])
    booking = await asyncio.to_thread(center.archive.booking, code)
    if booking is None:
        raise Problem(Refusal.BOOKING_UNKNOWN.value)
    if await _is_today(asked, booking):
        command = c.CancelBooking(id=f"{booking.id}:cancel", actor=asked.actor, code=code)
        done = await center.writer.do(command, lambda _, new: new)
        if isinstance(done, Refused) and done.why is not Refusal.BOOKING_CANCELLED:
            raise problems.of_refusal(done)
    kept = await asyncio.to_thread(center.archive.cancel_booking, code, center.clock.now())
    return in_json(200, {**_shown(kept or booking), "id": booking.id, "command": body.id})


async def _is_today(asked: Asked, booking: Booking) -> bool:
    found: bool = await asked.center.writer.look(lambda desk: booking.code in desk.day.bookings)
    return found


async def _into_the_day(asked: Asked, booking: Booking) -> None:
    center = asked.center
    today = await center.writer.look(
        lambda desk: desk.date if desk.day.state is DayState.OPEN else None
    )
    if booking.day == today:
        await center.opening.bring_bookings(booking.day)


def _shown(booking: Booking) -> dict[str, Any]:
    return {
        "id": booking.id,
        "code": booking.code,
        "service": booking.service,
        "slot": written(booking.slot),
        "priority": booking.priority,
        "cancelled": booking.cancelled_at is not None,
    }


async def hand_over(asked: Asked) -> Reply:
    """Take over what a kiosk gave while it was cut off. A retry is answered the same."""
    body: HandOverBody = asked.body
    answers = await asyncio.gather(*(_take_over(asked, body.kiosk, one) for one in body.tickets))
    ids = [one.id for one in body.tickets]
    return in_json(
        200,
        {
            "accepted": [
                id for id, one in zip(ids, answers, strict=True) if not isinstance(one, Problem)
            ],
            "tickets": [one for one in answers if isinstance(one, dict)],
            "refused": [
                {"id": id, "code": one.code, "detail": _sentence(asked, one)}
                for id, one in zip(ids, answers, strict=True)
                if isinstance(one, Problem)
            ],
        },
    )


async def _take_over(
    asked: Asked, kiosk: str, one: EmergencyNumber
) -> dict[str, Any] | Problem | None:
    center = asked.center
    if not one.number.startswith(f"{kiosk}-"):
        return Problem(Refusal.BAD_EMERGENCY_NUMBER.value, {"number": one.number})
    issued_at = in_ms(one.issued_at)
    command = c.TakeOverEmergency(
        # Not the ticket's own id: the same ticket may also have been given a usual number.
        id=f"{one.id}:{one.number}",
        actor=asked.actor,
        ticket=one.id,
        number=one.number,
        service=one.service,
        issued_at=issued_at,
        priority=one.priority,
        dossiers=one.dossiers,
        language=one.language,
    )

    def too_late(desk: Desk, _: int) -> Refused | None:
        closed = desk.day.state is not DayState.OPEN
        other_day = local_date(issued_at).isoformat() < desk.date
        known = one.id in desk.day.tickets
        return Refused(Refusal.TOO_LATE) if (closed or other_day) and not known else None

    try:
        done = await center.do(
            one.id,
            command,
            lambda desk, _: center.shower.ticket(desk, desk.day.tickets[one.id]),
            too_late,
        )
    except DoneBefore:
        return None
    if isinstance(done, Refused):
        if done.why is Refusal.TOO_LATE:
            # The day is over and the person gone: the kiosk may forget it, staff should know.
            center.alerts.raise_once(HAND_OVER_LATE, HAND_OVER_LATE, kiosk, one.number)
            return None
        return problems.of_refusal(done)
    shown: dict[str, Any] = done
    return shown


def _sentence(asked: Asked, problem: Problem) -> str:
    texts = asked.center.texts(asked.language)
    return str(problems.document(problem, texts, asked.center.names)["detail"])
