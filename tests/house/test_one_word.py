"""One word for one thing, in all that people read; what one screen says of another is true."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from layso_assets.languages import LANGUAGES, Texts

HOUSE = Path(__file__).resolve().parents[2]
GLOSSARY = HOUSE / "docs" / "languages.md"
PROGRAMS = re.compile(
    r"`[^`]*`|\{[^}]*\}|\]\([^)]*\)|<[^>]*>|^```.*?^```", re.MULTILINE | re.DOTALL
)
"""Names of programs, files and values are no words."""


def _rejected() -> list[tuple[str, str]]:
    """Return (rejected, chosen) as the glossary has them."""
    rows = re.findall(r"^\|.+\| (.+?) \| (.+?) \|$", GLOSSARY.read_text("utf-8"), re.MULTILINE)
    return [
        (bad, word)
        for word, bads in rows
        if (word, bads) != ("word", "not")
        for bad in bads.split("; ")
    ]


def _read() -> Iterator[tuple[str, str]]:
    texts = Texts(LANGUAGES[0])
    for key in texts.all_keys():
        yield key, texts.say(key)
    book = tomllib.loads((HOUSE / "docs" / "pictures" / "book.toml").read_text("utf-8"))
    yield "captions", "\n".join(one["vi"] for part in book["part"] for one in part["picture"])
    for file in sorted((HOUSE / "docs" / "guide" / "vi").glob("*.md")):
        yield file.name, file.read_text("utf-8")


def test_no_text_uses_a_word_that_the_glossary_rejects() -> None:
    rejected = _rejected()
    assert len(rejected) > 10
    read = [(place, PROGRAMS.sub(" ", text)) for place, text in _read()]
    found = [
        f"{place}: “{bad}”, say “{word}”"
        for place, text in read
        for bad, word in rejected
        if re.search(rf"(?<!\w){re.escape(bad)}(?!\w)", text, re.IGNORECASE)
    ]
    assert found == []
    said = "\n".join(text for _, text in read).lower()
    assert [word for _, word in rejected if word not in said] == [], "a word that nobody says"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_that_the_counter_promises_stands_on_the_board_and_the_sign(language: str) -> None:
    say = Texts(language).say
    promised = re.findall("“(.+?)”", say("counter.ask.pause_note"))
    assert promised == [say("display.counters.paused")] == [say("display.desk.paused")]
    assert say("counter.act.pause").lower() in say("display.desk.paused").lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_before_parking_is_said_again_when_the_person_is_back(language: str) -> None:
    say, kept = Texts(language).say, {"vi": "giữ nguyên chỗ", "en": "keeps the place"}[language]
    assert kept in say("counter.ask.park_note")
    assert kept in say("counter.done.resume-ticket")
