"""One center: the real one, put together as always, but for threads; in virtual time."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any, cast
from unittest.mock import patch

from sqlalchemy import text

from bench.reliability.partition.chaos import Line
from bench.reliability.partition.writer import WriterInLine
from layso_queue.center.center import Center
from layso_queue.center.desk import replay
from layso_queue.center.folder import Folder
from layso_queue.center.settings import Settings, hours_of
from layso_queue.center.storage import Store
from layso_queue.center.storage.engine import open_reader
from layso_queue.center.sync import HubClient
from layso_queue.center.sync.places import Place, lease
from layso_queue.sync import Event, Kind
from layso_queue.sync.at_center.telling import places_of_web
from layso_queue.sync.moment import Moment
from layso_queue.sync.outbox import tell

CAPACITY = 4
"""Places of a half hour, web and center together."""

WEB = 2
"""Of these the web gets so many by rule."""

HEADS = "SELECT way, seq, acked FROM sync_heads"
SERVICE = "A"


def settings_of(model: Settings, code: str, key: str, days: int) -> Settings:
    """Return the demo center's settings with few services, for another commune.

    `key` is its key at the hub, `days` how far ahead it leases places.
    """
    services = tuple(one for one in model.services if one.code in "AHL")
    codes = tuple(one.code for one in services)
    counters = tuple(
        one.model_copy(update={"services": codes}) for one in model.counters if one.number <= 3
    )
    web = model.web.model_copy(
        update={"days": days, "places": {SERVICE: WEB}, "remote_numbers": {SERVICE: 5}}
    )
    center = model.center.model_copy(update={"code": code})
    hub = model.hub.model_copy(update={"url": "http://127.0.0.1:1", "key": key})
    more = {"center": center, "services": services, "counters": counters, "web": web, "hub": hub}
    return model.model_copy(update=more)


class Town:
    """A center at work, in a folder of its own."""

    def __init__(
        self, folder: Folder, settings: Settings, clock: Any, line: Line, chance: random.Random
    ) -> None:
        """Open it in `folder`, whose database has the newest schema."""
        self.code, self.line, self.chance, self.clock = settings.center.code, line, chance, clock
        self.file = folder.database
        self.hours = hours_of(settings)
        self.days_ahead = settings.web.days
        self.new_id = ids_of(clock, chance)
        with (
            patch("layso_queue.center.center.Writer", WriterInLine),
            patch("layso_queue.center.sync.opening.HubClient", partial(_Client, transport=line)),
        ):
            store = Store(self.file)
            self.center = Center(
                folder, settings, self.hours, clock, store, replay(store), chance.randbytes
            )
        self.exchange, self.passes = self.center.exchange, self.center.passes
        self._reader = open_reader(self.file)
        self._task: asyncio.Task[None] | None = None
        self.local: Counter[int] = Counter()
        self.closures: dict[str, bool] = {}

    @property
    def writer(self) -> WriterInLine:
        """The writer, which works in line here."""
        return cast(WriterInLine, self.center.writer)

    def start(self) -> None:
        """Let the link try, or try again: what it knows of its waits it still knows."""
        self.writer.start()
        if self.center.hub is None:
            raise RuntimeError("the settings name no hub")
        self._task = asyncio.create_task(self.center.hub.run())

    async def stop(self) -> None:
        """Let the link rest."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def close(self) -> None:
        """Stop, and let go of the files."""
        await self.stop()
        await self.line.close_late()
        self._reader.dispose()
        await self.center.waits.close()
        self.center.archive.close()
        self.center.exchange.close()
        self.center.register.close()
        self.writer.close()

    async def open_doors(self) -> None:
        """Do what the clock does: open or close the day, tell what is offered."""
        await self.center.opening.once()
        await self.tell_offer()
        self.told()

    async def tell_offer(self) -> None:
        """Tell what is offered and how the center stands, as the offer's own loop does."""
        while self.center.offer.offer():
            pass
        await self.center.offer.look()

    def ends(self) -> dict[str, int]:
        """Return how far each stream goes here, what is acknowledged, and what is yet untold."""
        with self._reader.connect() as connection:
            rows = {row.way: row for row in connection.execute(text(HEADS))}
            last = connection.execute(text("SELECT max(seq) FROM journal")).scalar() or 0
        out, journal = rows.get("out"), rows.get("journal")
        return {
            "out": out.seq if out else 0,
            "acked": out.acked if out else 0,
            "in": rows["in"].seq if "in" in rows else -1,
            "untold": last - (journal.seq if journal else 0),
        }

    def told(self) -> None:
        """Say that there is something to tell."""
        if self.center.hub is not None:
            self.center.hub.told()

    def change_capacity(self, slot: int) -> None:
        """Lease more places of a half hour to the web, or ask for some back."""
        with self.exchange.begin(self.clock.now(), self.new_id()) as side:
            at = Moment(self.clock.now(), self.new_id)
            place = Place(SERVICE, slot, False)
            n = self.chance.randint(0, CAPACITY - self.local[slot])
            side.web.set_by_hand(place.key, n)
            lease(side, {place: n}, at, only=True)

    def book_at_the_desk(self, slot: int) -> None:
        """Book a place at the center, of those that the web cannot have sold."""
        with self.exchange.begin(self.clock.now(), self.new_id()) as side:
            if self.local[slot] + places_of_web(side, SERVICE, slot) < CAPACITY:
                self.local[slot] += 1

    def close_or_open_again(self, slot: int) -> None:
        """Announce that a service is closed for some hours, or lift that."""
        shut = next((id for id, still in self.closures.items() if still), None)
        at = Moment(self.clock.now(), self.new_id)
        id = shut or self.new_id()
        what = {"service": SERVICE, "from": slot, "to": slot + 4 * 3_600_000, "reason": "power cut"}
        kind = Kind.CLOSURE_LIFTED if shut else Kind.CLOSURE_SET
        event: Event = at.event(kind, id, 2 if shut else 1, {} if shut else what)
        with self.exchange.begin(at.now, self.new_id()) as side:
            tell(side.outbox, event, at.now)
        self.closures[id] = shut is None


def ids_of(clock: Any, chance: random.Random) -> Callable[[], str]:
    """Return a maker of UUIDv7s of the clock's time."""

    def new_id() -> str:
        time, more = f"{clock.now():012x}", f"{chance.getrandbits(72):018x}"
        return f"{time[:8]}-{time[8:]}-7{more[:3]}-8{more[3:6]}-{more[6:]}"

    return new_id


class _Client(HubClient):
    """Hangs up with its center only: a link that rests tries again with the same."""

    async def __aexit__(self, *_: object) -> None:
        return
