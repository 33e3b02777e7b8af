"""Ids that were used on an earlier day: the same again is answered, never done again."""

import asyncio

from layso_queue.center.storage import Archive
from layso_queue.center.writer import Writer


class DoneBefore(Exception):
    """The command was done on an earlier day; `ticket` is what it gave, as last kept (JSON)."""

    def __init__(self, ticket: bytes | None) -> None:
        super().__init__()
        self.ticket = ticket


async def raise_if_done_before(id: str, archive: Archive, writer: Writer) -> None:
    """Raise DoneBefore for the id of a command or a ticket of another day than the open one."""
    row = await asyncio.to_thread(archive.command, id)
    today = await writer.look(lambda desk: desk.date)
    if row is not None and row[0] != today:
        kept = await asyncio.to_thread(archive.ticket, row[1]) if row[1] else None
        raise DoneBefore(kept)
    kept = await asyncio.to_thread(archive.ticket, id)
    if kept is not None and not await writer.look(lambda desk: id in desk.day.tickets):
        raise DoneBefore(kept)
