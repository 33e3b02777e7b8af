"""Sound as 16-bit mono samples of one rate: read, write, trim, level. Pure Python, small clips."""

import sys
import wave
from array import array
from math import gcd
from operator import mul
from pathlib import Path

RATE = 22050
"""Samples a second of everything we play."""

Samples = array  # of "h", native order

QUIET = 260
"""Samples up to this height are no part of a word: breath, hiss, the room."""
LOUDNESS = 4200.0
"""Root mean square of the voiced part of every clip."""


class SoundUnreadable(Exception):
    """The file is not a 16-bit PCM WAV."""


def read(file: Path) -> "Samples[int]":
    """Return the samples of a WAV at RATE, one channel; raise SoundUnreadable."""
    try:
        with wave.open(str(file), "rb") as clip:
            channels, width, rate, frames = clip.getparams()[:4]
            raw = clip.readframes(frames)
    except (OSError, EOFError, wave.Error) as fault:
        raise SoundUnreadable(f"{file.name}: {fault}") from fault
    if width != 2 or channels not in (1, 2):
        raise SoundUnreadable(f"{file.name}: not 16-bit, one or two channels")
    samples = from_bytes(raw)
    if channels == 2:
        samples = array("h", ((a + b) // 2 for a, b in zip(*[iter(samples)] * 2, strict=False)))
    return resample(samples, rate)


def write(file: Path, samples: "Samples[int]") -> None:
    """Write a mono 16-bit WAV at RATE."""
    with file.open("wb") as stream, wave.open(stream, "wb") as clip:
        clip.setnchannels(1)
        clip.setsampwidth(2)
        clip.setframerate(RATE)
        clip.writeframes(to_bytes(samples))


def from_bytes(raw: bytes) -> "Samples[int]":
    """Take little-endian 16-bit samples, an odd last byte is dropped."""
    samples = array("h", raw[: len(raw) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def to_bytes(samples: "Samples[int]") -> bytes:
    """Return little-endian 16-bit samples."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return samples.tobytes()


def silence(ms: int) -> "Samples[int]":
    """Return that many milliseconds of nothing."""
    return array("h", bytes(2 * (RATE * ms // 1000)))


def resample(samples: "Samples[int]", rate: int, to: int = RATE) -> "Samples[int]":
    """Bring samples of one rate to another by straight lines; good enough for speech.

    Where the two rates meet, a period ends: what stands at one place of all periods is made at
    once, ten times as fast as sample after sample.
    """
    if not samples or rate == to:
        return samples
    common = gcd(rate, to)
    steps, stride = to // common, rate // common
    count = len(samples) * to // rate
    periods = -(-count // steps)
    whole = samples + array("h", [samples[-1]]) * max(0, periods * stride + 1 - len(samples))
    made = array("h", bytes(2 * periods * steps))
    for step in range(steps):
        at, part = divmod(step * stride, steps)
        left, right = (whole[begin::stride][:periods] for begin in (at, at + 1))
        rest, half = steps - part, steps // 2
        made[step::steps] = array(
            "h", [(a * rest + b * part + half) // steps for a, b in zip(left, right, strict=True)]
        )
    return made[:count]


def trim(samples: "Samples[int]", *, threshold: int = QUIET, keep_ms: int = 12) -> "Samples[int]":
    """Cut the silence at both ends, keeping a breath, and soften the new edges."""
    loud = [index for index, value in enumerate(samples) if abs(value) > threshold]
    if not loud:
        return array("h")
    keep = RATE * keep_ms // 1000
    cut = samples[max(0, loud[0] - keep) : loud[-1] + keep]
    edge = min(RATE * 4 // 1000, len(cut) // 2)
    for index in range(edge):
        cut[index] = cut[index] * index // edge
        cut[-1 - index] = cut[-1 - index] * index // edge
    return cut


def even(samples: "Samples[int]") -> "Samples[int]":
    """Return a clip as it stands if it is trimmed and as loud as all others, else made so.

    A pack that people put together by hand is heard as one voice: no word shouts, none is lost,
    no edge clicks. What a pack of ours holds is not touched.
    """
    peak = max(max(samples, default=0), -min(samples, default=0))
    if peak <= QUIET:
        return samples
    some = samples[::3]
    mean = (sum(map(mul, some, some)) / len(some)) ** 0.5
    soft = max(abs(samples[0]), abs(samples[-1])) <= QUIET
    long_rest = _rest(samples) > RATE // 10 or _rest(samples[::-1]) > RATE // 10
    if soft and not long_rest and LOUDNESS * 0.6 < mean < LOUDNESS * 1.15:
        return samples
    return level(trim(samples, threshold=max(min(QUIET, peak // 10), peak // 25)))


def _rest(samples: "Samples[int]") -> int:
    """Return how many samples there are before the first that is heard."""
    return next((at for at, value in enumerate(samples) if abs(value) > QUIET), len(samples))


def level(
    samples: "Samples[int]", *, loudness: float = LOUDNESS, peak: int = 30000
) -> "Samples[int]":
    """Bring the mean loudness (root mean square of the voiced part) to one height for all clips."""
    highest = max(max(samples, default=0), -min(samples, default=0))
    # in a faint clip much of the word is lower than what is quiet elsewhere
    floor = min(QUIET, highest // 25)
    voiced = [value for value in samples if abs(value) > floor]
    if not voiced:
        return samples
    now = (sum(value * value for value in voiced) / len(voiced)) ** 0.5
    gain = min(loudness / now, peak / highest)
    return array("h", (round(value * gain) for value in samples))
