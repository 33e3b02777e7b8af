"""Web places by the hour: services that share counters get theirs together."""

from layso_queue.reports.plan_made import hours_of
from layso_queue.reports.plan_places import places
from layso_queue.reports.plan_roster import steps_of
from layso_queue.simulate import Length


def test_places_of_services_that_share_a_counter_are_given_together() -> None:
    lengths = {"A": Length(mean=6), "H": Length(mean=12)}
    desks = {1: ("A",), 2: ("A", "H"), 3: ("H",)}
    targets = {"A": 15.0, "H": 25.0}
    found = places(600, 60, {"A": 5.0, "H": 2.0}, lengths, desks, targets, 0.1, 0.85)
    offered = {one.service: one for one in found}
    assert all(one.places > 0 for one in found)
    for one in found:
        assert one.offer.wait <= targets[one.service]
    alone = places(600, 60, {"A": 5.0}, lengths, desks, targets, 0.1, 0.85)
    assert alone[0].places > offered["A"].places, "nobody else's places weigh on the counters"
    half = places(600, 30, {"A": 5.0, "H": 2.0}, lengths, desks, targets, 0.1, 0.85)
    assert sum(one.places for one in half) < sum(one.places for one in found)
    none = places(600, 60, {"A": 5.0}, lengths, {3: ("H",)}, targets, 0.1, 0.85)
    assert (none[0].places, none[0].sentence[0]) == (0, "never")


def test_hours_begin_with_the_doors_and_the_last_may_be_short() -> None:
    assert hours_of(((450, 690), (810, 1020))) == [
        (450, 60), (510, 60), (570, 60), (630, 60), (810, 60), (870, 60), (930, 60), (990, 30),
    ]  # fmt: skip
    assert steps_of(((450, 540),)) == [450, 480, 510]
