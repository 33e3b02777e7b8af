"""Speak a text with espeak-ng and write the samples to standard output: a process of its own.

``python -m layso_kiosk.look.sound.espeak vi "Mời số"``. espeak-ng is GPL: it is called only
here, in a separate process, and when the shipped packs are made.
"""

import ctypes
import sys
from array import array

from layso_kiosk.look.sound import waves

_SYNCHRONOUS = 2
_CHARS_UTF8 = 1
_RATE_PARAMETER, _PITCH_PARAMETER, _RANGE_PARAMETER = 1, 3, 4
_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)
VOICES = {"vi": "vi", "en": "en"}
WORDS_A_MINUTE = 135


class CannotSpeak(Exception):
    """espeak-ng is not there or has no such voice."""


def speak(text: str, language: str) -> "waves.Samples[int]":
    """Return the samples of a text at the rate of `waves`; raise CannotSpeak."""
    try:
        import espeakng_loader

        library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
        data = str(espeakng_loader.get_data_path()).encode()
    except (ImportError, OSError) as fault:
        raise CannotSpeak(str(fault)) from fault
    rate = int(library.espeak_Initialize(_SYNCHRONOUS, 0, data, 0))
    if rate <= 0 or library.espeak_SetVoiceByName(VOICES.get(language, language).encode()) != 0:
        raise CannotSpeak(language)
    heard = array("h")

    def hear(samples: "ctypes._Pointer[ctypes.c_short]", count: int, _: object) -> int:
        if samples and count > 0:
            heard.extend(samples[:count])
        return 0

    callback = _CALLBACK(hear)  # kept in a name: C holds no reference to it
    library.espeak_SetSynthCallback(callback)
    library.espeak_SetParameter(_RATE_PARAMETER, WORDS_A_MINUTE, 0)
    library.espeak_SetParameter(_PITCH_PARAMETER, 48, 0)
    library.espeak_SetParameter(_RANGE_PARAMETER, 45, 0)
    raw = text.encode() + b"\0"
    library.espeak_Synth(raw, ctypes.c_size_t(len(raw)), 0, 0, 0, _CHARS_UTF8, None, None)
    library.espeak_Synchronize()
    library.espeak_Terminate()
    return waves.resample(heard, rate)


def main() -> int:
    """Write little-endian 16-bit samples; 0, or 1 when nothing can be said."""
    language, text = sys.argv[1:3]
    try:
        samples = waves.level(waves.trim(speak(text, language)))
    except CannotSpeak:
        return 1
    sys.stdout.buffer.write(waves.to_bytes(samples))
    return 0


if __name__ == "__main__":
    sys.exit(main())
