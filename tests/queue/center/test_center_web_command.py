"""`layso-center web places`: places set by hand, leased at once, and what cannot be."""

import time
from datetime import datetime, timedelta

import pytest

from layso_queue.center.command import main
from layso_queue.center.settings import hours_of
from layso_queue.center.stamps import VIETNAM, in_ms, local_date
from layso_queue.center.storage import Exchange
from layso_queue.center.sync.places import (
    Place,
    slots_on,
)
from layso_queue.sync.at_center.telling import places_of_web


def _soon(settings, days=3):
    """The first working day's nine o'clock from `days` ahead on, by the real clock."""
    day = local_date(time.time_ns() // 1_000_000) + timedelta(days=days)
    while not slots_on(hours_of(settings), day):
        day += timedelta(days=1)
    return day, in_ms(datetime(day.year, day.month, day.day, 9, tzinfo=VIETNAM))


def _say(place, capsys, service, day, slot, n):
    words = ["web", "places", "--data", str(place.path), "--service", service]
    code = main(["--language", "en", *words, "--date", day, "--slot", slot, "--n", n])
    said = capsys.readouterr()
    return code, (said.err if code else said.out).strip()


def _with_hub(place):
    file = place.path / "settings.toml"
    text = file.read_text("utf-8")
    hub = '[hub]\nurl = "http://127.0.0.1:1"\nkey = "k"\n\n'
    file.write_text(text.replace("[[services]]", f"{hub}[[services]]", 1), "utf-8")


def test_the_command_sets_places_and_leases_them_at_once(place, settings, capsys):
    _with_hub(place)
    day, slot = _soon(settings)
    code, said = _say(place, capsys, "A", day.isoformat(), "09:00", "7")
    assert (code, said) == (0, f"Service A, 09:00 on {day:%d/%m/%Y}: 7 places on the web.")
    code, said = _say(place, capsys, "K", day.isoformat(), "09:00", "1")
    assert code == 0
    exchange = Exchange(place.path / "center.db", "26041")
    now = time.time_ns() // 1_000_000
    with exchange.begin(now, "x") as side:
        assert places_of_web(side, "A", slot) == 7
        assert places_of_web(side, "K", slot) == 1
        assert side.outbox.head().seq == 2
    assert _say(place, capsys, "A", day.isoformat(), "09:00", "rule")[0] == 0
    with exchange.begin(now, "x") as side:
        assert side.grant(Place("A", slot, False).key).asked == 4
        assert side.web.by_hand() == {Place("K", slot, False).key: 1}
    exchange.close()


def test_the_command_keeps_what_is_far_or_has_no_hub_yet(place, settings, capsys):
    day, slot = _soon(settings)
    said = _say(place, capsys, "A", day.isoformat(), "09:00", "7")[1]
    assert "nobody can book" in said
    _with_hub(place)
    far, far_slot = _soon(settings, 30)
    assert "open 14 days before" in _say(place, capsys, "A", far.isoformat(), "09:00", "5")[1]
    exchange = Exchange(place.path / "center.db", "26041")
    with exchange.begin(0, "x") as side:
        assert side.outbox.head().seq == 0
        hand = {Place("A", slot, False).key: 7, Place("A", far_slot, False).key: 5}
        assert side.web.by_hand() == hand
    exchange.close()


@pytest.mark.parametrize(
    ("service", "day", "slot", "n", "said"),
    [
        ("Q", "2030-10-07", "09:00", "3", "has no service Q"),
        ("A", "tomorrow", "09:00", "3", "as 2026-12-01 and 09:00"),
        ("A", "2030-10-07", "9h", "3", "as 2026-12-01 and 09:00"),
        ("A", "2030-10-07", "09:00", "-1", "from 0 to 200"),
        ("A", "2030-10-07", "09:00", "201", "from 0 to 200"),
        ("A", "2030-10-07", "09:00", "many", "from 0 to 200"),
        ("A", "2030-10-06", "09:00", "3", "closed on 06/10/2030"),
        ("A", "2030-10-07", "12:00", "3", "does not begin a half hour"),
        ("A", "2020-10-07", "09:00", "3", "has passed"),
    ],
)
def test_the_command_says_what_cannot_be(place, capsys, service, day, slot, n, said):
    code, why = _say(place, capsys, service, day, slot, n)
    assert code == 2
    assert said in why
