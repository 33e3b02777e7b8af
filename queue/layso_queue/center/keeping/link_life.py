"""What a restore means for the exchange with the hub: numbers leap, and lost tickets come back."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog

from layso_queue.center.clock import Clock
from layso_queue.center.keeping.slips import GONE, Slip, bring_back, end
from layso_queue.center.keeping.whose import Whose
from layso_queue.center.storage import Exchange
from layso_queue.center.sync.arrivals import HUB
from layso_queue.center.sync.link import HubLink
from layso_queue.center.writer import Writer
from layso_queue.line import Refused
from layso_queue.line.states import DayState
from layso_queue.sync import Event, Kind, SyncRefusal, SyncRefused
from layso_queue.sync.at_center.lives import floor_of_numbers
from layso_queue.sync.moment import Moment
from layso_queue.sync.storage import SetAside

OURS = frozenset({Kind.TICKET_ISSUED, Kind.TICKET_MOVED})
"""What the hub returns and only the line can do anew."""

log = structlog.get_logger()


class _Leaps(Exception):
    """Rolls back what was only asked."""


@dataclass(slots=True)
class _Lost:
    """All that was set aside of one ticket, in order."""

    facts: list[SetAside] = field(default_factory=list)
    issued: Event | None = None
    state: str = ""


class LinkLife:
    """Does in the line what the exchange cannot, which keeps to its own transactions."""

    def __init__(
        self,
        exchange: Exchange,
        hub: HubLink | None,
        writer: Writer,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        """`hub` None: a center on its own."""
        self._exchange = exchange
        self._hub = hub
        self._writer = writer
        self._clock = clock
        self._new_id = new_id
        self._whose = Whose(exchange, writer)

    async def must_leap(self) -> bool:
        """Say whether this life has not left numbers out yet, and there is a day to do it on."""
        if self._hub is None or not await asyncio.to_thread(self._still_to_leap):
            return False
        return bool(await self._writer.look(lambda desk: desk.day.state is DayState.OPEN))

    async def leapt(self) -> None:
        """Note that it has; called after the line has left numbers out."""
        await asyncio.to_thread(self._note)

    async def bring_back(self) -> None:
        """Give tickets that the hub returned their numbers again; what clashes stays set aside.

        Those that were appointments get these back too, now or when the hub has told of them.
        """
        if self._hub is None:
            return
        lost = await asyncio.to_thread(self._lost) if self._hub.standing.aside else {}
        for ticket, one in lost.items():
            refused = await self._again(ticket, one)
            await asyncio.to_thread(self._settle, one.facts, refused)
        await self._whose.find()

    async def _again(self, ticket: str, lost: _Lost) -> Refused | None:
        date = await self._writer.look(lambda desk: desk.date)
        if lost.issued is not None and lost.issued.payload["day"] == date:
            given = await bring_back(self._writer, _slip(ticket, lost), HUB, known_too=True)
            return given if isinstance(given, Refused) else None
        if lost.issued is None and lost.state in GONE:
            await end(self._writer, ticket, HUB)
        return None  # of a day that is over, or still in the line: nothing to do

    def _lost(self) -> dict[str, _Lost]:
        found: dict[str, _Lost] = {}
        with self._exchange.begin(self._clock.now(), self._new_id()) as side:
            for one in side.inbox.aside():
                event = one.entry.event
                if event.kind not in OURS or one.refused.why is not SyncRefusal.NEEDS_STAFF:
                    continue
                lost = found.setdefault(event.entity, _Lost())
                lost.facts.append(one)
                if event.kind == Kind.TICKET_ISSUED:
                    lost.issued = event
                else:
                    lost.state = str(event.payload["state"])
        return found

    def _settle(self, facts: list[SetAside], refused: Refused | None) -> None:
        now = self._clock.now()
        with self._exchange.begin(now, self._new_id()) as side:
            for one in facts:
                if refused is None:
                    side.inbox.taken_up(one.entry.event.id)
                else:
                    about = dict(refused.about)
                    why = SyncRefused(SyncRefusal.NUMBER_TAKEN, about)
                    side.inbox.set_aside(SetAside(one.entry, why), now)

    def _still_to_leap(self) -> bool:
        # Asked, and not noted: it is noted once the line has left the numbers out.
        at = Moment(self._clock.now(), self._new_id)
        try:
            with self._exchange.begin(at.now, self._new_id()) as side:
                if floor_of_numbers(side, 0, at) > 0:
                    raise _Leaps
        except _Leaps:
            return True
        return False

    def _note(self) -> None:
        at = Moment(self._clock.now(), self._new_id)
        with self._exchange.begin(at.now, self._new_id()) as side:
            floor_of_numbers(side, 0, at)


def _slip(ticket: str, lost: _Lost) -> Slip:
    assert lost.issued is not None
    what = lost.issued.payload
    return Slip(
        ticket,
        str(what["number"]),
        str(what["service"]),
        lost.issued.occurred_at,
        int(what["key"]),
        channel=str(what["channel"]),
        language=str(what["language"]),
        gone=lost.state in GONE,
    )
