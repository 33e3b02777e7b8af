"""Look a text up by its key and put values into it."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from layso_assets import files

LANGUAGES = ("vi", "en")
"""Complete languages, the first is the one every other falls back to."""


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


class Texts:
    """The texts of one language; a key is ``file.table.name``, as in ``kiosk.home.title``."""

    def __init__(self, language: str) -> None:
        """Choose the language by its code, "vi" or "en"; an unknown one reads Vietnamese."""
        self.language = language if language in LANGUAGES else LANGUAGES[0]

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
