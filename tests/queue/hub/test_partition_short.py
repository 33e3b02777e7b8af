"""Centers cut from a hub for some hours, in short: nothing is lost, and the checks can fail."""

from dataclasses import replace

import pytest
from bench.reliability.partition.checks import resting_places
from bench.reliability.partition.city import without
from bench.reliability.partition.play import Plan, play
from bench.reliability.partition.virtual import run

from hub_buyers import SLOT, sell
from hub_place import CENTER, at
from layso_queue.sync.leases import lease_key

SHORT = Plan(
    centers=1,
    hours=3.6,
    tickets_a_day=30,
    bookings_a_half_hour=6.0,
    days_ahead=1,
    watched=1,
    each_s=0.002,
)


def test_all_that_happened_apart_is_told_and_nothing_is_sold_twice(cluster, tmp_path):
    url = cluster.url(cluster.new_database())
    came = run(play(url, tmp_path, SHORT))
    assert came.not_drained == 0
    assert [about for found in came.faults.values() for about in found] == []
    assert max(came.drained_s) < 600
    assert came.waiting > 40
    assert came.compared["tickets"] >= 10
    assert came.happened["booked on the web"] > 5


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("sales_inside_lease", "oversold half hours"),
        ("check_in_wins", "differences"),
        ("token_is_third_copy", "lost bookings"),
    ],
)
def test_a_rule_taken_away_is_found(tmp_path, rule, fault):
    def found(seed: int) -> list[str]:
        folder = tmp_path / str(seed)
        folder.mkdir()
        with without(rule):
            plan = replace(SHORT, seed=seed)
            return run(play(f"sqlite:///{folder / 'hub.db'}", folder, plan)).faults[fault]

    assert any(found(seed) for seed in range(1, 6))


def test_a_booking_moved_and_then_given_up_leaves_two_places_that_rest(sale, database):
    booked = sell(sale, 1)
    sale.cancel(sale.move(booked.code, at("07 09:30")).code)
    keys = [lease_key("A", at(slot), False) for slot in (SLOT, "07 09:30")]
    assert resting_places(database, CENTER) == dict.fromkeys(keys, 1)
    assert resting_places(database, "00001") == {}
