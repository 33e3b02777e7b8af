"""Every text is there in every language, with the same values to fill in."""

import string
import unicodedata

import pytest

from layso_assets.languages import LANGUAGES, TextMissing, Texts

VIETNAMESE, *OTHERS = LANGUAGES


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_no_language_lacks_a_text_or_has_one_too_many(language: str) -> None:
    assert Texts(language).all_keys() == Texts(VIETNAMESE).all_keys()


@pytest.mark.parametrize("language", OTHERS)
def test_translations_fill_in_the_same_values(language: str) -> None:
    for key in Texts(VIETNAMESE).all_keys():
        assert _fields(Texts(language).say(key)) == _fields(Texts(VIETNAMESE).say(key)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_composed_letters_and_no_codes(language: str) -> None:
    texts = Texts(language)
    for key in texts.all_keys():
        text = texts.say(key)
        assert text.strip(), key
        assert unicodedata.is_normalized("NFC", text), key
        assert "Traceback" not in text
        assert "_" not in text.replace("{", " ").split("}")[-1], key


def test_an_unknown_text_is_our_fault_and_says_which() -> None:
    with pytest.raises(TextMissing, match=r"kiosk\.no\.such\.text"):
        Texts(VIETNAMESE).say("kiosk.no.such.text")


def test_an_unknown_language_reads_vietnamese() -> None:
    assert Texts("xx").language == VIETNAMESE
