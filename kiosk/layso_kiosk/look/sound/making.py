"""Make a voice pack: one clip after the other, the manifest right after each, nothing lost."""

import os
import re
import string
import tomllib
import unicodedata
from pathlib import Path

from layso_kiosk.look.sound import numbers, waves
from layso_kiosk.look.sound.announcement import COUNTER, INVITE
from layso_kiosk.look.sound.pack import MANIFEST

PHRASES = (INVITE, COUNTER)
SERIES_HEARD_APART = "AHKLSXMNEZ"
"""The letters that sound unlike each other in Vietnamese, and that of emergency numbers."""

_WORDS = {
    "vi": (*numbers.VI_UNITS, *numbers.VI_OTHERS),
    "en": (*numbers.EN_SMALL, *numbers.EN_TENS, *numbers.EN_OTHERS),
}


def number_words(language: str) -> tuple[str, ...]:
    """Return the words that say 0-9999; the ten figures in a language without rules of its own."""
    return _WORDS.get(language, tuple(string.digits))


def full_keys(language: str, letters: str = string.ascii_uppercase) -> tuple[str, ...]:
    """Return every key of a full pack of a language: phrases, letters, number words."""
    return (*PHRASES, *(f"letter:{letter}" for letter in letters), *number_words(language))


class PackFolder:
    """A pack that is being made in a folder; one that was begun before is gone on with."""

    def __init__(self, folder: Path, language: str, maker: str, gap_ms: int = 40) -> None:
        """Open the folder, making it where there is none; OSError where that cannot be."""
        self.folder, self.language, self.maker, self.gap_ms = folder, language, maker, gap_ms
        folder.mkdir(parents=True, exist_ok=True)
        self.clips: dict[str, str] = self._begun()

    def keep(self, index: int, key: str, samples: "waves.Samples[int]") -> None:
        """Write a clip as number `index` of the pack, then the manifest that names it."""
        # tones apart, mươi and mười are one word in ASCII: the number in front keeps them apart
        name = f"{index:02d}-{_ascii(key)}.wav"
        waves.write(self.folder / name, samples)
        self.clips[key] = name
        self._write_manifest()

    def _begun(self) -> dict[str, str]:
        try:
            table = tomllib.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if table.get("language") != self.language:
            return {}
        there = {str(key): str(name) for key, name in table.get("clips", {}).items()}
        return {key: name for key, name in there.items() if (self.folder / name).is_file()}

    def _write_manifest(self) -> None:
        lines = [
            f"language = {_quoted(self.language)}",
            f"maker = {_quoted(self.maker)}",
            f"gap_ms = {self.gap_ms}",
            "",
            "[clips]",
            *(f"{_quoted(key)} = {_quoted(name)}" for key, name in self.clips.items()),
        ]
        new = self.folder / f"{MANIFEST}.new"
        new.write_text("\n".join(lines) + "\n", encoding="utf-8")
        os.replace(new, self.folder / MANIFEST)


def _quoted(words: str) -> str:
    kept = re.sub(r"[\x00-\x1f\x7f]", " ", words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{kept}"'


def _ascii(key: str) -> str:
    plain = unicodedata.normalize("NFD", key.lower().replace("đ", "d").replace(":", "-"))
    return "".join(sign for sign in plain if sign.isascii())
