"""A thin line between a center and its hub, as TCP shows one: slow, far away, lossy, torn at times.

A proxy for TCP. All connections share the line's width, each way by itself. A lost segment is sent
again after a while, and all behind it on its connection waits. Some connections are torn amid a
message, as when a phone changes its cell.
"""

import asyncio
import contextlib
import random
from dataclasses import dataclass, field

SEGMENT = 1400
"""Bytes of one packet, without headers."""

HEADERS = 40
"""Bytes that IP and TCP add to each."""


@dataclass
class Thin:
    """How a line is. `speed` makes all of it so many times faster, for tests in a hurry."""

    bits_a_second: float = 64_000
    round_trip_s: float = 0.6
    loss: float = 0.05
    torn_each: float = 400.0
    """Of so many segments one tears its connection; 0 for never."""
    torn_after: int = 0
    """A connection is torn after so many bytes up; 0 for never."""
    speed: float = 1.0

    @property
    def again_s(self) -> float:
        """How long TCP waits before it sends a segment again: about one and a half round trips."""
        return max(0.2, 1.5 * self.round_trip_s) / self.speed


@dataclass
class ThinLine:
    """The proxy. `port` is where to connect; what went through is counted."""

    to_port: int
    thin: Thin
    chance: random.Random
    port: int = 0
    connections: int = 0
    segments: int = 0
    lost: int = 0
    torn: int = 0
    bytes: dict[str, int] = field(default_factory=lambda: {"up": 0, "down": 0})

    async def __aenter__(self) -> "ThinLine":
        self._free = {"up": 0.0, "down": 0.0}
        self._open: set[asyncio.Task[None]] = set()
        self._server = await asyncio.start_server(self._come, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self._server.wait_closed()

    async def _come(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        self.connections += 1
        far: asyncio.StreamWriter | None = None
        try:
            far_reader, far = await asyncio.open_connection("127.0.0.1", self.to_port)
            # The first packets, before anything is said: there and back, lost like others.
            await asyncio.sleep(self.thin.round_trip_s / self.thin.speed + self._lost_for())
            ways = [
                asyncio.ensure_future(self._carry(reader, far, "up")),
                asyncio.ensure_future(self._carry(far_reader, writer, "down")),
            ]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(task)
            for one in (writer, far):
                if one is not None:
                    one.transport.abort()
                    with contextlib.suppress(OSError):
                        await one.wait_closed()

    async def _carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: str
    ) -> None:
        """Carry one way of a connection; return when it ends or is torn."""
        loop, thin = asyncio.get_running_loop(), self.thin
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(maxsize=64)
        arriving = asyncio.ensure_future(_arrive(under_way, writer))
        arrives, carried = 0.0, 0
        try:
            while data := await reader.read(SEGMENT):
                carried += len(data)
                self.segments += 1
                self.bytes[way] += len(data) + HEADERS
                width = 8 * (len(data) + HEADERS) / (thin.bits_a_second * thin.speed)
                self._free[way] = max(self._free[way], loop.time()) + width
                await asyncio.sleep(self._free[way] - loop.time())
                if self._tears(way, carried):
                    return
                flight = thin.round_trip_s / 2 / thin.speed + self._lost_for()
                arrives = max(arrives, loop.time() + flight)
                await under_way.put((arrives, data))
            await under_way.put((arrives, b""))
            await arriving
        finally:
            arriving.cancel()
            await asyncio.gather(arriving, return_exceptions=True)

    def _tears(self, way: str, carried: int) -> bool:
        thin = self.thin
        torn = bool(thin.torn_each) and self.chance.random() < 1 / thin.torn_each
        if torn or (thin.torn_after and way == "up" and carried > thin.torn_after):
            self.torn += 1
            return True
        return False

    def _lost_for(self) -> float:
        """Return how much later a segment comes because it was lost, twice as long each time."""
        waited, again = 0.0, self.thin.again_s
        while self.chance.random() < self.thin.loss:
            self.lost += 1
            waited, again = waited + again, 2 * again
        return waited


async def _arrive(
    under_way: "asyncio.Queue[tuple[float, bytes]]", writer: asyncio.StreamWriter
) -> None:
    loop = asyncio.get_running_loop()
    while True:
        when, data = await under_way.get()
        await asyncio.sleep(max(0.0, when - loop.time()))
        if not data:
            return
        writer.write(data)
        await writer.drain()
