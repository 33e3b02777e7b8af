"""The course of it: everything is in order; the cut; three days apart; the lines return."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.reliability.partition.apart import Apart
from bench.reliability.partition.checks import Compared, Faults
from bench.reliability.partition.city import City, make_lines_bad, open_city
from bench.reliability.partition.draining import Draining
from bench.reliability.partition.service import Hall

SETTLED_S = 900.0
"""So long may it take that all is told before the cut."""

LATE_S = 120.0
"""After so long no doubled message is still on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How large a run is; times in hours. `watched` links try all the time, the others at the
    begin and at the end of the cut: between, their waits are as long as they get. `each_s`: what
    each piece of the hub's work takes; measured without it."""

    centers: int = 168
    hours: float = 72.0
    tickets_a_day: int = 60
    bookings_a_half_hour: float = 1.0
    days_ahead: int = 4
    watched: int = 2
    seed: int = 1
    workers: int = 1
    each_s: float | None = None


@dataclass(slots=True)
class Outcome:
    """What came of a run."""

    plan: Plan
    faults: Faults = field(default_factory=dict)
    happened: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)
    drained_s: list[float] = field(default_factory=list)
    not_drained: int = 0
    waiting: int = 0
    hub_s: float = 0.0
    messages: int = 0
    tries_an_hour: float = 0.0
    took_s: float = 0.0


async def play(url: str, folder: Path, plan: Plan) -> Outcome:
    """Run it all on the empty database at `url`."""
    began = time.monotonic()
    outcome = Outcome(plan)
    async with open_city(
        url, folder, centers=plan.centers, days=plan.days_ahead, seed=plan.seed,
        workers=plan.workers, each_s=plan.each_s,
    ) as city:  # fmt: skip
        hall = Hall(city.people)
        await _in_order(city)
        for town in city.towns:
            town.line.weather.cut = True
        apart = Apart(city, hall, plan.tickets_a_day, plan.bookings_a_half_hour)
        outcome.tries_an_hour = await apart.last(plan.hours, plan.watched)
        outcome.waiting = sum(_untold(city))
        worked, asked = city.workers.worked_s, sum(town.line.asked for town in city.towns)
        make_lines_bad(city.towns)
        draining = Draining(city)
        await draining.all_drained()
        outcome.drained_s, outcome.not_drained = draining.took_s, draining.left
        outcome.hub_s = city.workers.worked_s - worked
        outcome.messages = sum(town.line.asked for town in city.towns) - asked
        await asyncio.sleep(LATE_S)
        await Draining(city).all_drained()
        outcome.happened = hall.happened
        outcome.happened += Counter(
            {
                "booked on the web": len(city.people.promises),
                "given up": city.people.cancelled,
                "moved": city.people.moved,
                "found no place": city.people.refused,
                "messages lost": sum(town.line.lost for town in city.towns),
                "messages doubled": sum(town.line.doubled for town in city.towns),
            }
        )
        compared = Compared(city.hub.database)
        for town in city.towns:
            mine = [one for one in city.people.promises if one.center == town.code]
            compared.town(town, mine)
        outcome.faults, outcome.compared = compared.faults, compared.compared
    outcome.took_s = time.monotonic() - began
    return outcome


async def _in_order(city: City) -> None:
    """Let every center offer its places, and people book; then hub and centers agree."""
    for town in city.towns:
        await town.open_doors()
    await Draining(city, SETTLED_S).all_drained()
    for town in city.towns:
        for _ in range(6):
            city.people.act(town)
    if await Draining(city, SETTLED_S).all_drained():
        return
    raise RuntimeError("hub and centers do not agree even before the cut")


def _untold(city: City) -> list[int]:
    heads = city.heads()
    return [
        town.ends()["out"] - heads[town.code, "in"]
        + heads[town.code, "out"] - town.ends()["in"]
        for town in city.towns
    ]  # fmt: skip
