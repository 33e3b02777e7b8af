"""Carries phone numbers to the hub, which tells people of their turn; erases them here at once."""

import asyncio

import structlog

from layso_queue.center.desk import Desk
from layso_queue.center.storage import StoreFailed
from layso_queue.center.storage.phones import FollowingPhone, PhoneBook
from layso_queue.center.sync.client import MOST_PHONES, HubAway, HubClient, HubRefused
from layso_queue.center.writer import CenterBusy, Writer
from layso_queue.line.states import LIVE

AGAIN_S = 5.0
AWAY_S = 15.0
"""So often is looked whether tickets have ended, and so long is waited for a hub that is away."""

log = structlog.get_logger()


class Phones:
    """A number is kept until the hub has it, its ticket ends or its day is over."""

    def __init__(self, book: PhoneBook, writer: Writer) -> None:
        """`writer` knows which tickets have not ended."""
        self._book = book
        self._writer = writer
        self._told = asyncio.Event()

    async def note(self, ticket: str, phone: str, language: str) -> None:
        """Keep the number of a ticket that was just given; a fault here never takes the ticket."""
        try:
            await asyncio.to_thread(self._book.keep, FollowingPhone(ticket, phone, language))
        except StoreFailed as error:
            log.warning("a phone number could not be kept", why=type(error).__name__)
        self._told.set()

    async def run(self, client: HubClient) -> None:
        """Tell and erase until cancelled."""
        while True:
            wait = AGAIN_S
            try:
                self._told.clear()
                await self.once(client)
            except (HubAway, HubRefused):
                wait = AWAY_S
            except (StoreFailed, CenterBusy) as error:
                log.warning("phone numbers wait", why=type(error).__name__)
            except Exception:  # our own fault: said in the log, and no reason never to try again
                log.exception("phone numbers wait")
            try:
                async with asyncio.timeout(wait):
                    await (self._told.wait() if wait == AGAIN_S else asyncio.sleep(wait))
            except TimeoutError:
                continue

    async def once(self, client: HubClient) -> None:
        """Erase what is over, and tell the rest. Raises HubAway, HubRefused."""
        await self.tidy()
        waiting = (await asyncio.to_thread(self._book.all))[:MOST_PHONES]
        if waiting:
            await client.tell_phones(waiting)
            await asyncio.to_thread(self._book.erase, {one.ticket for one in waiting})

    async def tidy(self) -> None:
        """Erase the numbers of tickets that have ended, and of days that are over."""
        known = await asyncio.to_thread(self._book.all)
        if known:
            living = await self._writer.look(_living)
            over = {one.ticket for one in known} - living
            await asyncio.to_thread(self._book.erase, over)


def _living(desk: Desk) -> frozenset[str]:
    return frozenset(id for id, one in desk.day.tickets.items() if one.state in LIVE)
