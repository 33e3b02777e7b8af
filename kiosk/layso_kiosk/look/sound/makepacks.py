"""Make the shipped chime and voice packs anew: ``python -m layso_kiosk.look.sound.makepacks DIR``.

The folder gets ``sounds/chime.wav`` and ``voices/{vi,en}``; the clips of a pack are trimmed and
brought to one loudness. Build time only.
"""

import math
import string
import sys
import unicodedata
from array import array
from pathlib import Path

from layso_kiosk.look.sound import espeak, numbers, pack, waves
from layso_kiosk.look.sound.announcement import COUNTER, INVITE, Say

GAP_MS = {"vi": 45, "en": 35}
WORDS = {
    "vi": (*numbers.VI_UNITS, *numbers.VI_OTHERS),
    "en": (*numbers.EN_SMALL, *numbers.EN_TENS, *numbers.EN_OTHERS),
}


def keys(language: str) -> tuple[str, ...]:
    """Return every key that a full pack of a language has: phrases, letters, number words."""
    letters = tuple(f"letter:{letter}" for letter in string.ascii_uppercase)
    return (INVITE, COUNTER, *letters, *WORDS[language])


def make_pack(language: str, folder: Path) -> int:
    """Write the clips and the manifest; return the number of bytes written."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        f'language = "{language}"',
        f'maker = "espeak-ng, voice {espeak.VOICES[language]}"',
        f"gap_ms = {GAP_MS[language]}",
        "",
        "[clips]",
    ]
    size = 0
    for index, key in enumerate(keys(language)):
        spoken = waves.trim(espeak.speak(pack.words_of(Say(key, language)), language))
        if not spoken:
            raise espeak.CannotSpeak(key)
        # tones apart, mươi and mười are one word in ASCII: the number in front keeps them apart
        name = f"{index:02d}-{_ascii(key)}.wav"
        waves.write(folder / name, waves.level(spoken))
        size += (folder / name).stat().st_size
        lines.append(f'"{key}" = "{name}"')
    (folder / pack.MANIFEST).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return size


def make_chime() -> "waves.Samples[int]":
    """Return two falling bell tones (E5, C5), 1.3 seconds."""
    strokes = ((0.0, 659.26), (0.42, 523.25))
    chime = array("h")
    for index in range(int(waves.RATE * 1.3)):
        at, value = index / waves.RATE, 0.0
        for begin, pitch in strokes:
            age = at - begin
            if age >= 0:
                body = math.sin(2 * math.pi * pitch * age) * math.exp(-3.6 * age)
                shine = math.sin(2 * math.pi * pitch * 2.76 * age) * math.exp(-9 * age) * 0.22
                value += (body + shine) * min(1.0, age / 0.004)
        chime.append(round(value * min(1.0, (1.3 - at) / 0.05) * 9500))
    return chime


def _ascii(key: str) -> str:
    plain = unicodedata.normalize("NFD", key.lower().replace("đ", "d").replace(":", "-"))
    return "".join(sign for sign in plain if sign.isascii())


def main() -> int:
    """Make everything below the folder that is named on the command line."""
    root = Path(sys.argv[1])
    (root / "sounds").mkdir(parents=True, exist_ok=True)
    waves.write(root / "sounds" / "chime.wav", make_chime())
    for language in WORDS:
        make_pack(language, root / "voices" / language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
