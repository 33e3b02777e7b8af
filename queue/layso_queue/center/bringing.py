"""Bookings into the open day, and after their moves: the line knows each at its newest slot."""

import asyncio
from collections.abc import Callable

import structlog

from layso_queue.center.board import CLOCK
from layso_queue.center.desk import Desk
from layso_queue.center.storage import Archive, Booking
from layso_queue.center.writer import Writer
from layso_queue.line import Refused
from layso_queue.line.commands import CancelBooking, Command, MakeBooking, MoveBooking
from layso_queue.line.states import BookingState, Priority

Stands = dict[str, tuple[str, int] | None]
"""By code: service and slot at which the line has a booking, None for one that is spent."""

log = structlog.get_logger()


class Bringing:
    """Brings what is kept of bookings into the line. Doing it again changes nothing."""

    def __init__(self, writer: Writer, archive: Archive, new_id: Callable[[], str]) -> None:
        """Work for this writer; `new_id` makes UUIDv7 strings."""
        self._writer = writer
        self._archive = archive
        self._new_id = new_id

    async def bring(self, date: str) -> None:
        """Bring the bookings kept for `date` into the open day; those already there follow.

        One that was moved stands at its new slot in the line too, and one that was moved away is
        of the wrong day there; who has checked in already keeps her number.
        """
        kept = await asyncio.to_thread(self._archive.bookings, date)
        stands: Stands = await self._writer.look(_stands)
        ours = {booking.code for booking in kept}
        for code in [code for code, where in stands.items() if where and code not in ours]:
            away = await asyncio.to_thread(self._archive.booking, code)
            kept += [away] if away is not None else []
        for booking in kept:
            if booking.code not in stands or stands[booking.code] is not None:
                await self._bring(booking, stands.get(booking.code))

    async def _bring(self, booking: Booking, stands: tuple[str, int] | None) -> None:
        # A new id each time: one that was moved is made on several days, and may move often.
        if stands is None:
            made = MakeBooking(
                id=self._new_id(),
                actor=CLOCK,
                code=booking.code,
                service=booking.service,
                slot=booking.slot,
                priority=Priority(booking.priority),
            )
            await do_and_say(self._writer, made)
        elif stands != (booking.service, booking.slot):
            moved = MoveBooking(
                id=self._new_id(),
                actor=CLOCK,
                code=booking.code,
                service=booking.service,
                slot=booking.slot,
            )
            await do_and_say(self._writer, moved)
        if booking.cancelled_at is not None:
            gone = CancelBooking(id=self._new_id(), actor=CLOCK, code=booking.code)
            await do_and_say(self._writer, gone)


async def do_and_say(writer: Writer, command: Command) -> bool | Refused:
    """Have the clock's own order done, and say in the log what became of it."""
    done: bool | Refused = await writer.do(command, lambda _, new: new)
    name = type(command).__name__
    if isinstance(done, Refused):
        log.warning("refused", command=name, why=done.why.value)
    elif done:
        log.info("done", command=name, actor=command.actor)
    return done


def _stands(desk: Desk) -> Stands:
    return {
        one.code: (one.service, one.slot) if one.state is BookingState.BOOKED else None
        for one in desk.day.bookings.values()
    }
