"""Opening hours without what is closed: why not just now, and when again."""

import pytest

from layso_assets.languages import Texts
from layso_queue.center.hours import Hours, without
from layso_queue.center.settings import hours_of, read_settings
from layso_queue.center.stamps import in_ms, local


def test_closed_times_are_taken_out_of_open_ones():
    spans = ((10, 20), (30, 40))
    assert without(spans, ()) == spans
    assert without(spans, ((0, 10), (20, 30), (40, 99))) == spans
    assert without(spans, ((15, 35),)) == ((10, 15), (35, 40))
    assert without(spans, ((12, 14), (0, 11), (13, 18))) == ((11, 12), (18, 20), (30, 40))
    assert without(spans, ((0, 99),)) == ()


@pytest.mark.parametrize(
    ("at", "closed", "reason", "opening", "day_on"),
    [
        ("09:00", ("10:00", "11:00"), None, None, True),
        ("10:00", ("10:00", "11:00"), "closure", "11:00", True),
        ("12:00", ("13:00", "24:00"), "closure", "+1 07:00", True),
        ("12:00", ("10:00", "14:00"), "lunch", "14:00", True),
        ("06:00", ("00:00", "24:00"), "closure", "+1 07:00", False),
        ("06:00", ("07:00", "08:00"), "before_opening", "08:00", False),
        ("18:00", ("10:00", "24:00"), "after_closing", "+1 07:00", False),
    ],
)
def test_the_hours_say_why_and_when_again(place, at, closed, reason, opening, day_on):
    def ms(clock):
        day, _, clock = clock.rpartition(" ")
        hour, minute = clock.split(":")
        begin = in_ms(local(place.clock.ms).replace(hour=0, minute=0))
        return begin + (int(day or 0) * 24 + int(hour)) * 3_600_000 + int(minute) * 60_000

    hours = hours_of(read_settings(place.path / "settings.toml", Texts("vi")))
    standing = hours.without(lambda: (tuple(map(ms, closed)),)).standing(ms(at))
    assert (standing.open, standing.reason) == (reason is None, reason)
    assert standing.day_on == day_on
    if opening is not None:
        assert standing.next_opening == ms(opening)
    assert Hours.always().without(lambda: ((0, 2**53),)).standing(ms(at)).next_opening is None
