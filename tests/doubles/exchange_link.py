"""A center's real database of the exchange, and the trial's hub, with no line between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from layso_queue.center.storage import Exchange, bring_up_to_date
from layso_queue.sync import Booking
from layso_queue.sync.at_center import telling
from layso_queue.sync.at_center.downlink import Downlink
from layso_queue.sync.at_center.uplink import Uplink
from layso_queue.sync.at_hub import selling
from layso_queue.sync.rules import ALL
from layso_queue.sync.trial.province import Province
from layso_queue.sync.trial.world import BEGIN, HOUR, World

SLOT = BEGIN + 9 * HOUR


class Link:
    """A center's database and the hub of the trial."""

    def __init__(self, file: Path) -> None:
        self.world = World(1)
        self.file = file
        self.hub = Province(self.world, ALL, ["26041"])
        self.exchange = Exchange(file, "26041")
        self.up, self.down = Uplink(), Downlink()

    @property
    def at(self):
        return self.hub.moment()

    def begin(self):
        return self.exchange.begin(self.world.now, self.world.new_id())

    def settle(self):
        for _ in range(4):
            self.world.now += 10 * 60_000
            with self.begin() as side:
                request = self.up.next(side, self.at, None)
            answer = self.hub.serve(request)
            with self.begin() as side:
                self.up.answered(side, request, answer, self.at)
                request = self.down.next(side)
            if request is not None:
                answer = self.hub.serve(request)
                with self.begin() as side:
                    self.down.answered(side, request, answer, self.at)

    def sell(self):
        part, at = self.hub.part("26041"), self.at
        refused = selling.hold(part, "A", SLOT, False, at)
        if refused is None:
            id = self.world.new_id()
            booking = Booking(id=id, code=f"c{id}", service="A", slot=SLOT, name="Lê Thị Ánh")
            selling.book(part, booking, at)
            return booking
        return refused


@contextmanager
def linked(folder: Path) -> Iterator[Link]:
    """Give a center that has leased two places of SLOT, all told."""
    bring_up_to_date(folder / "center.db", folder / "backups")
    link = Link(folder / "center.db")
    with link.begin() as side:
        telling.set_quota(side, "A", SLOT, False, 2, link.at)
    link.settle()
    yield link
    link.exchange.close()
