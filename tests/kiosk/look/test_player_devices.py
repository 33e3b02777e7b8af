"""Whatever the loudspeaker is or lacks, playing ends and nothing fails."""

import sys
from array import array
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from layso_kiosk.look.sound import devices, waves
from layso_kiosk.look.sound import player as players
from layso_kiosk.look.sound.player import AudioPlayer, SilentPlayer, open_player


def test_no_multimedia_and_no_device_are_not_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    assert isinstance(open_player(), SilentPlayer)
    nothing = SimpleNamespace(isNull=lambda: True)
    module = SimpleNamespace(QMediaDevices=SimpleNamespace(defaultAudioOutput=lambda: nothing))
    monkeypatch.setattr(devices.importlib, "import_module", lambda name: module)
    assert isinstance(open_player(), SilentPlayer)


class _Signal:
    def connect(self, slot: Callable[[str], None]) -> None:
        self.emit = slot


class FakeMultimedia:
    """QtMultimedia as far as we use it: a device that takes only 48 kHz stereo."""

    def __init__(self) -> None:
        self.written = b""
        self.sinks: list[SimpleNamespace] = []
        outer = self

        class QAudioFormat:
            SampleFormat = SimpleNamespace(Int16="int16")
            rate = channels = 0

            def setSampleRate(self, rate: int) -> None:
                self.rate = rate

            def setChannelCount(self, count: int) -> None:
                self.channels = count

            def setSampleFormat(self, kind: str) -> None:
                assert kind == "int16"

        def sink(device: object, wanted: QAudioFormat, parent: object) -> SimpleNamespace:
            assert (wanted.rate, wanted.channels) == (48000, 2)
            made = SimpleNamespace(stateChanged=_Signal(), stopped=False)
            made.start = lambda buffer: setattr(outer, "written", bytes(buffer.data().data()))
            made.stop = lambda: setattr(made, "stopped", True)
            made.deleteLater = lambda: None
            outer.sinks.append(made)
            return made

        self.QAudioFormat, self.QAudioSink = QAudioFormat, sink


def test_a_device_with_another_rate_gets_what_it_wants(qtbot: QtBot) -> None:
    multimedia = FakeMultimedia()
    device = SimpleNamespace(isFormatSupported=lambda wanted: wanted.rate == 48000)
    player, ended = AudioPlayer(multimedia, device), []
    player.play(array("h", [500] * waves.RATE), lambda: ended.append(True))
    assert len(multimedia.written) == 48000 * 2 * 2
    multimedia.sinks[0].stateChanged.emit(SimpleNamespace(name="ActiveState"))
    multimedia.sinks[0].stateChanged.emit(SimpleNamespace(name="IdleState"))
    qtbot.waitUntil(lambda: ended == [True])
    assert multimedia.sinks[0].stopped


def test_a_long_call_is_fitted_second_by_second_and_sounds_as_if_at_once(qtbot: QtBot) -> None:
    """Two languages, twice, for a device of another rate: the window is drawn all the while."""
    multimedia = FakeMultimedia()
    player = AudioPlayer(multimedia, SimpleNamespace(isFormatSupported=lambda _: False))
    call = array("h", [(n * 37) % 20_000 - 10_000 for n in range(waves.RATE * 5 + 777)])
    player.play(call, lambda: None)
    assert multimedia.sinks == [], "the first second is fitted at once, the others in turns"
    qtbot.waitUntil(lambda: len(multimedia.sinks) == 1, timeout=30_000)
    whole = waves.resample(call, waves.RATE, 48000)
    heard = waves.from_bytes(multimedia.written)
    assert heard[::2] == heard[1::2] == whole
    player.play(call, lambda: None)
    player.stop()
    for _ in range(20):
        QCoreApplication.processEvents()
    assert len(multimedia.sinks) == 1, "a call that was stopped meanwhile is not begun"


def test_a_device_that_hangs_is_given_up(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(players, "LATE_MS", 5)
    multimedia = FakeMultimedia()
    player, ended = AudioPlayer(multimedia, SimpleNamespace(isFormatSupported=lambda _: False)), []
    player.play(array("h", [1] * 100), lambda: ended.append(True))
    qtbot.waitUntil(lambda: ended == [True])
    assert multimedia.sinks[0].stopped
