"""The people of a peak hour: they follow tickets, look for slots, hold and confirm places.

Shares after the volumes assumed for a province: slot release with retries 214 requests a second,
phones following tickets 152 a second.
"""

import asyncio
import itertools
import json
import random
import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench.hub.province import Province
from bench.wire import Wire
from layso_queue.hub.challenge import question_of

FOLLOW, LOOK, HOLD = 0.42, 0.40, 0.06
"""Shares of what people begin; a hold goes on to its page and its confirmation: three requests."""


ONE_WIFI = 0.25
"""Of those who follow a ticket, so many share one address: a hall's Wi-Fi, a phone company's wall.
All others have one each."""


@dataclass
class Heard:
    """Seconds from due to answered by kind of request, and what was not answered as it should."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    confirmed: int = 0

    def note(self, kind: str, seconds: float) -> None:
        """Keep one answer."""
        self.seconds.setdefault(kind, []).append(seconds)


class Crowd:
    """Open load: everybody comes when they come, whatever the answers take."""

    def __init__(self, port: int, province: Province, keys: Path, wires: int = 64) -> None:
        """Ask the hub on this port; `keys` is its key file, to answer its question as a person.

        Everybody who books in this crowd has a phone of her own, and so in any other crowd.
        """
        self._port, self._province = port, province
        self._secret = bytes.fromhex(json.loads(keys.read_bytes())["secret"])
        self._wires = wires
        self._random = random.Random(7)
        self._people = itertools.count(secrets.randbelow(10**8))
        self.heard = Heard()

    async def come(self, rate: float, seconds: float) -> Heard:
        """Let `rate` requests a second come for so long; return what they heard."""
        idle: asyncio.Queue[Wire] = asyncio.Queue()
        opened = [await Wire("127.0.0.1", self._port, {}).open() for _ in range(self._wires)]
        for wire in opened:
            idle.put_nowait(wire)
        begin, tasks, n = time.perf_counter(), [], 0.0
        # A hold is three requests: it takes three turns of the rate.
        while n < rate * seconds:
            due = begin + n / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            drawn = self._random.random() * (FOLLOW + LOOK + HOLD)
            kind = "follow" if drawn < FOLLOW else "look" if drawn < FOLLOW + LOOK else "book"
            tasks.append(asyncio.create_task(getattr(self, f"_{kind}")(idle, due)))
            n += 3 if kind == "book" else 1
        await asyncio.gather(*tasks)
        for wire in opened:
            await wire.close()
        return self.heard

    async def _follow(self, idle: "asyncio.Queue[Wire]", due: float) -> None:
        ticket = self._random.choice(self._province.tickets)
        who = 1 if self._random.random() < ONE_WIFI else 0
        await self._ask(idle, due, "follow a ticket", "GET", f"/vi/t/{ticket}", 200, who=who)

    async def _look(self, idle: "asyncio.Queue[Wire]", due: float) -> None:
        place = self._province.place(self._random.randrange(10**6))
        path = f"/vi/c/{place.center}/{place.service}"
        await self._ask(idle, due, "look for a slot", "GET", path, 200)

    async def _book(self, idle: "asyncio.Queue[Wire]", due: float) -> None:
        n = next(self._people)
        place = self._province.place(self._random.randrange(10**6))
        form = f"center={place.center}&service={place.service}&slot={place.slot}"
        head = await self._ask(idle, due, "hold a place", "POST", "/vi/hold", 303, form)
        where = next((x for x in head.split("\r\n") if x.lower().startswith("location:")), "")
        hold = where.rpartition("/")[2]
        if not hold:
            return
        now = time.perf_counter
        await self._ask(idle, now(), "name page", "GET", f"/vi/hold/{hold}", 200)
        question = question_of(hold, 0, self._secret)
        total = question.first + question.second
        form = f"name=Nguyen+Van+Thu&phone=09{n % 10**8:08d}&email=&sum={total}"
        await self._ask(idle, now(), "confirm a place", "POST", f"/vi/hold/{hold}", 303, form)
        self.heard.confirmed += 1

    async def _ask(
        self,
        idle: "asyncio.Queue[Wire]",
        due: float,
        kind: str,
        method: str,
        path: str,
        wanted: int,
        form: str = "",
        who: int = 0,
    ) -> str:
        wire = await idle.get()
        # Many people behind one balancer: each has an address of her own, if none is said.
        who = who or self._random.randrange(2, 2**24)
        lines = f"X-Forwarded-For: 10.{who >> 16}.{who >> 8 & 255}.{who & 255}\r\n"
        if form:
            lines += (
                "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n"
            )
        status, head, _ = await wire.ask(method, path, lines.encode(), form.encode())
        idle.put_nowait(wire)
        self.heard.note(kind, time.perf_counter() - due)
        if status != wanted:
            self.heard.wrong.append(f"{kind}: {status}")
            return ""
        return head
