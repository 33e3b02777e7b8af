"""The wizard: read, hear, keep; nothing that was kept is lost, whenever it is left."""

from pathlib import Path

import pytest

from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.announcement import Manner, Say, compose
from layso_kiosk.look.sound.making import SERIES_HEARD_APART, PackFolder, full_keys
from layso_kiosk.look.sound.pack import VoicePack, open_voice
from layso_kiosk.look.texts import ScreenTexts
from layso_kiosk.recorder.wizard import LONGEST_S, Wizard


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "voice"


@pytest.fixture
def wizard(qtbot, folder: Path, microphone, player) -> Wizard:
    return Wizard(PackFolder(folder, "vi", "Lan"), microphone, player, ScreenTexts("en"))


def _say(wizard: Wizard, microphone, samples) -> None:
    wizard.toggle()
    microphone.hear(samples)
    wizard.toggle()


def test_one_key_begins_and_ends_a_take_and_another_keeps_it(
    wizard: Wizard, microphone, word, folder: Path
) -> None:
    assert wizard.words == "Mời số"
    _say(wizard, microphone, word())
    assert wizard.good
    assert not microphone.listening
    wizard.keep()
    assert wizard.words == "đến quầy số"
    assert VoicePack(folder).clip("invite") is not None, "it is on disk already"
    assert VoicePack(folder).maker == "Lan"


def test_a_bad_take_says_what_to_do_and_may_be_done_again(wizard: Wizard, microphone, word) -> None:
    _say(wizard, microphone, word(height=600))
    assert not wizard.good
    assert "nearer" in wizard.advice
    _say(wizard, microphone, word())
    assert wizard.good


def test_silence_is_never_kept(wizard: Wizard, microphone, word, folder: Path) -> None:
    _say(wizard, microphone, word(height=0))
    wizard.keep()
    assert wizard.place == 1
    assert wizard.done == 0


def test_a_take_is_played_as_it_would_be_kept(wizard: Wizard, microphone, player, word) -> None:
    _say(wizard, microphone, word())
    wizard.play()
    assert wizard.playing
    assert len(player.played[0]) < len(word())
    player.ended()
    assert not wizard.playing


def test_who_comes_back_goes_on_with_the_first_word_that_is_missing(
    wizard: Wizard, microphone, player, word, folder: Path
) -> None:
    for _ in range(3):
        _say(wizard, microphone, word())
        wizard.keep()
    wizard.close()
    again = Wizard(PackFolder(folder, "vi", "Lan"), microphone, player, ScreenTexts("vi"))
    assert (again.place, again.done) == (4, 3)
    again.back()
    again.play()
    assert player.played, "what is kept can be heard again"


def test_a_recording_that_nobody_ends_stops_by_itself(wizard: Wizard, microphone, word) -> None:
    wizard.toggle()
    for _ in range(LONGEST_S + 1):
        if microphone.listening:
            microphone.hear(word(ms=1000, before_ms=0, after_ms=0))
    assert not wizard.recording
    assert "long" in wizard.advice.lower()


def test_a_language_without_words_of_ours_gets_a_voice_all_the_same(
    qtbot, tmp_path: Path, microphone, player, word
) -> None:
    pack = PackFolder(tmp_path / "km", "km", "Sokha")
    wizard = Wizard(pack, microphone, player, ScreenTexts("vi"))
    assert wizard.foreign == "km"
    assert wizard.words == "Mời số", "she reads Vietnamese and says it in her language"
    while not wizard.finished:
        _say(wizard, microphone, word())
        wizard.keep()
    assert set(pack.clips) == set(full_keys("km", SERIES_HEARD_APART))
    voice = open_voice(tmp_path)
    assert voice.missing(compose("A012", 31, Manner(languages=("km",)))) == []
    assert voice.missing([Say("hai", "vi")]) == [], "the shipped voices are still there"


def test_a_damaged_clip_is_recorded_again(folder: Path, microphone, player, word, qtbot) -> None:
    first = Wizard(PackFolder(folder, "vi", ""), microphone, player, ScreenTexts("vi"))
    _say(first, microphone, word())
    first.keep()
    next(folder.glob("*.wav")).unlink()
    again = PackFolder(folder, "vi", "")
    assert again.clips == {}


def test_hostile_names_cannot_break_the_manifest(tmp_path: Path, word) -> None:
    pack = PackFolder(tmp_path, "vi", 'Lan "x"\n[clips]\nevil = "/etc/passwd" \\')
    pack.keep(0, "invite", word())
    read = VoicePack(tmp_path)
    assert read.keys == {"invite"}
    assert read.maker.startswith('Lan "x" [clips]')
    assert len(read.clip("invite") or ()) > waves.RATE // 4
