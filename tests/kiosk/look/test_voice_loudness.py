"""By rule, measured apart from our own levelling: words equally loud, no clicks, even pauses."""

import math
from array import array
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from layso_assets import files
from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.announcement import CHIME, Manner, Rest, Say, compose
from layso_kiosk.look.sound.pack import Voice, VoicePack, open_voice

Numbers = Any
FRAME = waves.RATE // 50
"""20 ms: long enough for a loudness, short enough for a pause."""
FULL = 32768.0
EVEN_DB = 1.8
"""Two words within 2 dB of the middle are heard as equally loud."""


def _numbers(samples: "waves.Samples[int]") -> Numbers:
    return np.frombuffer(waves.to_bytes(samples), "<i2").astype(float) / FULL


def _frames(samples: Numbers) -> Numbers:
    count = len(samples) // FRAME
    return np.sqrt(np.mean(samples[: count * FRAME].reshape(count, FRAME) ** 2, axis=1))


def _loudness(samples: Numbers) -> float:
    """Return the loudness in dB of full scale of what is less than 20 dB below the loudest."""
    frames = _frames(samples)
    heard = frames[frames > frames.max() / 10]
    return 20 * math.log10(math.sqrt(np.mean(heard**2)))


def _clips(language: str) -> dict[str, Numbers]:
    pack = VoicePack(files.path("voices", language))
    return {key: _numbers(pack.clip(key) or array("h")) for key in pack.keys}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_word_of_our_packs_shouts_whispers_or_clicks(language: str) -> None:
    clips = _clips(language)
    loud = {key: _loudness(clip) for key, clip in clips.items()}
    middle = float(np.median(list(loud.values())))
    assert {key: at for key, at in loud.items() if abs(at - middle) > EVEN_DB} == {}
    for key, clip in clips.items():
        assert 0.2 < np.abs(clip).max() < 0.95, f"{key} is lost or cut off"
        edges = np.concatenate((clip[:8], clip[-8:]))
        assert np.abs(edges).max() < 0.02, f"{key} begins or ends with a click"
        heard = np.flatnonzero(np.abs(clip) > waves.QUIET / FULL)
        rests = heard[0] / waves.RATE, (len(clip) - heard[-1]) / waves.RATE
        assert max(rests) < 0.025, f"{key} drags silence along"


def test_both_languages_and_the_chime_are_equally_loud() -> None:
    loud = [np.median([_loudness(clip) for clip in _clips(one).values()]) for one in ("vi", "en")]
    assert abs(loud[0] - loud[1]) < 1
    chime = _loudness(_numbers(waves.read(files.path("sounds", "chime.wav"))))
    assert -4 < chime - loud[0] < 1, "the chime calls, and does not drown the words"


@pytest.mark.parametrize("reading", ["digits", "number"])
def test_a_call_has_no_click_where_words_meet_and_a_pause_between_all_of_them(
    reading: Any,
) -> None:
    voice = open_voice()
    parts = compose("K945", 21, Manner(("vi", "en"), times=1, reading=reading))
    call = _numbers(voice.render(parts))
    at = 0
    for part in parts:
        clip = voice.clip(part)
        assert clip is not None
        at += len(clip)
        joint = call[max(0, at - 40) : at + 40]
        assert np.abs(np.diff(joint)).max(initial=0) < 0.02, part
        if isinstance(part, Say) and part.key != CHIME:
            gap = VoicePack(files.path("voices", part.language)).gap_ms
            rest = len(clip) - 1 - max(i for i, v in enumerate(clip) if abs(v) > waves.QUIET)
            assert gap <= rest * 1000 / waves.RATE < gap + 25, part
    assert at == len(call)


def _tone(seconds: float, height: float) -> "waves.Samples[int]":
    """A voiced sound of that height, 1 the loudest there is, with the hiss of a room."""
    hiss = np.random.default_rng(7).normal(0, 0.0005, int(seconds * waves.RATE))
    at = np.arange(len(hiss)) / waves.RATE
    voice = height * (np.sin(at * 900) + 0.5 * np.sin(at * 1800)) / 1.5
    return array("h", ((voice + hiss) * FULL * 0.99).astype(int).tolist())


def _pack_of(folder: Path, clips: dict[str, "waves.Samples[int]"]) -> VoicePack:
    lines = ['language = "km"', "gap_ms = 40", "[clips]"]
    for key, samples in clips.items():
        waves.write(folder / f"{key}.wav", samples)
        lines.append(f'"{key}" = "{key}.wav"')
    (folder / "manifest.toml").write_text("\n".join(lines), "utf-8")
    return VoicePack(folder)


def test_a_pack_put_together_by_hand_is_levelled_when_it_is_spoken(tmp_path: Path) -> None:
    quiet = waves.silence(600)
    own = {
        "shouted": _tone(0.4, 0.98),
        "whispered": _tone(0.4, 0.03),
        "far": quiet + _tone(0.4, 0.1) + quiet,
        "right": waves.level(waves.trim(_tone(0.4, 0.2))),
    }
    voice = Voice([_pack_of(tmp_path, own)], waves.silence(1))
    clips = {key: voice.clip(Say(key, "km")) or array("h") for key in own}
    loud = {key: _loudness(_numbers(clip)) for key, clip in clips.items()}
    assert max(loud.values()) - min(loud.values()) < 1, loud
    assert all(len(clip) < 0.55 * waves.RATE for clip in clips.values()), "no silence dragged along"
    assert all(abs(clip[0]) < 600 for clip in clips.values())
    gap = len(waves.silence(40))
    assert clips["right"][:-gap] == own["right"], "what is right stays as it was recorded"


def test_a_clip_of_nothing_stays_nothing(tmp_path: Path) -> None:
    pack = _pack_of(tmp_path, {"none": waves.silence(300), "empty": array("h")})
    assert pack.clip("none") == waves.silence(300)
    assert pack.clip("empty") == array("h")
    voice = Voice([pack], waves.silence(1))
    assert len(voice.render([Say("none", "km"), Rest(100)])) == len(waves.silence(440))
