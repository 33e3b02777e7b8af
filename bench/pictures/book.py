"""What the book shows: docs/pictures/book.toml, and the pages that are written from it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
FOLDER = HOUSE / "docs" / "pictures"
PAGES = {"en": "README.md", "vi": "README.vi.md"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture: its file in the book, who makes it, under which name, and its captions."""

    file: str
    by: str
    made: str
    captions: dict[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter of the book."""

    titles: dict[str, str]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Titles, a few words before the first chapter, and the chapters."""

    titles: dict[str, str]
    about: dict[str, str]
    parts: tuple[Part, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all pictures in order."""
        return tuple(entry for part in self.parts for entry in part.entries)

    def page(self, language: str) -> str:
        """Return the page with all pictures, as Markdown."""
        lines = [f"# {self.titles[language]}", "", self.about[language]]
        for part in self.parts:
            lines += ["", f"## {part.titles[language]}"]
            for entry in part.entries:
                caption = entry.captions[language]
                lines += ["", caption, "", f"![{caption}]({entry.file})"]
        return "\n".join(lines) + "\n"


def read_book(folder: Path = FOLDER) -> Book:
    """Read the list of pictures; raise KeyError where a caption is missing."""
    told = tomllib.loads((folder / "book.toml").read_text("utf-8"))
    parts = []
    for part in told["part"]:
        entries = []
        for one in part["picture"]:
            by, made = one["from"].split(":")
            captions = {language: one[language] for language in PAGES}
            entries.append(Entry(f"{one['file']}.png", by, made, captions))
        titles = {language: part[language] for language in PAGES}
        parts.append(Part(titles, tuple(entries)))
    return Book(told["title"], told["about"], tuple(parts))


def write_pages(book: Book, folder: Path = FOLDER) -> None:
    """Write the book's page in each language."""
    for language, name in PAGES.items():
        (folder / name).write_text(book.page(language), "utf-8")
