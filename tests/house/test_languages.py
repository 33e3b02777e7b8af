"""Every text is there in every language, with the same values to fill in."""

import string
import unicodedata

import pytest
from fontTools.ttLib import TTFont

from layso_assets import files
from layso_assets.languages import LANGUAGES, TextMissing, Texts, offered

VIETNAMESE, *OTHERS = LANGUAGES
BEGUN = [language.code for language in offered() if not language.complete]


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


def test_languages_are_found_by_their_folders_the_complete_ones_first() -> None:
    codes = [language.code for language in offered()]
    assert tuple(codes[: len(LANGUAGES)]) == LANGUAGES
    assert set(codes) == {file.parent.name for file in files.path("languages").glob("*/*.toml")}
    assert [one.name for one in offered()][:2] == ["Tiếng Việt", "English"]


@pytest.mark.parametrize("language", BEGUN)
def test_a_language_that_is_begun_falls_back_text_by_text(language: str) -> None:
    texts, vietnamese = Texts(language), Texts(VIETNAMESE)
    assert texts.all_keys() < vietnamese.all_keys(), "it has no text that nobody asks for"
    for key in texts.all_keys() - {"language.about.name"}:
        assert _fields(texts.say(key)) == _fields(vietnamese.say(key)), key
    missing = min(vietnamese.all_keys() - texts.all_keys())
    assert texts.say(missing) == vietnamese.say(missing)


def test_every_letter_of_every_language_is_in_a_font_that_we_ship() -> None:
    drawn: set[int] = set()
    for file in files.path("fonts").glob("*-Regular.ttf"):
        with TTFont(file) as font:
            drawn |= set(font.getBestCmap())
    for language in offered():
        texts = Texts(language.code)
        for key in texts.all_keys():
            lacking = {sign for sign in texts.say(key) if ord(sign) not in drawn}
            assert lacking <= {"\n", "\u2060"}, (
                f"{language.code} {key}"
            )  # a word joiner is not drawn


def test_a_code_that_is_no_language_opens_no_folder() -> None:
    for code in ("../vi", "", "vi/", "VI"):
        assert Texts(code).language == VIETNAMESE
