"""Whoever waits is told the same by the hub as by her center: people before, minutes, go now."""

import random
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from card_line import card_line
from hub_beside import Wire
from layso_queue.center.told import Wait
from layso_queue.hub.standing import standing_of
from layso_queue.hub.storage import Live
from layso_queue.line import commands as c
from layso_queue.line.states import Priority, TicketState

pytestmark = pytest.mark.anyio
COUNTERS = (1, 2, 3, 4)


@pytest.fixture
async def estimate(working: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Awaitable[None]]:
    """Makes the center's estimates, when a test wants them and never between two looks."""
    waits = working.center.waits
    once: Callable[[], Awaitable[None]] = waits.once

    async def not_by_itself() -> None:
        return

    monkeypatch.setattr(waits, "once", not_by_itself)
    await once()  # one that had begun is over by now
    return once


@pytest.fixture
def line(
    working: Any, hub_model: Path, tmp_path: Path, estimate: Callable[[], Awaitable[None]]
) -> Iterator[Wire]:
    with card_line(working, hub_model, tmp_path) as wire:
        yield wire


class Hall:
    """People and staff who do what comes to their minds."""

    def __init__(self, line: Wire, seed: int) -> None:
        self.line, self.chance = line, random.Random(seed)

    async def day(self) -> Any:
        return await self.line.center.writer.look(lambda desk: desk.day)

    async def do(self, kind: Any, **about: Any) -> None:
        command = kind(id=self.line.place.new_id(), actor="nv01", **about)
        await self.line.center.writer.do(command, lambda *_: None)

    async def step(self) -> None:
        """Something happens; much of it in the same millisecond as the last."""
        chance, day = self.chance, await self.day()
        if chance.random() < 0.5:
            self.line.place.clock.ms += chance.choice((1, 1000, 60_000))
        counter = chance.choice(COUNTERS)
        there = [one.id for one in day.tickets.values() if one.state in _HELD]
        some = chance.choice(there) if there else ""
        desks = [day.counters[n].ticket for n in COUNTERS if day.counters[n].ticket]
        here = chance.choice(desks) if desks else ""
        match chance.randrange(12):
            case 0 | 1 | 2 | 3:
                priority = chance.choice((Priority.NONE, Priority.NONE, Priority.ELDERLY))
                new = self.line.place.new_id()
                # an id says nothing of the order: it is made where somebody touched a screen
                ticket = new[:19] + f"{chance.randrange(0x8000, 0xC000):04x}" + new[23:]
                await self.do(
                    c.IssueTicket, ticket=ticket, service=chance.choice("AH"), priority=priority
                )
            case 4:
                await self.do(c.OpenCounter, counter=counter)
            case 5 if chance.random() < 0.2:
                await self.do(c.CloseCounter, counter=counter)
            case 6 if chance.random() < 0.4:
                await self.do(c.UndoCounter, counter=counter)
            case 7 if some:
                await self.do(c.Undo, ticket=some)
            case 8 | 9 if here:
                to = chance.choice(({"counter": counter}, {"service": chance.choice("AH")}))
                await self.do(c.StartService, ticket=here)
                await self.do(c.TransferTicket, ticket=here, reason="sent on", **to)
            case 10 if some:
                await self.do(chance.choice((c.StartService, c.ResumeTicket)), ticket=some)
                await self.do(c.ParkTicket, ticket=some, reason="copying")
            case _:
                await self.do(c.CallNext, counter=counter)


_HELD = frozenset(TicketState) - {TicketState.CANCELLED, TicketState.SERVED}


async def told(line: Wire) -> tuple[dict[str, Any], dict[str, Any]]:
    """Push all; return what center and hub tell each who waits."""
    center = line.center
    await center.offer.look()
    await line.up(center.offer.status())

    def look(desk: Any) -> dict[str, Any]:
        waiting = (one for one in desk.day.tickets.values() if one.state is TicketState.WAITING)
        shown = (center.shower.ticket(desk, one) for one in waiting)
        return {one["id"]: (one["ahead"], *_minutes(one["wait"])) for one in shown}

    hub, now = line.hub, line.place.clock.now()
    live = Live(hub.database)
    standing = standing_of(live.standing("26041"), now, now)
    at_hub = {}
    for id, (ticket, ahead) in live.line("26041").items():
        if ticket.state != "waiting":
            continue
        assert live.ticket(id) == (ticket, ahead)
        wait = standing.wait_of(ticket, ahead)
        at_hub[id] = (ahead, wait and wait.low, wait and wait.high)
    return await center.writer.look(look), at_hub


def _minutes(wait: dict[str, Any] | None) -> tuple[int | None, int | None]:
    return (wait["low"], wait["high"]) if wait else (None, None)


@pytest.mark.parametrize("seed", [1, 4])
async def test_the_hub_says_of_everybody_what_the_center_says(
    line: Wire, estimate: Callable[[], Awaitable[None]], seed: int
) -> None:
    hall, bound, minutes = Hall(line, seed), 0, 0
    for counter in (1, 3):
        await hall.do(c.OpenCounter, counter=counter)
    for _ in range(12):
        for _ in range(10):
            await hall.step()
        await estimate()
        center, hub = await told(line)
        assert hub == center
        bound += sum(map(len, (await hall.day()).by_counter.values()))
        minutes += sum(one[2] is not None for one in center.values())
    assert bound > 5, "some wait for one counter alone"
    assert minutes > 20


async def test_ranges_that_go_up_and_down_are_told_alike(line: Wire) -> None:
    hall = Hall(line, 1)
    await hall.do(c.OpenCounter, counter=1)
    for _ in range(30):
        await line.place.issue()
    chance = random.Random(4)
    spoken = ((5, 10), (5, 15), (10, 20), (0, 0))

    def foresee(desk: Any) -> None:
        for ticket in desk.day.tickets.values():
            low, high = chance.choice(spoken)
            desk.waits[ticket.id] = Wait(low, high)

    await line.center.writer.look(foresee)
    center, hub = await told(line)
    assert hub == center
    assert {one[1:] for one in center.values()} == set(spoken)
    status = line.center.offer.status()
    assert len(status.services[0].line) < 30


async def test_a_counter_that_closes_gives_its_people_back_at_the_hub_too(line: Wire) -> None:
    hall = Hall(line, 1)
    await hall.do(c.OpenCounter, counter=1)
    await hall.do(c.OpenCounter, counter=2)
    first = (await line.place.issue())["id"]
    others = [(await line.place.issue())["id"] for _ in range(3)]
    await hall.do(c.CallNext, counter=1)
    await hall.do(c.StartService, ticket=first)
    await hall.do(c.TransferTicket, ticket=first, reason="sent on", counter=2)
    center, hub = await told(line)
    assert hub == center
    assert [hub[one][0] for one in (first, *others)] == [0, 0, 1, 2]
    await hall.do(c.CloseCounter, counter=2)
    center, hub = await told(line)
    assert hub == center
    assert [hub[one][0] for one in (first, *others)] == [0, 1, 2, 3]
    await hall.do(c.UndoCounter, counter=2)
    center, hub = await told(line)
    assert [hub[one][0] for one in (first, *others)] == [0, 0, 1, 2]
