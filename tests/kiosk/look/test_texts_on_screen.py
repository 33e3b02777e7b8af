"""The words on a screen follow the language, and both languages are complete."""

import string
from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QFont, QTextLayout
from pytestqt.qtbot import QtBot

from layso_assets.languages import TextMissing, Texts
from layso_kiosk.look import tokens
from layso_kiosk.look.clock import VIETNAM, WallClock
from layso_kiosk.look.program import open_application
from layso_kiosk.look.texts import ScreenTexts

TOPICS = ("look", "display", "voice")


def _holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_say_the_same_things(topic: str) -> None:
    vi, en = Texts("vi"), Texts("en")
    keys = {key for key in vi.all_keys() if key.startswith(f"{topic}.")}
    assert keys
    assert keys == {key for key in en.all_keys() if key.startswith(f"{topic}.")}
    for key in keys:
        assert _holes(vi.say(key)) == _holes(en.say(key)), key


def test_a_missing_text_is_our_fault_and_not_a_hole_on_the_screen() -> None:
    with pytest.raises(TextMissing):
        ScreenTexts().say("look.no.such")


def test_javascript_numbers_are_said_as_whole_numbers() -> None:
    texts = ScreenTexts("en")
    assert texts.lookup("display.services.minutes", {"low": 3.0, "high": 12.0}) == "3–12 min"


def test_a_name_without_the_language_is_shown_in_vietnamese() -> None:
    texts = ScreenTexts("en")
    assert texts.pick({"vi": "Đất đai"}) == "Đất đai"
    assert texts.pick({"vi": "Đất đai", "en": "Land"}) == "Land"
    assert texts.pick({}) == ""


def test_the_clock_says_the_day_in_the_chosen_language(qapp: object) -> None:
    texts, at = ScreenTexts("vi"), datetime(2026, 11, 24, 7, 5, 59, tzinfo=VIETNAM)
    times = [at]
    clock = WallClock(texts, lambda: times[-1])
    assert (clock.time, clock.date) == ("07:05", "Thứ Ba, 24/11/2026")
    texts.choose("en")
    assert clock.date == "Tuesday, 24/11/2026"
    times.append(at + timedelta(seconds=1))
    clock.renew()
    assert clock.time == "07:06"


def test_the_clock_looks_again_when_a_second_begins(qapp: object) -> None:
    at = datetime(2026, 11, 24, 7, 5, 59, 400_000, tzinfo=VIETNAM)
    clock = WallClock(ScreenTexts("vi"), lambda: at)
    assert clock._timer.interval() == 600, "the next minute comes in 600 ms"


def test_khmer_is_shaped_with_letters_of_its_own_font(qtbot: QtBot) -> None:
    open_application("test")
    words = Texts("km").say("kiosk.home.booking")
    layout = QTextLayout(words, QFont(tokens.load().family))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName().lower() for run in runs} == {"noto sans khmer"}
    signs = [sign for run in runs for sign in run.glyphIndexes()]
    assert 0 not in signs, "no empty boxes"
    assert len(signs) < len(words), "letters below and around others are joined to them"
