"""The citizens: they buy, move and give up places at the hub, and come to the center with a token.

Each confirmed place is a promise. Some people come though they gave it up, some show a token twice.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from layso_queue.line.states import BookingState
from layso_queue.sync.at_hub import selling
from layso_queue.sync.bookings import Booking
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.trial.hall import day_of
from layso_queue.sync.trial.province import Province
from layso_queue.sync.trial.report import Fault, Report
from layso_queue.sync.trial.world import BEGIN, DAY, HOUR, World

CAPACITY = 3
"""Places of one slot, web and center together."""

EVERY = 2 * HOUR
"""From slot to slot."""


@dataclass(slots=True)
class Promise:
    """What a person was told: `shown` is her newest token, `old` those before it.

    `orphan` marks a promise that a restore took from both sides before they met: only the token
    has it. `cheats` says that she comes even after giving up.
    """

    center: str
    shown: Booking
    live: bool = True
    orphan: bool = False
    comes: bool = True
    cheats: bool = False
    came: int = 0
    number: str = ""
    old: list[Booking] = field(default_factory=list)


class People:
    """All citizens of the province."""

    def __init__(self, world: World, province: Province, report: Report) -> None:
        """Begin with nobody."""
        self.promises: dict[str, Promise] = {}
        self.from_home: dict[str, list[Promise]] = defaultdict(list)
        self.local: Counter[tuple[str, int]] = Counter()
        self.cheating = True
        self._world = world
        self._province = province
        self._report = report
        self._by_slot: dict[tuple[str, int], dict[str, Promise]] = defaultdict(dict)

    def slot_to_come(self) -> int:
        """Return a slot of the next twelve hours."""
        after = (self._world.now - BEGIN) // EVERY + 1
        return BEGIN + (after + self._world.chance.randrange(6)) * EVERY

    def buy(self, center: str, remote: bool) -> Promise | None:
        """Try to buy a place, or a number for now; the sale may die with the hub's process."""
        world, part = self._world, self._province.part(center)
        slot = BEGIN + day_of(world.now) * DAY if remote else self.slot_to_come()
        id = world.new_id()
        booking = Booking(id=id, code=id[-12:], service="A", slot=slot, remote=remote)
        refused: list[SyncRefused] = []

        def work() -> None:
            at = self._province.moment()
            no = selling.hold(part, "A", slot, remote, at)
            if no is None:
                selling.book(part, booking, at)
            else:
                refused.append(no)

        if not self._act(work) or refused:
            self._report.happened["sales refused"] += 1
            return None
        chance = world.chance
        promise = Promise(center, booking, comes=chance.random() < 0.9)
        promise.cheats = chance.random() < 0.3
        self.promises[booking.id] = promise
        self._by_slot[center, slot][id] = promise
        self._report.happened["remote numbers" if remote else "sales"] += 1
        if remote:
            self.from_home[center].append(promise)
        else:
            self.count(center, slot)
        return promise

    def cancel(self, promise: Promise) -> None:
        """Give a place up."""
        done: list[Booking | SyncRefused] = []
        part = self._province.part(promise.center)
        id = promise.shown.id
        self._act(lambda: done.append(selling.cancel(part, id, self._province.moment())))
        if done and isinstance(done[0], Booking) and self._kept(promise, done[0]):
            promise.live = False
            self._report.happened["cancels"] += 1

    def move(self, promise: Promise) -> None:
        """Move a booking to another slot; its person gets a new token."""
        done: list[Booking | SyncRefused] = []
        part, slot = self._province.part(promise.center), self.slot_to_come()
        id = promise.shown.id
        self._act(
            lambda: done.append(selling.reschedule(part, id, "A", slot, self._province.moment()))
        )
        if not done or not isinstance(done[0], Booking) or not self._kept(promise, done[0]):
            return
        if done[0].slot != promise.shown.slot:
            promise.old.append(promise.shown)
            promise.shown = done[0]
            promise.orphan = False
            self._by_slot[promise.center, slot][id] = promise
            self._report.happened["moves"] += 1
            self.count(promise.center, slot)

    def count(self, center: str, slot: int) -> None:
        """See that a slot's promises and the center's own bookings fit into it."""
        on_web = sum(
            one.live and not one.orphan and not one.shown.remote and one.shown.slot == slot
            for one in self._by_slot[center, slot].values()
        )
        if on_web + self.local[center, slot] > CAPACITY:
            about = f"{center}: {on_web} on the web, {self.local[center, slot]} at the center"
            self._report.fault(Fault.OVERSELL, about)

    def came_back(self, promise: Promise, shown: Booking) -> None:
        """Count a place anew whose person was let in after she had given it up or moved it."""
        promise.shown = replace(shown, state=BookingState.BOOKED)
        promise.live = True
        self._by_slot[promise.center, shown.slot][shown.id] = promise
        self.count(promise.center, shown.slot)

    def _kept(self, promise: Promise, done: Booking) -> bool:
        kept = self._province.part(promise.center).booking(promise.shown.id)
        return kept is not None and kept.version == done.version

    def _act(self, work: object) -> bool:
        province, chance = self._province, self._world.chance
        if province.crash_soon and chance.random() < 0.3:
            province.crash_soon = False
            province.store.crash_after = chance.randrange(1, 8)
        return province.act(work, province.rules.outbox_with_the_fact)  # type: ignore[arg-type]
