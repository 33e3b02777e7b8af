"""Leases after a restore: a center knows again what it leased, or asks for all of it back."""

from typing import Any

from layso_queue.sync.at_center import telling
from layso_queue.sync.bookings import Booking
from layso_queue.sync.refusals import SyncRefusal, SyncRefused
from layso_queue.sync.trial.store import Store
from layso_queue.sync.trial.world import BEGIN, HOUR

SLOT = BEGIN + 9 * HOUR


def test_places_asked_back_are_not_sold_again_though_both_forgot_it(pair: Any) -> None:
    hub, center = pair.province.store.backup(), pair.hall.store.backup()
    pair.lease(0)
    pair.settle()
    assert telling.places_of_web(pair.hall, "A", SLOT) == 0, "the center may book them all"
    pair.province.store = Store(hub)
    pair.province.begin_anew()
    pair.post.live_again(center)
    pair.settle()
    assert not pair.part.frozen()
    assert pair.sell() == SyncRefused(SyncRefusal.NO_PLACE_LEFT)
    pair.lease(1)
    pair.settle()
    assert [type(pair.sell()) for _ in range(2)] == [Booking, SyncRefused]


def test_a_restored_center_keeps_its_leases_where_the_hub_was_not(pair: Any) -> None:
    center = pair.hall.store.backup()
    pair.lease(1)
    pair.settle()
    pair.post.live_again(center)
    pair.settle()
    assert telling.places_of_web(pair.hall, "A", SLOT) == 1, "the answer came again"
    assert [type(pair.sell()) for _ in range(2)] == [Booking, SyncRefused]
