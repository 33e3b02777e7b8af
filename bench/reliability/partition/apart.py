"""Three days without a line: the hub sells inside its leases, the centers serve."""

import asyncio
from datetime import timedelta

from bench.reliability.partition.city import City
from bench.reliability.partition.people import slots_to_come
from bench.reliability.partition.service import Hall
from bench.reliability.partition.town import Town
from layso_queue.center.stamps import local_date
from layso_queue.center.sync.places import slots_on
from layso_queue.hub.storage.sweeping import bring_back

HOUR_MS = 3_600_000
HALF_HOUR_MS = HOUR_MS // 2
HALF_HOURS_A_DAY = 15


class Apart:
    """Lets both sides go on without each other."""

    def __init__(
        self, city: City, hall: Hall, tickets_a_day: int, bookings_a_half_hour: float
    ) -> None:
        """Of each center: so many walk-ins a day, so many acts of people on the web."""
        self._city, self._hall = city, hall
        self._walk_ins = max(1, round(tickets_a_day / HALF_HOURS_A_DAY))
        self._bookings = bookings_a_half_hour

    async def last(self, hours: float, watched: int) -> float:
        """Let so many hours pass; return how often an hour a watched center asked at most.

        The links of the others are stopped amid the cut and started again an hour before its end:
        that they try every few minutes is seen from those that are watched.
        """
        city, begin = self._city, self._city.clock.now()
        end = begin + int(hours * HOUR_MS)
        before = [town.line.asked for town in city.towns]
        resting = city.towns[watched:] if hours > 3 else []
        nights = asyncio.create_task(self._rest(resting, end))
        for slot in self._half_hours(begin, end):
            # A minute before its end: at the day's last half hour the doors are still open.
            await self._sleep_until(slot + HALF_HOUR_MS - 60_000)
            for town in city.towns:
                await self._half_hour(town, slot)
            bring_back(city.hub.database, city.hub.sides, city.clock.now())
        await self._sleep_until(end)
        await nights
        asked = [town.line.asked - then for town, then in zip(city.towns, before, strict=True)]
        return max(asked[:watched], default=0) / hours

    async def _rest(self, towns: list[Town], end: int) -> None:
        await asyncio.sleep(HALF_HOUR_MS / 1000)
        for town in towns:
            await town.stop()
        await self._sleep_until(end - HOUR_MS)
        for town in towns:
            town.start()

    async def _half_hour(self, town: Town, slot: int) -> None:
        now, chance = self._city.clock.now(), town.chance
        date = town.writer.desk.date
        await town.center.opening.once()
        if town.writer.desk.date != date:
            await town.tell_offer()
        await self._hall.half_hour(town, slot, now, self._walk_ins)
        soon = slots_to_come(town, now, 2)[:12]
        if chance.random() < 0.15:
            town.change_capacity(chance.choice(soon))
        for _ in range(chance.randrange(3)):
            town.book_at_the_desk(chance.choice(soon[:6]))
        if chance.random() < 0.02:
            town.close_or_open_again(chance.choice(soon))
        while chance.random() < self._bookings / (1 + self._bookings):
            self._city.people.act(town)

    def _half_hours(self, begin: int, end: int) -> list[int]:
        """Return the half hours of service in [begin, end)."""
        hours, found = self._city.towns[0].hours, list[int]()
        for n in range((local_date(end) - local_date(begin)).days + 1):
            found += slots_on(hours, local_date(begin) + timedelta(days=n))
        return [slot for slot in found if begin <= slot and slot + HALF_HOUR_MS <= end]

    async def _sleep_until(self, moment: int) -> None:
        await asyncio.sleep(max(0.0, (moment - self._city.clock.now()) / 1000))
