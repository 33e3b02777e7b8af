"""The line of one center: slow, narrow, lossy; it says things twice and late; it may be cut."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass

import httpx

MOST_LATE_S = 90.0
"""A doubled message comes this late at most."""


@dataclass(slots=True)
class Weather:
    """How a line is: shares of messages, seconds one way, bytes a second, most bytes that pass."""

    loss: float = 0.0
    twice: float = 0.0
    late: float = 0.0
    delay_s: float = 0.05
    rate: float = 1e9
    most: int = 10**9
    cut: bool = False


def weather_of(chance: random.Random) -> Weather:
    """Draw one center's line."""
    return Weather(
        loss=chance.choice((0.0, 0.02, 0.05)),
        twice=chance.choice((0.0, 0.05, 0.1)),
        late=chance.choice((0.0, 0.05, 0.1)),
        delay_s=chance.choice((0.03, 0.15, 0.3, 0.6)),
        rate=chance.choice((8_000.0, 64_000.0, 500_000.0)),
        most=chance.choice((20_000, 200_000, 10**9)),
    )


class Line(httpx.AsyncBaseTransport):
    """Carries a center's requests to the hub's application, and what it says back."""

    def __init__(
        self, hub: httpx.ASGITransport, weather: Weather, chance: random.Random,
        answered: Callable[[], None],
    ) -> None:  # fmt: skip
        """`answered` is called when the hub has answered, heard or not."""
        self.weather = weather
        self.asked = self.lost = self.doubled = self.bytes = 0
        self._hub, self._chance, self._answered = hub, chance, answered
        self._late: set[asyncio.Task[None]] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; it fails as a connection does: refused, reset or never answered."""
        patience = request.extensions["timeout"]
        self.asked += 1
        if self.weather.cut:
            await asyncio.sleep(patience["connect"])
            raise httpx.ConnectTimeout("the line is cut", request=request)
        data = await request.aread()
        try:
            async with asyncio.timeout(patience["read"]):
                return await self._there_and_back(request, data)
        except TimeoutError:
            raise httpx.ReadTimeout("nothing came back", request=request) from None

    async def close_late(self) -> None:
        """Forget what is still on its way."""
        for task in self._late:
            task.cancel()
        await asyncio.gather(*self._late, return_exceptions=True)

    async def _there_and_back(self, request: httpx.Request, data: bytes) -> httpx.Response:
        await self._carry(request, len(data))
        if self._chance.random() < self.weather.twice:
            self.doubled += 1
            late = asyncio.create_task(self._again(request, data))
            self._late.add(late)
            late.add_done_callback(self._late.discard)
        answer, body = await self._ask(request, data)
        await self._carry(request, len(body))
        return httpx.Response(
            answer.status_code, headers=answer.headers, stream=httpx.ByteStream(body)
        )

    async def _again(self, request: httpx.Request, data: bytes) -> None:
        await asyncio.sleep(self._chance.uniform(0.1, MOST_LATE_S))
        await self._ask(request, data)

    async def _ask(self, request: httpx.Request, data: bytes) -> tuple[httpx.Response, bytes]:
        sent = httpx.Request(request.method, request.url, headers=request.headers, content=data)
        answer = await self._hub.handle_async_request(sent)
        body = b"".join([part async for part in answer.aiter_raw()])
        self._answered()
        return answer, body

    async def _carry(self, request: httpx.Request, size: int) -> None:
        weather, chance = self.weather, self._chance
        self.bytes += size
        if weather.cut or size > weather.most:
            self.lost += 1
            await asyncio.Event().wait()
        if chance.random() < weather.loss:
            self.lost += 1
            if chance.random() < 0.5:
                raise httpx.ReadError("reset", request=request)
            await asyncio.Event().wait()
        late = chance.uniform(0, 10) if chance.random() < weather.late else 0.0
        await asyncio.sleep(weather.delay_s * chance.uniform(0.7, 1.5) + size / weather.rate + late)
