"""The center's own database of the exchange put back from a backup, as the exchange mends it."""

import sqlite3
from contextlib import closing, contextmanager

import pytest

from exchange_link import SLOT, linked
from layso_queue.sync import SyncRefusal, SyncRefused
from layso_queue.sync.at_center import telling
from layso_queue.sync.at_center.downlink import Downlink
from layso_queue.sync.at_center.lives import LEAP, begin_life, floor_of_numbers
from layso_queue.sync.at_center.storage import Leap, LinkState, Mode
from layso_queue.sync.at_center.uplink import Uplink
from layso_queue.sync.leases import lease_key


@pytest.fixture
def link(tmp_path):
    with linked(tmp_path) as found:
        yield found


@contextmanager
def put_back_after(link):
    """Let things happen and be told, then put the database back to before them."""
    with closing(sqlite3.connect(link.file)) as file, closing(sqlite3.connect(":memory:")) as copy:
        file.backup(copy)
        yield
        link.settle()
        copy.backup(file)
    link.up, link.down = Uplink(), Downlink()


def test_a_restored_center_takes_over_with_what_the_hub_returned(link):
    with link.begin() as side:
        before = side.outbox.head().incarnation
    with put_back_after(link), link.begin() as side:
        telling.set_quota(side, "A", SLOT, False, 5, link.at)
    with link.begin() as side:
        assert side.grant("lease:slot:A:" + str(SLOT)).asked == 2
        begin_life(side, link.at)
        assert side.state.mode is Mode.RETURNING
    link.settle()
    with link.begin() as side:
        assert side.state.mode is Mode.GOING
        assert side.state.lineage == (before,)
        assert side.grant("lease:slot:A:" + str(SLOT)).asked == 5
        assert side.outbox.head() == link.hub.part("26041").inbox.log.head()


def test_a_center_asks_its_places_back_where_the_hub_was_restored_too(link):
    with put_back_after(link), link.begin() as side:
        telling.set_quota(side, "A", SLOT, False, 1, link.at)
    link.hub.begin_anew()
    with link.begin() as side:
        begin_life(side, link.at)
    link.settle()
    with link.begin() as side:
        assert side.state.leapt is Leap.DUE
        assert floor_of_numbers(side, 7, link.at) == 7 + LEAP
        assert floor_of_numbers(side, 7, link.at) == 7
        grant = side.grant(lease_key("A", SLOT))
        assert (grant.asked, grant.counted) == (0, 0)
        assert side.grants_from(SLOT) == [grant]
        assert side.grants_from(SLOT + 1) == []
    assert link.sell() == SyncRefused(SyncRefusal.NO_PLACE_LEFT)


@pytest.mark.parametrize("leapt", Leap)
def test_the_state_comes_back_as_it_was_kept(link, leapt):
    state = LinkState(mode=Mode.SUPERSEDED, lineage=("b", "a"), common=7, leapt=leapt, by="c")
    with link.begin() as side:
        side.keep_state(state)
    with link.begin() as side:
        assert side.state == state
        assert side.state.leapt is leapt
