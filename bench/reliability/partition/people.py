"""Who books on the web while the line is cut or not, and comes to the hall with a signed QR."""

import random
from dataclasses import dataclass

from bench.reliability.partition.town import SERVICE, Town
from layso_queue.hub.hub import Hub
from layso_queue.hub.passes import pass_of
from layso_queue.hub.refusals import Refused
from layso_queue.hub.storage import Booked, Person, Place
from layso_queue.hub.times import day_of, day_start

HOUR_MS = 3_600_000


@dataclass(slots=True)
class Promise:
    """What a person was told. `number` is what she got in the hall; `turned` why she did not."""

    center: str
    booked: Booked
    comes: bool
    cheats: bool
    live: bool = True
    number: str = ""
    turned: str = ""

    @property
    def counts(self) -> bool:
        """Whether she has a place: she did not give it up, or came all the same."""
        return not self.booked.remote and (self.live or bool(self.number))


class People:
    """All who book."""

    def __init__(self, hub: Hub, chance: random.Random) -> None:
        """Book at this hub."""
        self.promises: list[Promise] = []
        self.refused = self.cancelled = self.moved = 0
        self._hub, self._chance = hub, chance

    def act(self, town: Town) -> None:
        """Let somebody book, take a number from home, give up or move."""
        chance = self._chance
        mine = [
            one
            for one in self.promises
            if one.center == town.code and one.live and not one.number and not one.booked.remote
            and one.booked.slot > self._hub.clock.now()
        ]  # fmt: skip
        drawn = chance.random()
        if drawn < 0.65 or not mine:
            self._buy(town, remote=drawn < 0.08)
        elif drawn < 0.85:
            self._cancel(chance.choice(mine))
        else:
            self._move(town, chance.choice(mine))
        self._hub.bells.ring(town.code)

    def _buy(self, town: Town, *, remote: bool) -> None:
        now = self._hub.clock.now()
        slot = day_start(day_of(now)) if remote else self._slot(town)
        n = len(self.promises)
        person = Person(f"Nguyễn Văn {n}", f"09{n:08d}", f"person-{n}")
        try:
            hold = self._hub.sale.hold(Place(town.code, SERVICE, slot, remote))
            booked, _ = self._hub.sale.confirm(hold.id, person)
        except Refused:
            self.refused += 1
            return
        chance = self._chance
        one = Promise(town.code, booked, chance.random() < 0.85, chance.random() < 0.4)
        self.promises.append(one)

    def _cancel(self, one: Promise) -> None:
        one.booked = self._hub.sale.cancel(one.booked.code)
        one.live = False
        self.cancelled += 1

    def _move(self, town: Town, one: Promise) -> None:
        try:
            one.booked = self._hub.sale.move(one.booked.code, self._slot(town))
            self.moved += 1
        except Refused:
            self.refused += 1

    def _slot(self, town: Town) -> int:
        """Return a half hour to come, mostly a near one: those are sold out."""
        slots = slots_to_come(town, self._hub.clock.now(), town.days_ahead)
        return slots[min(int(self._chance.expovariate(1 / 6)), len(slots) - 1)]

    def shown_by(self, town: Town, begin: int, end: int) -> list[tuple[Promise, str]]:
        """Return who comes to a center for half hours of [begin, end), with the text of her QR."""
        found = []
        for one in self.promises:
            if one.center != town.code or one.booked.remote or not begin <= one.booked.slot < end:
                continue
            if (one.comes if one.live else one.cheats) and not one.number:
                found.append((one, pass_of(one.booked, self._hub.keys)))
        return found


def slots_to_come(town: Town, now: int, days: int) -> list[int]:
    """Return the half hours that begin after `now`, of so many days."""
    from datetime import timedelta

    from layso_queue.center.stamps import local_date
    from layso_queue.center.sync.places import slots_on

    today = local_date(now)
    every = [s for n in range(days + 1) for s in slots_on(town.hours, today + timedelta(days=n))]
    return [slot for slot in every if slot > now]
