"""Whose ticket it is that came back: its appointment counts as used again, in the line too."""

import asyncio

import structlog

from layso_queue.center.desk import Desk
from layso_queue.center.storage import Exchange
from layso_queue.center.storage.journal_telling import made_of
from layso_queue.center.sync.arrivals import HUB
from layso_queue.center.writer import Writer
from layso_queue.line import Refused
from layso_queue.line.commands import RestoreBooking
from layso_queue.line.states import Channel, DayState, Priority
from layso_queue.sync import Booking

log = structlog.get_logger()


class Whose:
    """Joins tickets and appointments of the open day, as the exchange's book has them.

    Ticket and appointment come back by different ways: a kiosk says its numbers again and knows of
    no appointment; the hub returns both; an appointment made after the copy comes with the hub's
    own events. Whichever is last, the others find it here.
    """

    def __init__(self, exchange: Exchange, writer: Writer) -> None:
        """Work for this writer."""
        self._exchange = exchange
        self._writer = writer
        self._settled: frozenset[str] = frozenset()

    async def find(self) -> None:
        """Join what belongs together. Costs nothing while no ticket of the web is without one."""
        alone: frozenset[str] = await self._writer.look(_alone)
        self._settled &= alone
        if alone <= self._settled:
            return
        known = await asyncio.to_thread(self._exchange.of_tickets, alone - self._settled)
        # A number taken from home is no appointment and never has one.
        self._settled |= {one.ticket for one in known if one.remote}
        for one in known:
            if not one.remote and one.code:
                await self._join(one)

    async def _join(self, booking: Booking) -> None:
        order = RestoreBooking(
            id=made_of(f"whose {booking.code} {booking.ticket}"),
            actor=HUB,
            code=booking.code,
            ticket=booking.ticket,
            service=booking.service,
            slot=booking.slot,
            priority=Priority(booking.priority),
        )
        said: Refused | None = await self._writer.do(order, lambda *_: None)
        if said is not None:  # she was let in once more before the hub could say so
            log.warning("a ticket stays without its booking", why=said.why.value)
            self._settled |= {booking.ticket}


def _alone(desk: Desk) -> frozenset[str]:
    if desk.day.state is not DayState.OPEN:
        return frozenset()
    web = (one for one in desk.day.tickets.values() if one.channel is Channel.WEB)
    return frozenset(one.id for one in web if one.booking is None)
