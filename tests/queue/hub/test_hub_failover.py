"""The primary database is killed while people book: no confirmed booking is lost."""

import pytest
from bench.reliability.failover import drill

from postgres_pair import postgres_pair
from private_postgres import binaries

pytestmark = pytest.mark.skipif(binaries() is None, reason="PostgreSQL is not installed here")


def test_no_confirmed_booking_is_lost_when_the_primary_is_killed():
    with postgres_pair() as pair:
        made = drill(pair, buyers=4, before=40, after=20, synchronous=True)
    assert made.passed, made
    assert made.confirmed >= 60


def test_without_a_synchronous_standby_the_drill_finds_what_is_lost():
    with postgres_pair(synchronous=False) as pair:
        made = drill(pair, buyers=4, before=20, after=10, synchronous=False)
    assert made.lost > 0, "else the drill could not find a loss"
