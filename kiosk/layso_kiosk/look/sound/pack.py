"""Voice packs: a folder of clips with a manifest, made by anyone for any language."""

import logging
import tomllib
from array import array
from collections.abc import Iterable
from pathlib import Path

from layso_assets import files
from layso_assets.languages import TextMissing, Texts
from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.announcement import CHIME, COUNTER, INVITE, Part, Rest, Say

MANIFEST = "manifest.toml"
_log = logging.getLogger(__name__)


class PackFaulty(Exception):
    """The folder is no voice pack; `why` is a key of voice.toml's table of faults."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"{folder}: {why}")
        self.folder = folder
        self.why = why

    def sentence(self, texts: Texts) -> str:
        """Return what is wrong and what to do, for people."""
        return texts.say(f"voice.pack.{self.why}", folder=self.folder, file=MANIFEST)


class VoicePack:
    """The clips of one language, read when first asked for.

    The manifest names the `language`, who made it, `gap_ms` between words and, under
    ``[clips]``, the file of every key ("invite", "counter", "letter:A", "ba" ...).
    """

    def __init__(self, folder: Path) -> None:
        """Read the manifest; raise PackFaulty."""
        try:
            with (folder / MANIFEST).open("rb") as stream:
                table = tomllib.load(stream)
            self.language = str(table["language"])
            self.maker = str(table.get("maker", ""))
            self.gap_ms = int(table.get("gap_ms", 40))
            self._files = {str(key): folder / str(name) for key, name in table["clips"].items()}
        except FileNotFoundError as fault:
            raise PackFaulty(folder, "missing") from fault
        except (OSError, UnicodeDecodeError) as fault:
            raise PackFaulty(folder, "unreadable") from fault
        except (ValueError, KeyError, AttributeError) as fault:
            raise PackFaulty(folder, "wrong") from fault
        self._read: dict[str, waves.Samples[int]] = {}

    @property
    def keys(self) -> frozenset[str]:
        """Every key that has a clip."""
        return frozenset(self._files)

    def clip(self, key: str) -> "waves.Samples[int] | None":
        """Return the samples, as loud as all words; None for a key that it lacks or cannot read."""
        if key not in self._read:
            file = self._files.get(key)
            if file is None:
                return None
            try:
                self._read[key] = waves.even(waves.read(file))
            except waves.SoundUnreadable as fault:
                _log.warning("voice clip unusable: %s", fault)
                del self._files[key]
                return None
        return self._read[key]


class Voice:
    """The packs in use and the chime; turns an announcement into samples."""

    def __init__(self, packs: Iterable[VoicePack], chime: "waves.Samples[int]") -> None:
        """Take packs; the first one of a language is used."""
        self._packs: dict[str, VoicePack] = {}
        for pack in packs:
            self._packs.setdefault(pack.language, pack)
        self._chime = chime
        self._added: dict[Say, waves.Samples[int]] = {}

    def clip(self, part: Part) -> "waves.Samples[int] | None":
        """Return the sound of one part, with the pack's gap after a word; None if unknown."""
        if isinstance(part, Rest):
            return waves.silence(part.ms)
        if part.key == CHIME:
            return self._chime
        pack = self._packs.get(part.language)
        clip = self._added.get(part) or (pack.clip(part.key) if pack else None)
        return clip + waves.silence(pack.gap_ms if pack else 40) if clip else None

    def missing(self, parts: Iterable[Part]) -> list[Say]:
        """Return the parts without a clip, each once."""
        lacking = (part for part in parts if isinstance(part, Say) and self.clip(part) is None)
        return list(dict.fromkeys(lacking))

    def add(self, part: Say, samples: "waves.Samples[int]") -> None:
        """Keep a clip that was made just now for a part the packs lack."""
        self._added[part] = samples

    def render(self, parts: Iterable[Part]) -> "waves.Samples[int]":
        """Join the clips in order; a part without one is left out and its word logged."""
        joined = array("h")
        for part in parts:
            clip = self.clip(part)
            if clip is None:
                _log.warning("no voice clip for %s", part)
            else:
                joined += clip
        return joined


def words_of(part: Say) -> str:
    """Return what a speaker must say for a part, e.g. "hát" for letter:H; for recording too."""
    texts = Texts(part.language)
    if part.key in (INVITE, COUNTER):
        return texts.say(f"voice.phrases.{part.key}")
    if part.key.startswith("letter:"):
        letter = part.key.removeprefix("letter:")
        try:
            return texts.say(f"voice.letters.{letter}")
        except TextMissing:
            return letter
    return part.key


def open_voice(folder: Path | None = None) -> Voice:
    """Return the shipped voices; packs in `folder` (one, or several in subfolders) come first.

    Raises PackFaulty when `folder` has no pack or a faulty one.
    """
    own: list[Path] = []
    if folder is not None:
        own = (
            [folder]
            if (folder / MANIFEST).is_file()
            else sorted(file.parent for file in folder.glob(f"*/{MANIFEST}"))
        )
        if not own:
            raise PackFaulty(folder, "missing")
    shipped = sorted(file.parent for file in files.path("voices").glob(f"*/{MANIFEST}"))
    chime = waves.read(files.path("sounds", "chime.wav"))
    return Voice([VoicePack(each) for each in (*own, *shipped)], chime)
