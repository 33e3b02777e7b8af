"""What a center's days teach: lengths, hours, and how many come."""

from datetime import date

import pytest

from layso_queue.center.settings import Settings
from layso_queue.reports.history import History
from layso_queue.reports.plan_day import ClosedThatDay, day_of

MONDAY = date(2026, 11, 30)


def test_the_history_knows_lengths_hours_and_how_many_come(learned: History) -> None:
    assert learned.days == 10
    assert learned.length("A").mean == pytest.approx(8, rel=0.1)
    assert learned.length("H").mean == pytest.approx(16, rel=0.1)
    assert learned.hours[4][0] == pytest.approx(600, abs=1)
    assert learned.hours[1][0] == pytest.approx(450, abs=1)
    assert sum(one.day("mon") for one in learned.demand.values()) == pytest.approx(160, rel=0.2)
    assert 0.02 < learned.no_show < 0.1
    assert sum(one.share for one in learned.priorities) < 0.5


def test_a_day_to_come_has_the_counters_as_they_usually_open(
    settings: Settings, learned: History
) -> None:
    day = day_of(settings, learned, MONDAY)
    hours = {desk.number: desk.hours for desk in day.desks}
    assert hours[1] == ((450, 690), (810, 1020))
    assert hours[4][0] == pytest.approx((600, 690))
    assert day.date == "2026-11-30"
    with pytest.raises(ClosedThatDay):
        day_of(settings, learned, date(2026, 12, 2))
    with pytest.raises(ClosedThatDay):
        day_of(settings, learned, date(2026, 12, 5))
