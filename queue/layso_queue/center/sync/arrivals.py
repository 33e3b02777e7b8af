"""What came from the hub goes into the open day: bookings, and people who want a number for now."""

import asyncio
from collections.abc import Callable

from layso_queue.center.clock import Clock
from layso_queue.center.opening import Opening
from layso_queue.center.stamps import local_date
from layso_queue.center.storage import Exchange
from layso_queue.center.writer import CenterBusy, Writer
from layso_queue.line import Refusal, Refused
from layso_queue.line.commands import IssueTicket
from layso_queue.line.states import Channel, Priority
from layso_queue.sync import Booking, SyncRefusal, SyncRefused
from layso_queue.sync.at_center.telling import give_remote
from layso_queue.sync.moment import Moment

HUB = "hub"
"""Who answers for a number that was asked for on the web."""

LATER = frozenset({Refusal.DAY_CLOSED})
"""The doors are not open yet, perhaps: a number for today may still be given today."""


class Arrivals:
    """Brings the hub's bookings into the line. Doing it again changes nothing."""

    def __init__(
        self,
        exchange: Exchange,
        opening: Opening,
        writer: Writer,
        clock: Clock,
        new_id: Callable[[], str],
        closes: Callable[[str, int], bool] = lambda _, __: False,
    ) -> None:
        """Work for this center; `closes` says whether staff closed a service at a time (ms)."""
        self._exchange = exchange
        self._opening = opening
        self._writer = writer
        self._clock = clock
        self._new_id = new_id
        self._closes = closes

    async def bring(self) -> None:
        """Bring all that waits; what the center is too busy for is brought next time."""
        try:
            await self._opening.bring_todays()
            for booking in await asyncio.to_thread(self._exchange.remote_waiting):
                await self._give(booking)
        except CenterBusy:
            return

    async def _give(self, booking: Booking) -> None:
        # The booking's id is the ticket's: asked again, the same number is given again. The
        # journal tells the hub of it.
        now = self._clock.now()
        late = local_date(booking.slot) < local_date(now)
        late = late or self._closes(booking.service, now)
        said = Refused(Refusal.DAY_CLOSED)
        if not late:
            command = IssueTicket(
                id=booking.id,
                actor=HUB,
                ticket=booking.id,
                service=booking.service,
                channel=Channel.WEB,
                priority=Priority(booking.priority),
                language=booking.language,
            )
            said = await self._writer.do(command, lambda *_: None)
        if isinstance(said, Refused) and (late or said.why not in LATER):
            await asyncio.to_thread(self._refuse, booking)

    def _refuse(self, booking: Booking) -> None:
        at = Moment(self._clock.now(), self._new_id)
        with self._exchange.begin(at.now, self._new_id()) as side:
            give_remote(side, booking, SyncRefused(SyncRefusal.SERVICE_CLOSED), at)
