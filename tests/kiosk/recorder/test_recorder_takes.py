"""A take is kept only in a form that a hall understands; what is wrong with it has a name."""

from array import array

import pytest

from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.look.sound import waves
from layso_kiosk.recorder.microphone import NoMicrophone, to_mono
from layso_kiosk.recorder.takes import Fault, judge


def test_a_good_take_is_trimmed_and_as_loud_as_the_shipped_voice(word) -> None:
    take = judge(word(ms=600, height=5000))
    assert take.fault is None
    assert 0.4 < take.seconds < 0.7, "the silence around it is gone"
    voiced = [value for value in take.samples if abs(value) > 260]
    assert 3600 < (sum(v * v for v in voiced) / len(voiced)) ** 0.5 < 4700


@pytest.mark.parametrize(
    ("how", "fault"),
    [
        ({"height": 0}, Fault.SILENT),
        ({"height": 600}, Fault.FAINT),
        ({"height": 32767}, Fault.RATTLES),
        ({"ms": 60}, Fault.SHORT),
        ({"ms": 7000}, Fault.LONG),
        ({"before_ms": 40, "after_ms": 40, "height": 20000}, None),
    ],
)
def test_what_is_wrong_with_a_take_has_its_name(word, how: dict, fault: Fault | None) -> None:
    assert judge(word(**how)).fault == fault


def test_a_word_that_was_begun_before_the_recording_is_cut(word) -> None:
    whole = word(before_ms=0)
    assert judge(whole[waves.RATE // 4 :]).fault is Fault.CUT


def test_nothing_heard_is_silence_and_no_error() -> None:
    assert judge(array("h")).fault is Fault.SILENT


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_its_sentence(language: str) -> None:
    for fault in Fault:
        assert Texts(language).say(f"voice.take.{fault}")


def test_any_device_is_brought_to_our_rate_and_one_channel(word) -> None:
    mono = word()
    at_48k = waves.resample(mono, waves.RATE, 48000)
    both = array("h", (value for value in at_48k for _ in range(2)))
    heard = to_mono(both, 48000, 2)
    assert abs(len(heard) - len(mono)) < 5
    assert judge(heard).fault is None


def test_a_pc_without_a_microphone_hears_nothing() -> None:
    none = NoMicrophone()
    none.start(lambda _: pytest.fail("heard"))
    none.stop()
    assert not none.there
