"""The two loops to the hub: push what happened, pull what is new; each slows down on failure."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog

from layso_queue.center.clock import Clock
from layso_queue.center.storage import Exchange, StoreFailed
from layso_queue.center.sync.client import HubAway, HubClient, HubRefused
from layso_queue.sync.at_center.downlink import Downlink
from layso_queue.sync.at_center.storage import Mode
from layso_queue.sync.at_center.uplink import Uplink
from layso_queue.sync.clocks import Offset
from layso_queue.sync.messages import Feed, Fetch, Pull, Push, Snapshot
from layso_queue.sync.moment import Moment
from layso_queue.sync.status import Status

IDLE_S = 2.0
"""A loop without anything to say looks again after so long, or when it is told."""

FAILURES_OF_A_LINE = 5
"""A line that is there and loses a message is tried again within half a minute, however long it
was cut before."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Standing:
    """How the center stands with its hub, for staff: times in ms since the epoch.

    `away_since` is None while the hub answers; `refused` when it does not know the key; `waiting`
    counts facts it has not; `aside` events that were set aside; `offset_ms` how far the own clock
    is ahead, `clock_wrong` when that is beyond two minutes. `heard` says that the hub has answered
    since the center started.
    """

    mode: Mode = Mode.GOING
    away_since: int | None = None
    refused: bool = False
    waiting: int = 0
    aside: int = 0
    offset_ms: int | None = None
    clock_wrong: bool = False
    heard: bool = False


class HubLink:
    """Holds the center and its hub together, for as long as `run` runs."""

    def __init__(
        self,
        client: HubClient,
        exchange: Exchange,
        clock: Clock,
        new_id: Callable[[], str],
        chance: Callable[[], float],
        came: Callable[[], Awaitable[None]],
        changed: Callable[[], None],
        status: Callable[[], Status | None] = lambda: None,
        beside: Sequence[Callable[[HubClient], Awaitable[None]]] = (),
    ) -> None:
        """`chance` gives 0 to 1; `came` is awaited after the hub's events were taken in, `changed`
        called when `standing` changed; `status` says how the center stands just now; `beside` are
        run for as long as the exchange, with the same client."""
        self.standing = Standing(away_since=clock.now())
        self._client = client
        self._exchange = exchange
        self._clock = clock
        self._new_id = new_id
        self._chance = chance
        self._came = came
        self._changed = changed
        self._status = status
        self._beside = beside
        self._up, self._down = Uplink(), Downlink()
        self._offset = Offset()
        self._told, self._back = asyncio.Event(), asyncio.Event()

    def told(self) -> None:
        """Say that there may be something to push; call it on the loop."""
        self._told.set()

    async def run(self) -> None:
        """Exchange until cancelled."""
        async with self._client, asyncio.TaskGroup() as loops:
            loops.create_task(self._repeat(self._push_once, self._up))
            loops.create_task(self._repeat(self._pull_once, self._down))
            for work in self._beside:
                loops.create_task(_begun(work, self._client))

    async def _repeat(self, once: Callable[[], Awaitable[bool]], way: Uplink | Downlink) -> None:
        while True:
            failed_before = way.backoff.failures > 0
            try:
                busy = await once()
                if failed_before and not way.backoff.failures:
                    self._back.set()
            except (HubAway, HubRefused) as fault:
                way.failed()
                if isinstance(fault, HubAway) and fault.there:
                    way.backoff.failures = min(way.backoff.failures, FAILURES_OF_A_LINE)
                busy = False
                log.info("the hub is out of reach", why=str(fault)[:200])
                self._heard(None, isinstance(fault, HubRefused))
            except StoreFailed as fault:
                way.backoff.failed()
                busy = False
                log.warning("the exchange could not be kept", why=type(fault).__name__)
            except Exception:  # our own fault: said in the log, and no reason never to try again
                way.backoff.failed()
                busy = False
                log.exception("the exchange failed")
            wait = way.backoff.wait(self._chance())
            if wait:
                # The line is back as soon as either way gets through: the other need not wait.
                await self._until(self._back, wait)
            elif not busy:
                await self._until(self._told, IDLE_S)

    async def _until(self, event: asyncio.Event, most_s: float) -> None:
        event.clear()
        try:
            async with asyncio.timeout(most_s):
                await event.wait()
        except TimeoutError:
            return

    async def _push_once(self) -> bool:
        status = self._status()
        at = Moment(self._clock.now(), self._new_id)
        while await asyncio.to_thread(self._exchange.tell_journal, at):
            pass
        request = await asyncio.to_thread(
            self._in_one, lambda side, at: self._up.next(side, at, status)
        )
        if request is None:
            await self._look()
            return False
        asked: Push | Fetch = request
        sent = self._clock.now()
        answer: Any = await self._client.ask(asked)
        self._offset.measure(sent, self._clock.now(), answer.now)
        await asyncio.to_thread(
            self._in_one, lambda side, at: self._up.answered(side, asked, answer, at)
        )
        await self._look()
        self._heard(self._clock.now(), False)
        return isinstance(asked, Fetch) or self.standing.waiting > 0

    async def _pull_once(self) -> bool:
        request = await asyncio.to_thread(self._in_one, lambda side, _: self._down.next(side))
        if request is None:
            return False
        asked: Pull = request
        answer: Any = await self._client.ask(asked)
        await asyncio.to_thread(
            self._in_one, lambda side, at: self._down.answered(side, asked, answer, at)
        )
        self._heard(self._clock.now(), False)
        await self._came()
        self._told.set()
        return isinstance(answer, Snapshot) or (isinstance(answer, Feed) and bool(answer.events))

    def _in_one(self, work: Callable[[Any, Moment], Any]) -> Any:
        at = Moment(self._clock.now(), self._new_id)
        with self._exchange.begin(at.now, self._new_id()) as side:
            return work(side, at)

    async def _look(self) -> None:
        def look(side: Any, _: Moment) -> tuple[Mode, int, int]:
            head = side.outbox.head()
            waiting = (head.seq if head else 0) - side.outbox.acked()
            return side.state.mode, waiting, len(side.inbox.aside())

        mode, waiting, aside = await asyncio.to_thread(self._in_one, look)
        self._show(mode=mode, waiting=waiting, aside=aside)

    def _heard(self, at: int | None, refused: bool) -> None:
        since = self.standing.away_since
        away = (since if since is not None else self._clock.now()) if at is None else None
        heard = self.standing.heard or at is not None
        self._show(away_since=away, refused=refused, heard=heard)

    def _show(self, **known: Any) -> None:
        offset, wrong = self._offset.ms, self._offset.warns
        standing = replace(self.standing, **known, offset_ms=offset, clock_wrong=wrong)
        before, self.standing = self.standing, standing
        if replace(before, offset_ms=None) != replace(standing, offset_ms=None):
            self._changed()


async def _begun(work: Callable[[HubClient], Awaitable[None]], client: HubClient) -> None:
    await work(client)
