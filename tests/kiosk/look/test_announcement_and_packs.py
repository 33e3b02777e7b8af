"""A call becomes the right clips in the right order; packs give every clip, or say so."""

import logging
from array import array
from pathlib import Path

import pytest

from layso_assets import files
from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.announcement import CHIME, Manner, Rest, Say, compose, ticket_words
from layso_kiosk.look.sound.making import full_keys
from layso_kiosk.look.sound.pack import PackFaulty, Voice, VoicePack, open_voice, words_of
from layso_kiosk.look.sound.speaker import Announcement, render_to_file

MAX_BYTES = 3_000_000


def _sentence(number: str, counter: int, manner: Manner) -> str:
    said = [p for p in compose(number, counter, manner) if isinstance(p, Say) and p.key != CHIME]
    return " ".join(words_of(part) for part in said)


def _ticket(number: str, **manner: object) -> str:
    parts = ticket_words(number, "vi", Manner(**manner))
    return " ".join(part.key for part in parts if isinstance(part, Say))


def test_the_sentence_in_both_languages() -> None:
    assert _sentence("A012", 3, Manner(times=1)) == "Mời số a không một hai đến quầy số ba"
    assert (
        _sentence("A012", 3, Manner(times=1, languages=("en",)))
        == "Number A zero one two please go to counter three"
    )


def test_a_chime_then_the_sentence_twice_per_language_in_turn() -> None:
    parts = compose("H005", 12, Manner(languages=("vi", "en")))
    assert parts[0] == Say(CHIME, "")
    starts = [part.language for part in parts if isinstance(part, Say) and part.key == "invite"]
    assert starts == ["vi", "en", "vi", "en"]
    assert isinstance(parts[-1], Rest)


@pytest.mark.parametrize(
    ("number", "manner", "words"),
    [
        ("A012", {}, "letter:A không một hai"),
        ("A012", {"reading": "number"}, "letter:A mười hai"),
        ("H999", {}, "letter:H chín chín chín"),
        ("H1004", {}, "letter:H một nghìn không trăm linh bốn"),
        ("H1004", {"region": "south"}, "letter:H một ngàn không trăm lẻ bốn"),
        ("Z1-07", {}, "letter:Z một không bảy"),
        ("Z12-31", {"reading": "number"}, "letter:Z mười hai ba mươi mốt"),
        ("AB7", {}, "letter:A letter:B bảy"),
        ("A12345", {}, "letter:A một hai ba bốn năm"),
        ("7/3", {}, "bảy ba"),
    ],
)
def test_ticket_numbers_are_read(number: str, manner: dict[str, object], words: str) -> None:
    assert _ticket(number, **manner) == words


def test_a_language_without_rules_is_read_figure_by_figure() -> None:
    parts = ticket_words("A012", "km", Manner())
    assert [part.key for part in parts if isinstance(part, Say)] == ["letter:A", "0", "1", "2"]


def test_the_shipped_packs_have_every_word_and_stay_small() -> None:
    voice = open_voice()
    for language in ("vi", "en"):
        needed = [Say(key, language) for key in full_keys(language)]
        assert voice.missing(needed) == []
    size = sum(file.stat().st_size for file in files.path("voices").rglob("*") if file.is_file())
    assert size + files.path("sounds", "chime.wav").stat().st_size < MAX_BYTES


def test_every_clip_is_trimmed_and_equally_loud() -> None:
    for file in files.path("voices").glob("*/*.wav"):
        clip = waves.read(file)
        voiced = [value for value in clip if abs(value) > 260]
        loudness = (sum(value * value for value in voiced) / len(voiced)) ** 0.5
        assert 3600 < loudness < 4700, file
        assert 0.2 < len(clip) / waves.RATE < 1.6, file
        first = next(index for index, value in enumerate(clip) if abs(value) > 260)
        assert first < waves.RATE * 0.05, file


def test_the_file_of_an_announcement_is_as_long_as_its_clips(tmp_path: Path) -> None:
    voice, manner = open_voice(), Manner(languages=("vi", "en"))
    file = tmp_path / "call.wav"
    seconds = render_to_file(Announcement(1, "K031", 24), manner, file, voice)
    expected = len(waves.read(files.path("sounds", "chime.wav")))
    for part in compose("K031", 24, manner):
        if isinstance(part, Rest):
            expected += waves.RATE * part.ms // 1000
        elif part.key != CHIME:
            folder = files.path("voices", part.language)
            pack = VoicePack(folder)
            clip = pack.clip(part.key)
            assert clip is not None
            expected += len(clip) + waves.RATE * pack.gap_ms // 1000
    assert len(waves.read(file)) == expected
    assert seconds == pytest.approx(expected / waves.RATE)


def _pack(folder: Path, clips: dict[str, int], language: str = "vi") -> Path:
    folder.mkdir(parents=True)
    lines = [f'language = "{language}"', "gap_ms = 0", "[clips]"]
    for key, length in clips.items():
        waves.write(folder / f"{len(lines)}.wav", array("h", [1000] * length))
        lines.append(f'"{key}" = "{len(lines)}.wav"')
    (folder / "manifest.toml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_centers_own_pack_goes_before_ours(tmp_path: Path) -> None:
    _pack(tmp_path / "mine", {"ba": 100})
    assert len(open_voice(tmp_path).clip(Say("ba", "vi")) or ()) == 100
    assert len(open_voice(tmp_path / "mine").clip(Say("ba", "vi")) or ()) == 100


def test_a_missing_word_is_left_out_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    voice = Voice([VoicePack(_pack(tmp_path / "p", {"một": 50, "ba": 70}))], array("h"))
    parts = [Say("một", "vi"), Say("hai", "vi"), Say("ba", "vi"), Say("hai", "vi")]
    assert voice.missing(parts) == [Say("hai", "vi")]
    with caplog.at_level(logging.WARNING):
        assert len(voice.render(parts)) == 120
    assert "hai" in caplog.text
    voice.add(Say("hai", "vi"), array("h", [5] * 10))
    assert voice.missing(parts) == []


def test_a_damaged_clip_counts_as_missing(tmp_path: Path) -> None:
    folder = _pack(tmp_path / "p", {"ba": 70})
    (folder / "3.wav").write_bytes(b"RIFF nonsense")
    pack = VoicePack(folder)
    assert pack.clip("ba") is None
    assert pack.clip("ba") is None


@pytest.mark.parametrize("text", ["", "language = ", 'language = "vi"', "clips = 3"])
def test_a_faulty_pack_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PackFaulty):
        open_voice(tmp_path)


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackFaulty):
        open_voice(tmp_path)


def test_other_rates_and_stereo_are_brought_to_ours(tmp_path: Path) -> None:
    import wave

    file = tmp_path / "stereo.wav"
    with wave.open(str(file), "wb") as clip:
        clip.setparams((2, 2, 44100, 0, "NONE", ""))
        clip.writeframes(array("h", [100, 300] * 44100).tobytes())
    samples = waves.read(file)
    assert len(samples) == waves.RATE
    assert set(samples) == {200}
