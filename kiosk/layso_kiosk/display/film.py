"""A film decoded by QtMultimedia and shown frame by frame: Qt's own video item needs a GPU."""

import importlib
from typing import Any

from PySide6.QtCore import Property, QObject, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

PROVIDER = "film"
LOUD, DUCKED = 0.7, 0.08
"""Volume of a film, and while a call is spoken."""
FRAME_MS = 66
"""Fifteen frames a second at most: more would eat a core in software."""


class FrameProvider(QQuickImageProvider):
    """Answers ``image://film/N`` with the film's newest frame."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.frame = QImage()

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Return the frame as it is; it was scaled when it came."""
        del id, requestedSize
        size.setWidth(self.frame.width())
        size.setHeight(self.frame.height())
        return self.frame


class Film(QObject):
    """Plays one film at a time; `frame` changes with each picture, `ended` or `faulty` at the end.

    `ducked` lowers the sound while a call is spoken; `still` holds the picture while one flashes.
    """

    frameChanged = Signal()
    ended = Signal()
    faulty = Signal()

    def __init__(self, frames: FrameProvider) -> None:
        super().__init__()
        self._frames = frames
        self._room = QSize(1280, 720)
        self._count, self._last = 0, -FRAME_MS
        self._still = self._ducked = False
        self._player: Any = None
        self._sound: Any = None
        self._media: Any = None

    @Slot(str)
    def play(self, source: str) -> None:
        """Begin; `faulty` follows when nothing here can decode it."""
        self.stop()
        try:
            self._media = importlib.import_module("PySide6.QtMultimedia")
        except ImportError:
            self.faulty.emit()
            return
        self._last = -FRAME_MS
        self._player = self._media.QMediaPlayer(self)
        self._sound = self._media.QAudioOutput(self)
        self._sound.setVolume(DUCKED if self._ducked else LOUD)
        sink = self._media.QVideoSink(self._player)
        sink.videoFrameChanged.connect(self._came)
        self._player.setAudioOutput(self._sound)
        self._player.setVideoSink(sink)
        self._player.mediaStatusChanged.connect(self._status)
        self._player.errorOccurred.connect(self._failed)
        self._player.setSource(QUrl(source))
        self._player.play()

    @Slot()
    def stop(self) -> None:
        """End without a word."""
        player, self._player = self._player, None
        sound, self._sound = self._sound, None
        if player is not None:
            player.mediaStatusChanged.disconnect(self._status)
            player.errorOccurred.disconnect(self._failed)
            player.videoSink().videoFrameChanged.disconnect(self._came)
            player.stop()
            player.deleteLater()
            sound.deleteLater()

    @Slot(int, int)
    def fit(self, width: int, height: int) -> None:
        """Scale the frames to this many pixels at most."""
        self._room = QSize(max(1, width), max(1, height))

    @Slot(bool)
    def duck(self, on: bool) -> None:
        """Lower the sound, or raise it again."""
        self._ducked = on
        if self._sound is not None:
            self._sound.setVolume(DUCKED if on else LOUD)

    @Slot(bool)
    def hold(self, on: bool) -> None:
        """Keep the picture as it is: what flashes must not wait for a frame."""
        self._still = on

    @property
    def volume(self) -> float:
        """The sound's volume now, 0 while nothing plays."""
        return 0.0 if self._sound is None else float(self._sound.volume())

    @Slot(object)
    def _came(self, frame: Any) -> None:
        at = frame.startTime() // 1000
        if self._still or (0 <= at < self._last + FRAME_MS and at >= self._last):
            return
        image = frame.toImage()
        if image.isNull():
            return
        self._last = at
        keep = Qt.AspectRatioMode.KeepAspectRatio
        if image.width() > self._room.width() or image.height() > self._room.height():
            image = image.scaled(self._room, keep, Qt.TransformationMode.FastTransformation)
        self._frames.frame = image
        self._count += 1
        self.frameChanged.emit()

    @Slot(object)
    def _status(self, status: Any) -> None:
        if status.name == "EndOfMedia":
            self.ended.emit()
        elif status.name == "InvalidMedia":
            self.faulty.emit()

    @Slot(object, str)
    def _failed(self, _fault: Any, _why: str) -> None:
        self.faulty.emit()

    def _get_frame(self) -> str:
        return f"image://{PROVIDER}/{self._count}" if self._count else ""

    frame = Property(str, _get_frame, notify=frameChanged)
