"""The loops to the hub, over HTTP: what is told arrives, a hub that is away is waited for."""

import asyncio
import random
from collections.abc import AsyncIterator

import pytest

from layso_queue.center.sync import HubAway, HubClient, HubLink, HubRefused
from layso_queue.line.states import BookingState
from layso_queue.sync import Booking
from layso_queue.sync.at_center import telling
from layso_queue.sync.at_hub import selling
from layso_queue.sync.messages import Pull, Sender
from layso_queue.sync.moment import Moment
from layso_queue.sync.rules import ALL
from layso_queue.sync.trial.province import Province
from layso_queue.sync.trial.world import BEGIN, HOUR, World
from layso_queue.sync.wire import read_request, write

pytestmark = pytest.mark.anyio
SLOT = BEGIN + 9 * HOUR


class HubServer:
    """The trial's hub behind a socket."""

    def __init__(self) -> None:
        self.world = World(1)
        self.hub = Province(self.world, ALL, ["26041"])
        self.away = False
        self.heard: list[str] = []
        self.port = 0

    async def __aenter__(self) -> "HubServer":
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self.server.close()
        await self.server.wait_closed()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = int(head.lower().split("content-length: ")[1].split("\r\n")[0])
            body = await reader.readexactly(length)
            self.heard.append(head.split(" ")[1])
            status, answer = self.answer(head, body)
            line = (
                f"HTTP/1.1 {status} X\r\nContent-Length: {len(answer)}\r\nConnection: close\r\n\r\n"
            )
            writer.write(line.encode() + answer)
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return  # the center was stopped amid it
        finally:
            writer.close()

    def answer(self, head: str, body: bytes) -> tuple[int, bytes]:
        if "Authorization: Bearer right" not in head and "authorization: Bearer right" not in head:
            return 401, b"{}"
        if self.away:
            return 503, b"{}"
        answer = self.hub.serve(read_request(body))
        return 200, write(answer)


class StillClock:
    def now(self) -> int:
        return BEGIN

    def settle(self) -> None:
        return None


@pytest.fixture
async def hub() -> AsyncIterator[HubServer]:
    async with HubServer() as server:
        yield server


@pytest.fixture
async def link(hub, exchange) -> AsyncIterator[HubLink]:
    chance = random.Random(1)
    link = HubLink(
        HubClient(f"http://127.0.0.1:{hub.port}", "right"),
        exchange,
        StillClock(),
        hub.world.new_id,
        lambda: 0.0,
        lambda: asyncio.sleep(0),
        lambda: chance.random(),
    )
    task = asyncio.create_task(link.run())
    yield link
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def until(condition) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


def lease(hub, exchange, n) -> None:
    with exchange.begin(BEGIN, "first-life") as side:
        at = Moment(BEGIN, hub.world.new_id)
        telling.set_quota(side, "A", SLOT, False, n, at)


async def test_a_lease_goes_up_and_a_booking_comes_down(hub, exchange, link) -> None:
    lease(hub, exchange, 2)
    link.told()
    part = hub.hub.part("26041")
    await until(lambda: part.leases())
    at = hub.hub.moment()
    assert selling.hold(part, "A", SLOT, False, at) is None
    booking = Booking(id=hub.world.new_id(), code="c", service="A", slot=SLOT)
    selling.book(part, booking, at)

    def arrived() -> bool:
        with exchange.begin(BEGIN, "x") as side:
            return side.booking(booking.id) is not None

    await until(arrived)
    with exchange.begin(BEGIN, "x") as side:
        assert side.booking(booking.id).state is BookingState.BOOKED
    await until(lambda: link.standing.away_since is None)


async def test_a_hub_that_is_away_is_said_and_waited_for(hub, exchange, link) -> None:
    await until(lambda: link.standing.away_since is None)
    hub.away = True
    lease(hub, exchange, 1)
    link.told()
    await until(lambda: link.standing.away_since == BEGIN)
    assert not link.standing.refused
    hub.away = False
    await until(lambda: hub.hub.part("26041").leases())
    await until(lambda: link.standing.away_since is None and link.standing.waiting == 0)


async def test_a_key_that_the_hub_does_not_know_is_told_apart(hub) -> None:
    request = Pull(sender=Sender(center="26041", incarnation="a"), after=None)
    async with HubClient(f"http://127.0.0.1:{hub.port}", "wrong") as client:
        with pytest.raises(HubRefused):
            await client.ask(request)
    assert hub.heard == ["/v1/sync/pull"]


async def test_nobody_there_and_nonsense_are_both_away(hub) -> None:
    request = Pull(sender=Sender(center="26041", incarnation="a"), after=None)
    async with HubClient("http://127.0.0.1:1", "right") as client:
        with pytest.raises(HubAway):
            await client.ask(request)
    hub.answer = lambda head, body: (200, b"<html>")
    async with HubClient(f"http://127.0.0.1:{hub.port}", "right") as client:
        with pytest.raises(HubAway):
            await client.ask(request)
    hub.answer = lambda head, body: (302, b"")
    async with HubClient(f"http://127.0.0.1:{hub.port}", "right") as client:
        with pytest.raises(HubAway, match="302"):
            await client.ask(request)
