"""Looks behind both sides of a line: is all told, and do they say the same?"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import text

from layso_queue.center.center import Center
from layso_queue.center.storage.engine import open_reader
from layso_queue.hub.hub import Hub

PATIENCE_S = 600.0


class Watch:
    """Looks behind both sides, past the line."""

    def __init__(self, center: Center, file: Path, hub: Hub) -> None:
        """Watch this center, whose database is `file`, and this hub."""
        self.bookings: list[str] = []
        self.away = 0
        self._center, self._hub = center, hub
        self._reader = open_reader(file)

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()

    async def until_leased(self) -> None:
        """Wait until the center has offered something."""
        await self._until(lambda: self._ends()[0] > 0)

    async def until_all(self) -> None:
        """Wait until either side has all of the other."""
        await self._until(self._all_told)

    async def differences(self) -> list[str]:
        """Return what hub and center say differently of tickets and bookings."""
        own = "SELECT id, json_extract(CAST(document AS TEXT), '$.number'), state FROM tickets"
        here = self._of_center(own)
        there = self._of_hub("SELECT id, number, state FROM tickets")
        booked = self._of_hub("SELECT id, state, number FROM bookings")
        kept = self._of_center("SELECT id, state, number FROM web_bookings")
        found = [f"{here.get(id)} / {there.get(id)}" for id in here.keys() | there.keys()
                 if here.get(id) != there.get(id)]  # fmt: skip
        found += [f"{kept.get(id)} / {booked.get(id)}" for id in self.bookings
                  if kept.get(id) != booked.get(id) or booked[id][1] != "checked_in"]  # fmt: skip
        numbers = [row[1] for row in here.values()]
        found += ["a number twice"] if len(set(numbers)) < len(numbers) else []
        return found

    async def _until(self, met: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not await asyncio.to_thread(met):
                self.away += self._is_away()
                await asyncio.sleep(0.02)

    def _is_away(self) -> bool:
        return self._center.hub is not None and self._center.hub.standing.away_since is not None

    def _all_told(self) -> bool:
        out, acked, into, untold = self._ends()
        query = "SELECT way, seq FROM streams"
        there = {row[0]: row[1] for row in self._of_hub(query).values()}
        arrived = self._of_center("SELECT id, state FROM web_bookings")
        given = all(arrived.get(id, ("", ""))[1] == "checked_in" for id in self.bookings)
        return untold == 0 and given and out == acked == there.get("in") and into == there["out"]

    def _ends(self) -> tuple[int, int, int, int]:
        heads = self._of_center("SELECT way, seq, acked FROM sync_heads")
        last = next(iter(self._of_center("SELECT max(seq) FROM journal")))
        out = heads.get("out", ("", 0, 0))
        journal = heads.get("journal", ("", 0, 0))[1]
        return out[1], out[2], heads.get("in", ("", -1, 0))[1], (last or 0) - journal

    def _of_center(self, query: str) -> dict[Any, Any]:
        with self._reader.connect() as connection:
            return {row[0]: tuple(row) for row in connection.execute(text(query))}

    def _of_hub(self, query: str) -> dict[Any, Any]:
        rows = self._hub.database.read(lambda c: c.execute(text(query)).all())
        return {row[0]: tuple(row) for row in rows}
