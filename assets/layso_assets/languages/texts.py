"""Look a text up by its key and put values into it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from layso_assets import files

LANGUAGES = ("vi", "en")
"""Complete languages, the first is the one every other falls back to."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that people can choose; one that is not complete falls back text by text."""

    code: str
    name: str
    complete: bool
    right_to_left: bool


def offered() -> tuple[Language, ...]:
    """Return all languages that have a folder: the complete ones first, then by code."""
    folders = (file.parent.name for file in files.path("languages").glob("*/language.toml"))
    others = sorted(set(folders) - set(LANGUAGES))
    return tuple(_about(code) for code in (*LANGUAGES, *others))


def name_of(code: str, reader: str) -> str:
    """Return what `reader` calls a language, else its own name, else the code: never a fault.

    A ticket keeps its language longer than a kiosk keeps a folder, so any code may come here.
    """
    if not _known(code):
        return code
    said = _load(code)
    return said.get(f"language.called.{reader}", said["language.about.name"])


def _about(code: str) -> Language:
    said = _load(code)
    return Language(
        code=code,
        name=said["language.about.name"],
        complete=said["language.about.complete"] == "yes",
        right_to_left=said["language.about.direction"] == "rtl",
    )


class TextMissing(KeyError):
    """No text under this key, not even in Vietnamese: a fault of ours."""


def _flatten(table: Mapping[str, object], prefix: str) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, Mapping):
            flat |= _flatten(value, key)
        else:
            flat[key] = str(value)
    return flat


@lru_cache(maxsize=8)
def _load(language: str) -> dict[str, str]:
    flat: dict[str, str] = {}
    for file in sorted(files.path("languages", language).glob("*.toml")):
        with file.open("rb") as stream:
            flat |= _flatten(tomllib.load(stream), file.stem)
    return flat


def _known(code: str) -> bool:
    return code in LANGUAGES or any(code == one.code for one in offered())


class Texts:
    """The texts of one language; a key is ``file.table.name``, as in ``kiosk.home.title``."""

    def __init__(self, language: str) -> None:
        """Choose the language by its code, "vi" or "en"; an unknown one reads Vietnamese."""
        self.language = language if _known(language) else LANGUAGES[0]

    def say(self, key: str, **values: object) -> str:
        """Return the text with ``{name}`` filled from `values`; raise TextMissing if unknown."""
        text = _load(self.language).get(key)
        if text is None:
            text = _load(LANGUAGES[0]).get(key)
        if text is None:
            raise TextMissing(key)
        return text.format(**values) if values else text

    def all_keys(self) -> frozenset[str]:
        """Return every key that this language has itself."""
        return frozenset(_load(self.language))
