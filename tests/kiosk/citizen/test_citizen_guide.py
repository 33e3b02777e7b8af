"""The pages read aloud: each says what it is; silence for who has not asked."""

from typing import Any

import pytest

from layso_kiosk.look.sound import espeak
from layso_kiosk.look.sound.narrator import Narrator
from layso_kiosk.look.sound.pack import open_voice
from layso_kiosk.look.sound.player import SilentPlayer
from layso_kiosk.look.sound.synthesiser import Synthesiser


class Voice:
    """Remembers what it was to say."""

    audible = True

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []

    def say(self, text: str, language: str) -> None:
        self.said.append((text, language))

    def chime(self) -> None:
        self.said.append(("chime", ""))

    def stop(self) -> None:
        self.said.append(("", ""))


class Loudspeaker(SilentPlayer):
    """Can be heard, at once, and counts what it played."""

    audible = True

    def __init__(self) -> None:
        super().__init__(chime_ms=1)
        self.played: list[int] = []

    def play(self, samples: Any, ended: Any) -> None:
        self.played.append(len(samples))
        super().play(samples, ended)


def test_each_page_is_read_and_the_next_person_begins_in_silence(
    full_center: Any, open_kiosk: Any
) -> None:
    person = open_kiosk()
    voice = person.kiosk.guide._voice = Voice()
    person.touch("tile-A")
    assert voice.said == []
    person.touch("back")
    person.touch("guide")
    assert voice.said[-1][0].startswith("Bạn cần làm thủ tục gì?")
    person.touch("tile-A")
    assert voice.said[-1][0].startswith("Chứng thực bản sao, chữ ký. 2 người đang chờ,")
    person.touch("who")
    assert "nhóm ưu tiên" in voice.said[-1][0]
    person.touch("take-number")
    person.page("number")
    person.until(lambda: "a không một hai" in voice.said[-1][0])
    assert "11 người trước bạn" in voice.said[-1][0]
    person.kiosk.shown.paper_told(False)
    assert "chụp lại màn hình" in voice.said[-1][0]
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    assert voice.said[-1] == ("", ""), "the next person begins in silence"
    person.touch("guide")
    person.touch("language-en")
    assert voice.said[-1] == (person.kiosk.guide.words(), "en")
    assert voice.said[-1][0].startswith("What do you need?")
    full_center.change(day={"state": "closed", "closed_reason": "lunch", "next_opening": None})
    person.until(lambda: person.sees("notice-title"))
    assert person.kiosk.guide.words().startswith("The center is on its lunch break. Numbers")
    person.kiosk.idle.over.emit()
    assert not person.kiosk.guide.property("on")
    assert voice.said[-1] == ("", "")


def test_a_refusal_and_a_scan_are_said(full_center: Any, open_kiosk: Any) -> None:
    full_center.refuse("/v1/check-ins", 409, "BOOKING_USED")
    person = open_kiosk()
    voice = person.kiosk.guide._voice = Voice()
    person.kiosk.guide.toggle()
    person.kiosk.read_code("https://vneid.gov.vn/?q=1")
    assert "không đọc được mã VNeID" in voice.said[-1][0]
    person.kiosk.read_code("K7M2-Q9XD")
    person.until(lambda: person.kiosk.entry.problem != "")
    assert voice.said[-1][0] == person.kiosk.entry.problem


def test_a_text_is_spoken_by_espeak_once_and_then_kept(qtbot: Any) -> None:
    try:
        espeak.speak("a", "vi")
    except espeak.CannotSpeak:
        pytest.skip("espeak-ng is not there")
    loud, synthesiser = Loudspeaker(), Synthesiser(patience_ms=60_000)
    narrator = Narrator(open_voice(), loud, synthesiser)
    with qtbot.waitSignal(narrator.said, timeout=60_000):
        narrator.say("Bạn cần làm thủ tục gì?", "vi")
    assert loud.played[-1] > 20_000, "about a second of speech"
    made: list[Any] = []
    synthesiser.make = lambda *order: made.append(order)  # type: ignore[method-assign]
    with qtbot.waitSignal(narrator.said, timeout=60_000):
        narrator.say("Bạn cần làm thủ tục gì?", "vi")
    assert (made, loud.played[0]) == ([], loud.played[1])
    with qtbot.waitSignal(narrator.said, timeout=60_000):
        narrator.chime()
    narrator.stop()


def test_without_a_loudspeaker_nothing_is_synthesised(qtbot: Any) -> None:
    synthesiser = Synthesiser(("false",))
    narrator = Narrator(open_voice(), SilentPlayer(chime_ms=1), synthesiser)
    with qtbot.waitSignal(narrator.said, timeout=10_000) as told:
        narrator.say("Xin chào", "vi")
    assert told.args == [False]
    assert synthesiser._process is None
