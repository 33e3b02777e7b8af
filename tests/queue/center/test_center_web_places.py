"""What the web gets of a center: places by rule and by hand, leased in time, never too many."""

from datetime import date, timedelta

import pytest

from layso_queue.center.hours import Hours
from layso_queue.center.settings import hours_of
from layso_queue.center.stamps import local_date, midnight
from layso_queue.center.sync.places import (
    AT_ONCE,
    Place,
    lease,
    place_of,
    slots_on,
    wanted,
)
from layso_queue.sync import Kind
from layso_queue.sync.at_center.lives import begin_life
from layso_queue.sync.at_center.telling import places_of_web
from layso_queue.sync.leases import answered
from layso_queue.sync.moment import Moment
from layso_queue.sync.trial.world import World

HOUR = 3_600_000
DAY = 24 * HOUR
MONDAY = date(2026, 10, 5)
NINE = midnight(MONDAY) + 9 * HOUR


@pytest.fixture
def keep(exchange, settings):
    """Does once what the center does when it looks at `now`; returns how many leases changed."""
    world = World(1)

    def once(now, settings=settings):
        at, changed, done = Moment(now, world.new_id), AT_ONCE, 0
        while changed == AT_ONCE:
            with exchange.begin(now, "first") as side:
                places = wanted(settings, hours_of(settings), now, side.web.by_hand())
                changed = lease(side, places, at)
                done += changed
        return done

    return once


def _web(settings, **web):
    return settings.model_copy(update={"web": settings.web.model_copy(update=web)})


def _closed_on(settings, *days):
    hours = settings.hours.model_copy(update={"closures": frozenset(days)})
    return settings.model_copy(update={"hours": hours})


def test_half_hours_are_those_of_the_opening_hours(settings):
    slots = slots_on(hours_of(settings), MONDAY)
    assert len(slots) == 15
    assert slots[0] == midnight(MONDAY) + 7 * HOUR + HOUR // 2
    assert slots[7] == midnight(MONDAY) + 11 * HOUR
    assert slots[8] == midnight(MONDAY) + 13 * HOUR + HOUR // 2
    assert slots[-1] == midnight(MONDAY) + 16 * HOUR + HOUR // 2
    assert slots_on(hours_of(settings), date(2026, 10, 4)) == []
    assert len(slots_on(Hours.always(), MONDAY)) == 48


def test_the_rule_covers_open_days_in_reach_and_half_hours_to_come(settings):
    found = wanted(settings, hours_of(settings), NINE, {})
    places = {place: n for place, n in found.items() if n}
    days = {local_date(place.slot) for place in places}
    assert min(days) == MONDAY
    assert max(days) == MONDAY + timedelta(days=14)
    assert all(day.weekday() < 5 for day in days)
    assert {(p.service, p.remote): n for p, n in places.items()} == {
        ("A", False): 4,
        ("H", False): 2,
        ("L", False): 2,
        ("A", True): 3,
    }
    assert min(p.slot for p in places if not p.remote) == NINE + HOUR // 2
    assert found[Place("A", midnight(MONDAY), True)] == 3
    evening = wanted(settings, hours_of(settings), midnight(MONDAY) + 17 * HOUR, {})
    assert min(local_date(place.slot) for place in evening) == MONDAY + timedelta(days=1)
    near = wanted(_web(settings, days=0), hours_of(settings), NINE, {})
    assert {local_date(place.slot) for place in near} == {MONDAY}


def test_by_hand_stands_above_the_rule_but_not_on_a_day_off(settings):
    hand = Place("A", NINE + DAY, False)
    other = Place("K", NINE + DAY, False)
    by_hand = {hand.key: 9, other.key: 1}
    found = wanted(settings, hours_of(settings), NINE, by_hand)
    assert (found[hand], found[other]) == (9, 1)
    closed = _closed_on(settings, MONDAY + timedelta(days=1))
    found = wanted(closed, hours_of(closed), NINE, by_hand)
    assert hand not in found
    assert place_of(hand.key) == hand


def test_a_lease_is_told_once_and_again_when_a_day_comes_into_reach(exchange, keep):
    first = keep(NINE)
    assert first == 3 * (15 * 11 - 4) + 11
    assert keep(NINE) == 0
    # Half hours that have begun say nothing more; only the day that came into reach does.
    assert keep(NINE + DAY) == 3 * 15 + 1
    with exchange.begin(NINE, "x") as side:
        events = [one.event for one in side.outbox.after(0, 1000)]
        assert places_of_web(side, "A", NINE + HOUR) == 4
    assert {one.kind for one in events} == {Kind.QUOTA_SET}
    assert {one.payload["n"] for one in events} == {2, 3, 4}


def test_what_the_settings_give_no_more_is_asked_back_and_counts_till_answered(
    exchange, keep, settings
):
    keep(NINE)
    place = Place("H", NINE + DAY, False)
    less = _web(settings, places={"A": 4, "L": 2})
    assert keep(NINE, less) == 15 * 11 - 4
    with exchange.begin(NINE, "x") as side:
        grant = side.grant(place.key)
        assert (grant.asked, places_of_web(side, "H", place.slot)) == (0, 2)
        side.keep_grant(answered(grant, 1, grant.version))
        assert places_of_web(side, "H", place.slot) == 1
    assert keep(NINE, less) == 0


def test_a_day_that_becomes_a_day_off_gives_its_places_back(exchange, keep, settings):
    keep(NINE)
    tuesday = MONDAY + timedelta(days=1)
    assert keep(NINE, _closed_on(settings, tuesday)) == 3 * 15 + 1
    with exchange.begin(NINE, "x") as side:
        asked = {place_of(one.key): one.asked for one in side.web.grants_from(midnight(tuesday))}
    assert not any(n for place, n in asked.items() if local_date(place.slot) == tuesday)
    assert any(asked.values())


def test_numbers_from_home_end_with_the_day(exchange, keep):
    keep(NINE)
    today = Place("A", midnight(MONDAY), True)
    keep(midnight(MONDAY) + 17 * HOUR)
    with exchange.begin(NINE, "x") as side:
        assert side.grant(today.key).asked == 0
        # What has begun stays as it was: nobody can book it, and who did is counted.
        assert side.grant(Place("A", NINE + HOUR, False).key).asked == 4


def test_a_restored_center_leases_nothing_until_it_knows_its_leases(exchange, keep):
    keep(NINE)
    with exchange.begin(NINE, "x") as side:
        begin_life(side, Moment(NINE, World(2).new_id))
        head = side.outbox.head()
    assert keep(NINE + DAY) == 0
    with exchange.begin(NINE, "x") as side:
        assert side.outbox.head() == head
