"""One center and the hub on the trial's own database, with a line that the test speaks itself."""

from typing import Any

import pytest

from layso_queue.sync.at_center import telling
from layso_queue.sync.at_hub import selling
from layso_queue.sync.bookings import Booking
from layso_queue.sync.refusals import SyncRefused
from layso_queue.sync.rules import ALL
from layso_queue.sync.trial.hall import Hall
from layso_queue.sync.trial.network import Network
from layso_queue.sync.trial.post import Post
from layso_queue.sync.trial.province import Part, Province
from layso_queue.sync.trial.world import BEGIN, HOUR, World

SLOT = BEGIN + 9 * HOUR


class Pair:
    """One center, enrolled at the hub."""

    def __init__(self) -> None:
        self.world = World(1)
        self.province = Province(self.world, ALL, ["26041"])
        self.network = Network(self.world, self.province.serve)
        self.post = Post("26041", self.world, self.network, ALL)

    @property
    def hall(self) -> Hall:
        return self.post.hall

    @property
    def part(self) -> Part:
        return self.province.part("26041")

    def push(self) -> Any:
        request = self.post.up.next(self.hall, self.post.moment(), None)
        assert request is not None
        answer: Any = self.province.serve(request)
        self.post.up.answered(self.hall, request, answer, self.post.moment())
        return answer

    def pull(self) -> Any:
        request = self.post.down.next(self.hall)
        assert request is not None
        answer: Any = self.province.serve(request)
        self.post.down.answered(self.hall, request, answer, self.post.moment())
        return answer

    def sold(self) -> Booking:
        """Sell a place that must be there."""
        booking = self.sell()
        assert isinstance(booking, Booking)
        return booking

    def settle(self) -> None:
        """Push and pull until nothing is left to say."""
        for _ in range(4):
            self.world.now += 10 * 60_000
            self.push()
            if self.post.down.next(self.hall) is not None:
                self.pull()

    def lease(self, n: int) -> None:
        telling.set_quota(self.hall, "A", SLOT, False, n, self.post.moment())

    def sell(self) -> Booking | SyncRefused:
        at = self.province.moment()
        refused = selling.hold(self.part, "A", SLOT, False, at)
        if refused is not None:
            return refused
        booking = Booking(id=self.world.new_id(), code="c", service="A", slot=SLOT)
        selling.book(self.part, booking, at)
        return booking


@pytest.fixture
def pair() -> Pair:
    """Return a center with two places leased to the web, all told."""
    pair = Pair()
    pair.lease(2)
    pair.settle()
    return pair
