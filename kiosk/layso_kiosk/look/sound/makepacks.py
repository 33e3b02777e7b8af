"""Make the shipped chime and voice packs anew: ``python -m layso_kiosk.look.sound.makepacks DIR``.

The folder gets ``sounds/chime.wav`` and ``voices/{vi,en}``; the clips of a pack are trimmed and
brought to one loudness. Build time only.
"""

import math
import sys
from array import array
from pathlib import Path

from layso_kiosk.look.sound import espeak, pack, waves
from layso_kiosk.look.sound.announcement import Say
from layso_kiosk.look.sound.making import PackFolder, full_keys

GAP_MS = {"vi": 45, "en": 35}


def make_pack(language: str, folder: Path) -> None:
    """Write the clips of a full pack and its manifest."""
    maker = f"espeak-ng, voice {espeak.VOICES[language]}"
    made = PackFolder(folder, language, maker, GAP_MS[language])
    for index, key in enumerate(full_keys(language)):
        spoken = waves.trim(espeak.speak(pack.words_of(Say(key, language)), language))
        if not spoken:
            raise espeak.CannotSpeak(key)
        made.keep(index, key, waves.level(spoken))


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


def main() -> int:
    """Make everything below the folder that is named on the command line."""
    root = Path(sys.argv[1])
    (root / "sounds").mkdir(parents=True, exist_ok=True)
    waves.write(root / "sounds" / "chime.wav", make_chime())
    for language in GAP_MS:
        make_pack(language, root / "voices" / language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
