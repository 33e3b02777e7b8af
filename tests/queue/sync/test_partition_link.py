"""A line that comes back after hours: the way that notices first wakes the other."""

import asyncio
import random

import pytest
from bench.reliability.partition.virtual import VirtualClock, quietly, run

from layso_queue.center.storage import Exchange, bring_up_to_date
from layso_queue.center.sync import HubAway, HubLink
from layso_queue.sync.messages import Push
from layso_queue.sync.rules import ALL
from layso_queue.sync.trial.province import Province
from layso_queue.sync.trial.world import BEGIN, HOUR, World

CUT_S = 3600.0


class FarHub:
    """The trial's hub behind a line that is cut for an hour."""

    def __init__(self) -> None:
        self.hub = Province(World(1), ALL, ["26041"])
        self.through: dict[bool, float] = {}
        self.tries = 0

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return

    async def ask(self, request):
        now = asyncio.get_running_loop().time()
        if now < CUT_S:
            self.tries += 1
            raise HubAway("cut")
        self.through.setdefault(isinstance(request, Push), now)
        await asyncio.sleep(0.2)
        return self.hub.serve(request)


async def _out_of_reach(exchange, seed):
    client, chance = FarHub(), random.Random(seed)
    link = HubLink(
        client,
        exchange,
        VirtualClock(BEGIN + HOUR),
        World(2).new_id,
        chance.random,
        lambda: asyncio.sleep(0),
        lambda: None,
    )
    task = asyncio.create_task(link.run())
    while len(client.through) < 2:
        await asyncio.sleep(1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return client


@pytest.mark.parametrize("seed", range(2))
def test_the_first_way_through_wakes_the_other(tmp_path, seed):
    bring_up_to_date(tmp_path / "center.db", tmp_path / "backups")
    exchange = Exchange(tmp_path / "center.db", "26041")
    try:
        with quietly():
            client = run(_out_of_reach(exchange, seed))
    finally:
        exchange.close()
    assert abs(client.through[True] - client.through[False]) < 1
    assert min(client.through.values()) <= CUT_S + 300
    assert 30 < client.tries < 70, "two ways, at last a try in 150 to 300 s"
