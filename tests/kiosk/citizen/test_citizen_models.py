"""What the pages say, without a window."""

from datetime import datetime
from typing import Any

import pytest

from layso_kiosk.citizen.hours import guessed_closed, say_closed, told_closed
from layso_kiosk.citizen.moments import read_moment, say_moment
from layso_kiosk.citizen.qr import qr_picture
from layso_kiosk.citizen.wording import say_ahead, say_counters, say_wait, say_waiting
from layso_kiosk.look.clock import VIETNAM
from layso_kiosk.look.texts import ScreenTexts

DAY = {"hours": [["07:30", "11:30"], ["13:30", "17:00"]]}


def at(time: str, day: int = 23) -> datetime:
    hour, minute = map(int, time.split(":"))
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("time", "reason"),
    [
        ("06:59", "before_opening"),
        ("07:00", ""),
        ("11:29", ""),
        ("11:30", "lunch"),
        ("12:59", "lunch"),
        ("13:00", ""),
        ("16:59", ""),
        ("17:00", "after_closing"),
    ],
)
def test_a_kiosk_alone_keeps_the_last_known_hours(time: str, reason: str) -> None:
    assert guessed_closed(DAY, at(time)) == reason


@pytest.mark.parametrize("hours", [[], [["x", "y"]], [None], [["07:30"]]])
def test_hours_that_cannot_be_read_close_nothing(hours: Any) -> None:
    assert guessed_closed({"hours": hours}, at("03:00")) == ""


def test_the_centers_word_for_closed_is_taken_or_made_plain() -> None:
    assert told_closed({"state": "open", "closed_reason": "lunch"}) == ""
    assert told_closed({"state": "closed", "closed_reason": "lunch"}) == "lunch"
    assert told_closed({"state": "closed", "closed_reason": "flood"}) == "closed"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "reason", ["before_opening", "lunch", "after_closing", "day_off", "closed"]
)
def test_every_closed_screen_has_all_its_sentences(language: str, reason: str) -> None:
    page = say_closed(ScreenTexts(language), reason, {"next_opening": None}, at("12:00"))
    assert all(page[part] for part in ("icon", "title", "text", "next"))


def test_the_next_opening_is_said_as_people_say_it() -> None:
    texts = ScreenTexts("vi")
    assert say_moment(texts, at("13:30"), at("12:00")) == "13:30 hôm nay"
    assert say_moment(texts, at("07:30", 24), at("18:00")) == "07:30 ngày mai"
    assert say_moment(texts, at("07:30", 30), at("18:00")) == "07:30 Thứ Hai, 30/11/2026"


@pytest.mark.parametrize("text", [None, "", "tomorrow", "2026-11-23T07:30:00", 5])
def test_a_moment_without_a_zone_is_no_moment(text: object) -> None:
    assert read_moment(text) is None


def test_minutes_are_a_range_or_now_or_nothing() -> None:
    texts = ScreenTexts("vi")
    assert say_wait(texts, {"low": 5, "high": 10}) == "Chờ khoảng 5–10 phút"
    assert say_wait(texts, {"low": 5, "high": 5}) == "Chờ khoảng 5 phút"
    assert say_wait(texts, {"low": 0, "high": 5}) == "Chờ dưới 5 phút"
    assert say_wait(texts, "now") == say_wait(texts, {"low": 0, "high": 0})
    for nothing in (None, {"low": 9, "high": 2}, {"low": "5"}, 7):
        assert say_wait(texts, nothing) == ""


def test_people_and_counters_are_counted_in_words() -> None:
    texts = ScreenTexts("en")
    assert [say_waiting(texts, n) for n in (0, 1, 4)] == [
        "Nobody is waiting",
        "1 person waiting",
        "4 people waiting",
    ]
    assert say_ahead(texts, None) == ""
    assert say_counters(texts, [3]) == "Counter 3"
    assert say_counters(texts, [3, 4]) == "Counters 3, 4"
    assert say_counters(texts, None) == ""


def test_both_languages_say_the_same_things() -> None:
    from layso_assets.languages import Texts

    ours = {
        language: {key for key in Texts(language).all_keys() if key.startswith(("kiosk.", "link."))}
        for language in ("vi", "en")
    }
    assert ours["vi"] == ours["en"]


def test_the_code_on_the_screen_can_be_read(tmp_path: Any, qapp: Any) -> None:
    import base64

    import zxingcpp
    from PIL import Image

    source, modules = qr_picture("http://192.168.1.10:8026/t/01935000-0000-7000-8000-000000000001")
    file = tmp_path / "qr.png"
    file.write_bytes(base64.b64decode(source.partition(",")[2]))
    with Image.open(file) as small:
        assert small.size == (modules, modules)
        large = small.convert("L").resize((modules * 6, modules * 6), Image.Resampling.NEAREST)
    (code,) = zxingcpp.read_barcodes(large)
    assert code.text.endswith("000000000001")
    assert qr_picture("") == ("", 0)
