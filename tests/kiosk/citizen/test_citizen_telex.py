"""Telex against an oracle of its own: every syllable, typed in every usual way."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from layso_assets import files
from layso_kiosk.citizen.letters.telex import Word, compose, erase, press

# The oracle: written by hand, vowel group -> where the tone stands when nothing follows in the
# old and in the new way, and when a consonant follows ("-": none of these is written so).
GROUPS = """
a 000 ă --0 â --0 e 000 ê 000 i 000 o 000 ô 000 ơ 000 u 000 ư 000 y 00-
ai 00- ao 00- au 00- ay 00- âu 00- ây 00- eo 00- êu 00- ia 00- iu 00- iê --1 oa 011 oă --1 oe 011
oi 00- ôi 00- ơi 00- oo --1 ua 00- uâ --1 uê 111 ui 00- uy 011 uô --1 uơ 11- ưa 00- ưi 00- ưu 00-
ươ --1 iêu 11- oai 11- oay 11- oeo 11- uây 11- uôi 11- uya 11- uyê --2 uyu 11- ươi 11- ươu 11-
"""
FIRSTS = "b c d đ g h kh ngh th tr"
FEW_FIRSTS = "ch đ h"
LASTS = ["c", "ch", "m", "n", "ng", "nh", "p", "t"]
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
KEYS = ["", "f", "s", "r", "x", "j"]
SPELT = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}


def _table() -> Iterator[tuple[str, str]]:
    words = GROUPS.split()
    yield from zip(words[::2], words[1::2], strict=True)


def _written(first: str, group: str, last: str, tone: int, at: int) -> str:
    letters = [letter + (TONES[tone] if n == at else "") for n, letter in enumerate(group)]
    return unicodedata.normalize("NFC", first + "".join(letters) + last)


def _spelt(letters: str) -> str:
    return "".join(SPELT.get(letter, letter) for letter in letters)


def _ways(first: str, group: str, last: str, tone: int) -> Iterator[str]:
    """The keys of a syllable: marks at once, tone early, all marks at the end, uow for ươ."""
    vowels = _spelt(group) if group != "oo" else "ooo"
    yield _spelt(first) + vowels + last + KEYS[tone]
    yield _spelt(first) + vowels + KEYS[tone] + last
    if "ươ" in group:
        yield _spelt(first) + group.replace("ươ", "uow") + last + KEYS[tone]
    plain = "".join(SPELT[one][0] if one in SPELT else one for one in group)
    ends = [SPELT[one][1] for one in group if one in SPELT]
    if group != "oo" and first != "đ" and (plain, ends) not in (("ua", ["a"]), ("uo", ["w"])):
        yield first + plain + last + "".join(sorted(set(ends))) + KEYS[tone]


@pytest.mark.parametrize(("style", "firsts"), [("old", FIRSTS), ("new", FEW_FIRSTS)])
def test_every_syllable_is_written_whichever_way_it_is_typed(style: Any, firsts: str) -> None:
    wrong, count = [], 0
    for group, places in _table():
        for first in firsts.split():
            if (first, group[0]) in (("g", "i"), ("k", "u")):
                continue
            if group == "uơ" and first not in ("h", "th", "kh"):
                continue  # elsewhere it is no syllable, but ươ on its way
            for last in ("", *LASTS):
                place = places[2] if last else places[0 if style == "old" else 1]
                if place == "-":
                    continue
                for tone in range(6):
                    right = _written(first, group, last, tone, int(place))
                    for keys in _ways(first, group, last, tone):
                        count += 1
                        if compose(keys, style) != right:
                            wrong.append((keys, compose(keys, style), right))
    assert count > 8_000
    assert wrong[:20] == []


def _vietnamese() -> set[str]:
    sources = (("procedures", "procedures.csv"), ("languages", "vi", "kiosk.toml"))
    texts = [files.path(*source).read_text("utf-8") for source in sources]
    signs = "".join(sign if sign.isalpha() else " " for sign in " ".join(texts))
    return {word for word in signs.split() if not word.isascii()}


def _keys_of(word: str) -> str:
    keys, tone = "", ""
    for letter in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", letter)
        marks = [one for one in parts[1:] if one in TONES]
        tone = KEYS[TONES.index(marks[0])] if marks else tone
        plain = unicodedata.normalize("NFC", "".join(one for one in parts if one not in marks))
        spelt = SPELT.get(plain.lower(), plain)
        keys += spelt.upper() if plain.isupper() else spelt
    return keys + tone


def test_every_word_that_we_print_can_be_typed() -> None:
    words = _vietnamese()
    assert len(words) > 300
    wrong = {
        word: made
        for word in words
        if (made := compose(_keys_of(word))) != word and compose(_keys_of(word), "new") != word
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("aaa", "aa"), ("eee", "ee"), ("ooo", "oo"), ("ddd", "dd"), ("aww", "aw"), ("oww", "ow"),
        ("uww", "uw"), ("ww", "w"), ("tww", "tw"), ("hoiss", "hois"), ("tieengss", "tiêngs"),
        ("dadd", "dad"), ("uowww", "uoww"), ("aaaa", "aaa"),
        ("toansz", "toan"), ("toanz", "toanz"),
    ],
)  # fmt: skip
def test_the_same_key_again_takes_the_mark_back(keys: str, text: str) -> None:
    assert compose(keys) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ddawng kys khai sinh", "đăng ký khai sinh"),
        ("DDAWNG KYS", "ĐĂNG KÝ"),
        ("Nguyeenx", "Nguyễn"),
        ("thuongwf", "thường"),
        ("thuowr", "thuở"),
        ("quowr", "quở"),
        ("giuwax", "giữa"),
        ("gif giaf gieengs", "gì già giếng"),
        ("toan2", "toan2"),
        ("tw nw", "tư nư"),
        ("wowcs", "ước"),
    ],
)
def test_words_as_people_type_them(keys: str, text: str) -> None:
    assert compose(keys) == text


def test_who_types_without_tones_gets_what_was_typed() -> None:
    plain = "khai sinh dang ky ket hon ho so trich luc xac nhan sua chua tam tru bao hiem y te"
    assert compose(plain) == plain


def test_a_tone_wanders_while_letters_come_and_go() -> None:
    word = Word()
    for key in "hoaf":
        word = press(word, key)
    assert word.text == "hòa"
    word = press(word, "n")
    assert word.text == "hoàn"
    assert erase(word).text == "hòa"
    assert erase(erase(erase(erase(word)))).text == ""
