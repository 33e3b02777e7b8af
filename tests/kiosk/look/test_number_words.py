"""All ten thousand numbers in Vietnamese and English, against a second way of saying them."""

import re

import pytest

from layso_kiosk.look.sound import numbers
from layso_kiosk.look.sound.numbers import NumberTooLarge, english, vietnamese

TABLE = """0 không · 4 bốn · 10 mười · 14 mười bốn · 15 mười lăm · 21 hai mươi mốt
· 24 hai mươi tư · 25 hai mươi lăm · 44 bốn mươi tư · 50 năm mươi · 55 năm mươi lăm · 100 một trăm
· 101 một trăm linh một · 105 một trăm linh năm · 110 một trăm mười · 115 một trăm mười lăm
· 121 một trăm hai mươi mốt · 405 bốn trăm linh năm · 999 chín trăm chín mươi chín · 1000 một nghìn
· 1001 một nghìn không trăm linh một · 1015 một nghìn không trăm mười lăm
· 1100 một nghìn một trăm · 5055 năm nghìn không trăm năm mươi lăm"""


@pytest.mark.parametrize("row", [row.strip() for row in TABLE.split("·")])
def test_the_table_of_the_rules(row: str) -> None:
    figures, words = row.split(" ", 1)
    assert " ".join(vietnamese(int(figures))) == words


def _oracle_vi(number: int) -> str:
    """Say all four places first, then correct the sentence by rules, last places last."""
    names = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    a, b, c, d = (names[int(figure)] for figure in f"{number:04d}")
    full = f"{a} nghìn {b} trăm {c} mươi {d}"
    rules = [
        (r"^không nghìn ", ""),
        (r"^không trăm ", ""),
        (r"(nghìn) không trăm không mươi không$", r"\1"),
        (r"(trăm) không mươi không$", r"\1"),
        (r"(trăm) không mươi ", r"\1 linh "),
        (r"^không mươi ", ""),
        (r"một mươi", "mười"),
        (r"(mươi|mười) không$", r"\1"),
        (r"(mươi|mười) năm$", r"\1 lăm"),
        (r"mươi một$", "mươi mốt"),
        (r"mươi bốn$", "mươi tư"),
    ]
    for pattern, better in rules:
        full = re.sub(pattern, better, full)
    return full


def test_every_number_in_vietnamese() -> None:
    wrong = [n for n in range(10_000) if " ".join(vietnamese(n)) != _oracle_vi(n)]
    assert wrong == []


def test_the_south_says_le_and_ngan() -> None:
    for n in range(10_000):
        north = _oracle_vi(n).replace("linh", "lẻ").replace("nghìn", "ngàn")
        assert " ".join(vietnamese(n, "south")) == north


def test_eighteen_words_are_enough() -> None:
    north = {word for n in range(10_000) for word in vietnamese(n)}
    assert len(north) == 18
    south = {word for n in range(10_000) for word in vietnamese(n, "south")}
    assert north | south == {*numbers.VI_UNITS, *numbers.VI_OTHERS}


def _oracle_en(words: tuple[str, ...]) -> int:
    """Read the words back as a person adds them up."""
    total = 0
    for word in words:
        if word == "thousand":
            total *= 1000
        elif word == "hundred":
            total = total // 1000 * 1000 + total % 1000 * 100
        elif word in numbers.EN_TENS:
            total += (numbers.EN_TENS.index(word) + 2) * 10
        elif word != "and":
            total += numbers.EN_SMALL.index(word)
    return total


def test_every_number_in_english_reads_back_as_itself() -> None:
    said = [english(n) for n in range(10_000)]
    assert [_oracle_en(words) for words in said] == list(range(10_000))
    assert len(set(said)) == 10_000
    assert " ".join(said[1015]) == "one thousand and fifteen"
    assert " ".join(said[342]) == "three hundred and forty two"


@pytest.mark.parametrize("number", [-1, 10_000])
def test_a_number_that_no_ticket_has_is_refused(number: int) -> None:
    for say in (vietnamese, english):
        with pytest.raises(NumberTooLarge):
            say(number)
