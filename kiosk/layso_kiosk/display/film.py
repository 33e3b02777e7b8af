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


class Reel(QObject):
    """One film being decoded. QML never sees it.

    The decoder's signals come from its own thread with types of a module that is loaded late, so
    their receivers give this object a metaobject of its own, freed with it: QML, which remembers
    properties by that address, must only ever meet `Film`.
    """

    came = Signal(object)
    told = Signal(int, str)
    """The reel's number and the name of a media status."""

    def __init__(self, media: Any, number: int, volume: float, parent: QObject) -> None:
        """Get ready to decode with the QtMultimedia module."""
        super().__init__(parent)
        self._number = number
        self._player = media.QMediaPlayer(self)
        self.sound = media.QAudioOutput(self)
        self.sound.setVolume(volume)
        self._sink = media.QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._frame)
        self._player.mediaStatusChanged.connect(self._status)
        self._player.errorOccurred.connect(self._fault)
        self._player.setAudioOutput(self.sound)
        self._player.setVideoSink(self._sink)

    def begin(self, source: str) -> None:
        """Decode from the first frame on."""
        self._player.setSource(QUrl(source))
        self._player.play()

    def stop(self) -> None:
        """Decode no more, and go."""
        self._sink.videoFrameChanged.disconnect(self._frame)
        self._player.mediaStatusChanged.disconnect(self._status)
        self._player.errorOccurred.disconnect(self._fault)
        self._player.stop()
        self.deleteLater()

    @Slot(object)
    def _frame(self, frame: Any) -> None:
        self.came.emit(frame)

    @Slot(object)
    def _status(self, status: Any) -> None:
        self.told.emit(self._number, status.name)

    @Slot(object, str)
    def _fault(self, _fault: Any, _why: str) -> None:
        self.told.emit(self._number, "InvalidMedia")


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
        self._reel: Reel | None = None
        self._number = 0

    @Slot(str)
    def play(self, source: str) -> None:
        """Begin; `faulty` follows when nothing here can decode it."""
        self.stop()
        try:
            media = importlib.import_module("PySide6.QtMultimedia")
        except ImportError:
            self.faulty.emit()
            return
        self._last = -FRAME_MS
        self._number += 1
        self._reel = Reel(media, self._number, DUCKED if self._ducked else LOUD, self)
        self._reel.came.connect(self._came)
        # later, not inside the player's own signal: the next film takes this player away
        self._reel.told.connect(self._status, Qt.ConnectionType.QueuedConnection)
        self._reel.begin(source)

    @Slot()
    def stop(self) -> None:
        """End without a word."""
        reel, self._reel = self._reel, None
        if reel is not None:
            reel.came.disconnect(self._came)
            reel.told.disconnect(self._status)
            reel.stop()

    @Slot(int, int)
    def fit(self, width: int, height: int) -> None:
        """Scale the frames to this many pixels at most."""
        self._room = QSize(max(1, width), max(1, height))

    @Slot(bool)
    def duck(self, on: bool) -> None:
        """Lower the sound, or raise it again."""
        self._ducked = on
        if self._reel is not None:
            self._reel.sound.setVolume(DUCKED if on else LOUD)

    @Slot(bool)
    def hold(self, on: bool) -> None:
        """Keep the picture as it is: what flashes must not wait for a frame."""
        self._still = on

    @property
    def volume(self) -> float:
        """The sound's volume now, 0 while nothing plays."""
        return 0.0 if self._reel is None else float(self._reel.sound.volume())

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

    @Slot(int, str)
    def _status(self, number: int, status: str) -> None:
        if self._reel is None or number != self._number:
            return
        if status == "EndOfMedia":
            self.ended.emit()
        elif status == "InvalidMedia":
            self.faulty.emit()

    def _get_frame(self) -> str:
        return f"image://{PROVIDER}/{self._count}" if self._count else ""

    frame = Property(str, _get_frame, notify=frameChanged)
