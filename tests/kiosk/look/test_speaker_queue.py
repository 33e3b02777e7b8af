"""One voice at a time, in the order of the calls; without a loudspeaker the chime is seen."""

import sys
from array import array
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.announcement import Manner, Say
from layso_kiosk.look.sound.pack import Voice, open_voice
from layso_kiosk.look.sound.player import SilentPlayer
from layso_kiosk.look.sound.speaker import Announcement, Speaker
from layso_kiosk.look.sound.synthesiser import Synthesiser


class HandPlayer:
    """Ends when the test says so; fails when two things would sound at once."""

    audible = True

    def __init__(self) -> None:
        self.lengths: list[int] = []
        self._ended: Callable[[], None] | None = None

    def play(self, samples: "waves.Samples[int]", ended: Callable[[], None]) -> None:
        assert self._ended is None, "two voices at once"
        self.lengths.append(len(samples))
        self._ended = ended

    def stop(self) -> None:
        self._ended = None

    def finish(self) -> None:
        ended, self._ended = self._ended, None
        assert ended is not None
        ended()


@pytest.fixture
def hand() -> HandPlayer:
    return HandPlayer()


@pytest.fixture
def speaker(qtbot: QtBot, hand: HandPlayer) -> Iterator[Speaker]:
    made = Speaker(open_voice(), hand, Manner())
    yield made
    made.stop()


def test_a_call_that_is_taken_back_while_it_waits_is_never_said(
    speaker: Speaker, hand: HandPlayer
) -> None:
    spoken: list[int] = []
    speaker.spoken.connect(lambda seq, _heard: spoken.append(seq))
    for seq in (11, 12, 13):
        speaker.announce(Announcement(seq, f"A0{seq}", 1))
    speaker.call_off(frozenset({11, 12}))
    for _ in range(2):
        hand.finish()
    assert (spoken, speaker.speaking) == ([11, 13], False)


def test_calls_are_spoken_one_by_one_in_their_order(speaker: Speaker, hand: HandPlayer) -> None:
    begun: list[int] = []
    spoken: list[tuple[int, bool]] = []
    speaker.started.connect(begun.append)
    speaker.spoken.connect(lambda seq, heard: spoken.append((seq, heard)))
    for seq in (11, 12, 13):
        speaker.announce(Announcement(seq, f"A0{seq}", 1))
    assert (begun, spoken, speaker.speaking) == ([11], [], True)
    hand.finish()
    assert (begun, spoken) == ([11, 12], [(11, True)])
    hand.finish()
    hand.finish()
    assert (begun, speaker.speaking) == ([11, 12, 13], False)
    assert spoken == [(11, True), (12, True), (13, True)]


def test_a_long_queue_is_said_once_each(speaker: Speaker, hand: HandPlayer) -> None:
    for seq in range(6):
        speaker.announce(Announcement(seq, "A012", 1))
    for _ in range(5):
        hand.finish()
    twice, *rest = hand.lengths
    assert [length < twice * 0.7 for length in rest] == [True, True, False, False, False]


def test_stop_is_silent_at_once(speaker: Speaker, hand: HandPlayer) -> None:
    speaker.announce(Announcement(1, "A012", 1))
    speaker.announce(Announcement(2, "A013", 1))
    speaker.stop()
    assert not speaker.speaking
    speaker.announce(Announcement(3, "A014", 1))
    assert len(hand.lengths) == 2


def test_without_a_loudspeaker_the_chime_is_seen_and_the_queue_goes_on(qtbot: QtBot) -> None:
    speaker = Speaker(open_voice(), SilentPlayer(chime_ms=5), Manner())
    spoken: list[tuple[int, bool]] = []
    speaker.spoken.connect(lambda seq, heard: spoken.append((seq, heard)))
    speaker.announce(Announcement(1, "A012", 1))
    speaker.announce(Announcement(2, "A013", 2))
    assert speaker.speaking
    assert not speaker.audible
    qtbot.waitUntil(lambda: spoken == [(1, False), (2, False)])
    assert not speaker.speaking


def test_a_word_without_a_clip_is_made_by_another_process(qtbot: QtBot, hand: HandPlayer) -> None:
    voice = Voice([], array("h", [1] * 10))
    speaker = Speaker(voice, hand, Manner(times=1), Synthesiser())
    speaker.announce(Announcement(1, "A1", 2))
    assert hand.lengths == []
    qtbot.waitUntil(lambda: bool(hand.lengths), timeout=20_000)
    assert voice.missing([Say("invite", "vi"), Say("letter:A", "vi"), Say("hai", "vi")]) == []
    assert hand.lengths[0] > waves.RATE
    speaker.stop()


@pytest.mark.parametrize(
    "command",
    [
        (sys.executable, "-c", "import sys; sys.exit(1)"),
        (sys.executable, "-c", "import threading; threading.Event().wait()"),
        ("/no/such/program",),
    ],
)
def test_a_synthesiser_that_fails_is_passed_over(qtbot: QtBot, command: tuple[str, ...]) -> None:
    synthesiser, made, ends = Synthesiser(command, patience_ms=300), [], []
    synthesiser.make(
        [Say("ba", "vi"), Say("tư", "vi")],
        lambda part, samples: made.append(part),
        lambda: ends.append(True),
    )
    qtbot.waitUntil(lambda: ends == [True])
    assert made == []


def test_stop_ends_the_synthesisers_process(qtbot: QtBot) -> None:
    endless = (sys.executable, "-c", "import threading; threading.Event().wait()")
    synthesiser, ends = Synthesiser(endless), []
    synthesiser.make([Say("ba", "vi")], lambda part, samples: None, lambda: ends.append(True))
    synthesiser.stop()
    assert ends == []
