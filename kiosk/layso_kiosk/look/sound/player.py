"""Play samples on the loudspeaker, or keep a visible chime's time where there is none."""

from array import array
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Slot

from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.devices import default_device, fitting, pcm

CHIME_MS = 1500
"""How long the chime is to be seen when nothing can be heard."""
LATE_MS = 2500
"""A device that has not ended this long after the last sample is given up."""


class Player(Protocol):
    """Plays one thing at a time."""

    audible: bool

    def play(self, samples: "waves.Samples[int]", ended: Callable[[], None]) -> None:
        """Begin to play; `ended` is called later, once, whatever happens."""

    def stop(self) -> None:
        """Stop at once; `ended` is not called any more."""


class SilentPlayer(QObject):
    """No loudspeaker: the chime is only seen."""

    audible = False

    def __init__(self, chime_ms: int = CHIME_MS) -> None:
        super().__init__()
        self._ended: Callable[[], None] = lambda: None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(chime_ms)
        self._timer.timeout.connect(self._end)

    def play(self, samples: "waves.Samples[int]", ended: Callable[[], None]) -> None:
        """Let the chime be seen for its time, however long the sentence is."""
        del samples
        self._ended = ended
        self._timer.start()

    def stop(self) -> None:
        """End without a word."""
        self._timer.stop()

    @Slot()
    def _end(self) -> None:
        self._ended()


class AudioPlayer(QObject):
    """The default loudspeaker through QtMultimedia, whatever its rate and channels are."""

    audible = True

    def __init__(self, multimedia: Any, device: Any) -> None:
        """Take the QtMultimedia module and one of its output devices."""
        super().__init__()
        self._multimedia, self._device = multimedia, device
        self._rate, self._channels = fitting(multimedia, device)
        self._samples, self._fitted = array("h"), array("h")
        self._fitting = QTimer(self)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        self._sink: Any = None
        self._buffer: QBuffer | None = None
        self._ended: Callable[[], None] | None = None
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._end)

    def play(self, samples: "waves.Samples[int]", ended: Callable[[], None]) -> None:
        """Begin to play from the first sample."""
        self.stop()
        self._ended = ended
        self._samples, self._fitted = samples, array("h")
        if (self._rate, self._channels) == (waves.RATE, 1):
            self._begin(samples)
        else:
            self._fitting.start()
            self._fit()

    @Slot()
    def _fit(self) -> None:
        """Bring one more second to what the device can: a long call never holds the window up."""
        step = self._rate * self._channels
        at = len(self._fitted) // step * waves.RATE
        piece = self._samples[at : at + waves.RATE + 1]
        fitted = waves.resample(piece, waves.RATE, self._rate)[: self._rate]
        if self._channels == 2:
            both = array("h", bytes(4 * len(fitted)))
            both[::2] = both[1::2] = fitted
            fitted = both
        self._fitted += fitted
        if at + waves.RATE >= len(self._samples):
            self._begin(self._fitted)

    def _begin(self, fitted: "waves.Samples[int]") -> None:
        self._fitting.stop()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(waves.to_bytes(fitted)))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = self._multimedia.QAudioSink(
            self._device, pcm(self._multimedia, self._rate, self._channels), self
        )
        self._sink.stateChanged.connect(self._changed)
        self._watch.start(len(self._samples) * 1000 // waves.RATE + LATE_MS)
        self._sink.start(self._buffer)

    def stop(self) -> None:
        """Stop and let the device go."""
        self._watch.stop()
        self._fitting.stop()
        self._ended = None
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.stop()
            sink.deleteLater()
        if self._buffer is not None:
            self._buffer.deleteLater()
            self._buffer = None

    def _changed(self, state: Any) -> None:
        # by name: Qt has the same states under two types that are not equal
        if self._sink is not None and state.name in ("IdleState", "StoppedState"):
            # not from inside the device's own signal
            QTimer.singleShot(0, self._end)

    @Slot()
    def _end(self) -> None:
        ended = self._ended
        self.stop()
        if ended is not None:
            ended()


def open_player() -> Player:
    """Return the loudspeaker's player, or the silent one: never an error, never a wait."""
    found = default_device("Output")
    return AudioPlayer(*found) if found else SilentPlayer()
