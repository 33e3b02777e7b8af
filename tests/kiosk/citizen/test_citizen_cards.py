"""What an identity card's code says, and which code is of which kind."""

import unicodedata
from datetime import date

import pytest

from layso_kiosk.citizen.scanning.card import CardUnreadable, read_card
from layso_kiosk.citizen.scanning.sorting import Kind, sort

TODAY = date(2026, 11, 23)
KEY = b"k" * 32
OLD = "075085123456|271234567|Nguyễn Văn Mẫu|05031941|Nam|Khu phố 3, Trấn Biên|15042021"
NEW = "075190000012||Trần Thị Thử|21111990|Nữ|Ấp 2, Đồng Nai|01082024||||"
TICKET = "01935000-0000-7000-8000-000000000001"


@pytest.mark.parametrize("card", [OLD, NEW, unicodedata.normalize("NFD", NEW), f" {OLD}\r"])
def test_cards_of_both_kinds_are_read(card: str) -> None:
    assert read_card(card, TODAY, KEY).band == (80 if "Mẫu" in card else 16)


@pytest.mark.parametrize(
    ("birth", "band"),
    [("23111966", 60), ("24111966", 16), ("23112010", 16), ("24112010", 0), ("01011900", 80)],
)
def test_the_age_turns_on_the_birthday(birth: str, band: int) -> None:
    assert read_card(NEW.replace("21111990", birth), TODAY, KEY).band == band


@pytest.mark.parametrize(
    "damaged",
    [
        OLD.replace("05031941", "31021941"),
        OLD.replace("05031941", "05032041"),
        OLD.replace("05031941", "05031841"),
        OLD.replace("|Nam|", "|X|"),
        OLD[:-1],
        OLD.replace("|271234567|", "|27|"),
        NEW.replace("||Trần", "|Trần"),
    ],
)
def test_a_damaged_card_is_refused_without_a_trace(damaged: str) -> None:
    with pytest.raises(CardUnreadable) as fault:
        read_card(damaged, TODAY, KEY)
    assert str(fault.value) == ""
    assert fault.value.__cause__ is None


def test_the_mark_tells_cards_apart_and_nothing_else() -> None:
    one, other = read_card(OLD, TODAY, KEY), read_card(NEW, TODAY, KEY)
    assert one.mark == read_card(OLD, TODAY, KEY).mark != other.mark
    assert read_card(OLD, TODAY, b"another" * 5).mark != one.mark
    assert "075085123456" not in repr(one)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (OLD, Kind.CARD),
        (NEW, Kind.CARD),
        (OLD.replace("Nam", "??"), Kind.CARD),
        ("K7M2-Q9XD", Kind.BOOKING),
        ("K7M2Q9XD", Kind.BOOKING),
        ("LS1:" + "ARRDAZTDAUZDMMBU" * 10, Kind.BOOKING),
        (f"http://192.168.1.9:8026/t/{TICKET}", Kind.TICKET),
        ("https://vneid.gov.vn/?q=00020101021138", Kind.UNREADABLE),
        ("00020101021238570010A000000727012700069704220113VQRQ0001" + "9" * 300, Kind.UNREADABLE),
        ("x" * 2000, Kind.UNREADABLE),
        ("|||", Kind.UNREADABLE),
        ("", Kind.UNREADABLE),
    ],
)
def test_codes_are_sorted(code: str, kind: Kind) -> None:
    assert sort(code)[0] is kind
