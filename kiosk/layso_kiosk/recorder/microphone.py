"""Hear what is said: the PC's microphone through QtMultimedia, or none."""

from array import array
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Slot

from layso_kiosk.look.sound import waves
from layso_kiosk.look.sound.devices import default_device, fitting, pcm

Heard = Callable[["waves.Samples[int]"], None]


class Microphone(Protocol):
    """Hands pieces of sound at waves.RATE to `heard` from `start` to `stop`."""

    there: bool

    def start(self, heard: Heard) -> None:
        """Begin to listen."""

    def stop(self) -> None:
        """Stop listening; nothing is handed over any more."""


class NoMicrophone:
    """There is none: the wizard says so and can still play what is there."""

    there = False

    def start(self, heard: Heard) -> None:
        """Hear nothing."""
        del heard

    def stop(self) -> None:
        """Be quiet."""


class QtMicrophone(QObject):
    """The default input of this PC, whatever its rate and channels are."""

    there = True

    def __init__(self, multimedia: Any, device: Any) -> None:
        """Take the QtMultimedia module and one of its input devices."""
        super().__init__()
        self._multimedia, self._device = multimedia, device
        self._rate, self._channels = fitting(multimedia, device)
        self._source: Any = None
        self._stream: Any = None
        self._heard: Heard | None = None
        self._rest = b""

    def start(self, heard: Heard) -> None:
        """Begin to listen."""
        self.stop()
        self._heard, self._rest = heard, b""
        self._source = self._multimedia.QAudioSource(
            self._device, pcm(self._multimedia, self._rate, self._channels), self
        )
        self._stream = self._source.start()
        self._stream.readyRead.connect(self._read)

    def stop(self) -> None:
        """Stop and let the device go."""
        self._heard = None
        source, self._source, self._stream = self._source, None, None
        if source is not None:
            source.stop()
            source.deleteLater()

    @Slot()
    def _read(self) -> None:
        if self._stream is None or self._heard is None:
            return
        raw = self._rest + bytes(self._stream.readAll().data())
        whole = len(raw) // (2 * self._channels) * 2 * self._channels
        raw, self._rest = raw[:whole], raw[whole:]
        self._heard(to_mono(waves.from_bytes(raw), self._rate, self._channels))


def to_mono(samples: "waves.Samples[int]", rate: int, channels: int) -> "waves.Samples[int]":
    """Bring what a device gives to one channel at waves.RATE."""
    if channels == 2:
        samples = array("h", ((a + b) // 2 for a, b in zip(*[iter(samples)] * 2, strict=False)))
    return waves.resample(samples, rate)


def open_microphone() -> Microphone:
    """Return the PC's microphone, or none: never an error, never a wait."""
    found = default_device("Input")
    return QtMicrophone(*found) if found else NoMicrophone()
