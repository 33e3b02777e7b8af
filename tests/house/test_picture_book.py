"""The picture book: what it lists is there, what is there is listed, and it stays small."""

import re
from pathlib import Path

import pytest
from bench.pictures.book import FOLDER, HOUSE, PAGES, read_book
from bench.pictures.shrink import LONGEST
from PIL import Image

MOST_BYTES = 6_000_000
_SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


def _documents() -> list[Path]:
    return [HOUSE / "README.md", *sorted((HOUSE / "docs").rglob("*.md"))]


def test_every_listed_picture_is_there_and_no_other() -> None:
    listed = [entry.file for entry in read_book().entries]
    assert len(listed) == len(set(listed)) > 60
    assert sorted(listed) == sorted(file.name for file in FOLDER.glob("*.png"))


def test_pictures_are_small_enough_for_a_repository() -> None:
    files = list(FOLDER.glob("*.png"))
    assert sum(file.stat().st_size for file in files) < MOST_BYTES
    for file in files:
        with Image.open(file) as picture:
            assert max(picture.size) <= LONGEST, file.name
            assert len(picture.convert("RGB").getcolors(256) or []) > 1, f"{file.name} is empty"


@pytest.mark.parametrize("language", sorted(PAGES))
def test_the_pages_are_what_the_list_says(language: str) -> None:
    written = (FOLDER / PAGES[language]).read_text("utf-8")
    assert written == read_book().page(language), "./run pictures writes the page"


def test_each_caption_is_said_in_both_languages_and_only_once() -> None:
    entries = read_book().entries
    for language in PAGES:
        captions = [entry.captions[language] for entry in entries]
        assert all(captions)
        assert len(set(captions)) == len(captions)
    assert all(entry.captions["vi"] != entry.captions["en"] for entry in entries)


def test_every_picture_that_a_document_shows_is_there_and_described() -> None:
    seen = 0
    for document in _documents():
        for words, target in _SHOWN.findall(document.read_text("utf-8")):
            assert (document.parent / target).is_file(), f"{document.name}: {target}"
            assert words.strip(), f"{document.name}: {target} is not described"
            seen += 1
    assert seen > 100
