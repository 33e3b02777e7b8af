"""A real hub beside a real center, joined step by step: nothing passes unless a test lets it."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from center_place import Place
from hub_place import fill
from hub_server import new_hub
from layso_queue.hub.hub import Hub
from layso_queue.hub.storage import Database, bring_up_to_date
from layso_queue.sync import wire
from layso_queue.sync.at_center.downlink import Downlink
from layso_queue.sync.at_center.uplink import Uplink
from layso_queue.sync.messages import Fetch
from layso_queue.sync.moment import Moment
from layso_queue.sync.status import Status


def model_hub(folder: Path) -> Path:
    """Make a hub's database once; tests copy it."""
    file = folder / "hub.db"
    database = Database(f"sqlite:///{file}")
    bring_up_to_date(database)
    fill(database)
    database.close()
    return file


@contextmanager
def hub_beside(model: Path, folder: Path, clock: Any) -> Iterator[Hub]:
    """Open a hub on a copy of the model; closed at the end."""
    shutil.copyfile(model, folder / "hub.db")
    hub = new_hub(f"sqlite:///{folder / 'hub.db'}", folder, clock)
    try:
        yield hub
    finally:
        hub.database.close()


@dataclass
class Wire:
    """The line between both: `up` tells the hub what the center did, `down` the center."""

    hub: Hub
    place: Place
    _up: Uplink = field(default_factory=Uplink)
    _down: Downlink = field(default_factory=Downlink)
    _chance: Any = field(default_factory=lambda: random.Random(7))

    async def up(self, status: Status | None = None) -> None:
        """Push once, all that there is; or, after a restore, fetch all that the hub gives back."""
        center = self.center
        at = self.at()
        while center.exchange.tell_journal(at):
            pass
        with center.exchange.begin(at.now, "c-1") as side:
            request = self._up.next(side, at, status)
        if request is None:
            return
        asked: Any = wire.read_request(wire.write(request))
        exchange = self.hub.exchange
        said = exchange.fetch(asked) if isinstance(asked, Fetch) else exchange.push(asked)
        answer: Any = wire.read_answer(wire.write(said))
        with center.exchange.begin(at.now, "c-1") as side:
            self._up.answered(side, request, answer, at)

    async def down(self) -> None:
        """Pull once and bring what came into the line."""
        self.take_down()
        await self.center.arrivals.bring()

    def take_down(self) -> None:
        """Pull, but let the line not know yet. The first answer is a snapshot, so twice."""
        for _ in range(2):
            at = self.at()
            with self.center.exchange.begin(at.now, "c-1") as side:
                request = self._down.next(side)
            asked: Any = wire.read_request(wire.write(request))
            answer: Any = wire.read_answer(wire.write(self.hub.exchange.pull(asked)))
            with self.center.exchange.begin(at.now, "c-1") as side:
                self._down.answered(side, request, answer, at)

    def at(self) -> Moment:
        """The present moment at the center."""
        return Moment(self.place.clock.now(), self.place.new_id)

    @property
    def center(self) -> Any:
        """The center at work."""
        assert self.place.center is not None
        return self.place.center
