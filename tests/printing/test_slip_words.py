"""What a slip says."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layso_printing import SlipWrong, TicketSlip
from layso_printing.slip import clean, words_of


def test_control_and_bidi_characters_never_reach_the_paper() -> None:
    hostile = "Chứng\x1b@\x1dV\x00 thực\u202e\u200f\u2066 bản\ufeff sao\x10\x14\x08\x01"
    assert clean(hostile) == "Chứng@V thực bản sao"


def test_text_that_arrives_decomposed_is_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "Đất đai, nhà ở")) == "Đất đai, nhà ở"


def test_heaped_accents_are_cut_down_to_two() -> None:
    assert len(clean("x" + "\u0301" * 50)) == 3


@given(st.text(max_size=400))
def test_cleaned_text_is_one_line_of_visible_letters(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) <= 240
    assert not any(unicodedata.category(one) in {"Cc", "Cf", "Co", "Cs", "Cn"} for one in cleaned)
    assert clean(cleaned) == cleaned


def test_every_slip_says_that_it_is_no_receipt(sample: TicketSlip) -> None:
    sentence = {
        "vi": "Phiếu này không thay thế giấy tiếp nhận hồ sơ",
        "en": "This slip does not replace the receipt for your dossier",
    }[sample.language]
    assert words_of(sample).texts["not_receipt"] == sentence


def test_date_and_time_are_written_as_in_vietnam(slip: TicketSlip) -> None:
    assert words_of(slip).texts["issued"] == "Lấy số lúc 23/11/2026 07:42"


@pytest.mark.parametrize(
    ("changes", "facts"),
    [
        ({}, [("Trước bạn", "7 người"), ("Dự kiến chờ", "15–25 phút"), ("Các quầy", "1, 2, 8")]),
        ({"ahead": 0, "wait": "now"}, [("Trước bạn", "Không có ai"), ("Dự kiến chờ", "Gọi ngay")]),
        ({"wait": "no_counter", "counters": ()}, [("Dự kiến chờ", "Chờ mở quầy")]),
        ({"wait": (0, 5)}, [("Dự kiến chờ", "Dưới 5 phút")]),
        ({"wait": (20, 20), "counters": (3,)}, [("Dự kiến chờ", "20 phút"), ("Quầy", "3")]),
        ({"counters": (9, 4, 5, 6, 1, 2)}, [("Các quầy", "1, 2, 4–6, 9")]),
        ({"language": "en", "wait": (0, 15)}, [("Expected wait", "Less than 15\u00a0min")]),
        ({"language": "en", "ahead": 1}, [("Ahead of you", "1 person"), ("Counters", "1, 2, 8")]),
    ],
)
def test_facts_say_people_minutes_and_counters(
    slip: TicketSlip, changes: dict[str, object], facts: list[tuple[str, str]]
) -> None:
    said = {(fact.label, fact.value) for fact in words_of(replace(slip, **changes)).facts}
    assert said >= set(facts)


def test_what_is_not_known_is_not_printed(slip: TicketSlip) -> None:
    silent = replace(slip, ahead=None, wait=None, counters=())
    assert words_of(silent).facts == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"number": "A012\x1b"},
        {"number": ""},
        {"number": "-A1"},
        {"number": "A123456789"},
        {"follow_url": "javascript:alert(1)"},
        {"follow_url": "https://a.vn/" + "x" * 200},
        {"follow_url": "https://a.vn/\x1b"},
        {"ahead": -1},
        {"wait": (9, 3)},
    ],
)
def test_a_slip_that_no_citizen_should_hold_is_refused(
    slip: TicketSlip, changes: dict[str, object]
) -> None:
    with pytest.raises(SlipWrong):
        replace(slip, **changes)


def test_without_internet_the_code_s_line_names_the_wi_fi(sample: TicketSlip) -> None:
    wifi = "TTHCC Tran\x1b Bien\u202e" + "x" * 40
    url = "http://192.168.1.10:8026/t/0"
    follow = words_of(replace(sample, wifi=wifi, follow_url=url)).texts["follow"]
    assert "Wi-Fi TTHCC Tran Bien" in follow
    assert "\x1b" not in follow
    assert words_of(replace(sample, wifi=wifi, follow_url="")).texts["follow"] == ""
    assert "Wi-Fi" not in words_of(sample).texts["follow"]
