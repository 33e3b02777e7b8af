"""A camera instead of a scanner, where there is one: pictures are looked at and thrown away."""

import importlib
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

EVERY_MS = 250
AGAIN_MS = 3_000
"""So long the same code is not told twice: people hold a card still."""

_log = logging.getLogger(__name__)
Decode = Callable[[QImage], str]


class CameraScanner(QObject):
    """`scanned` carries each code that comes before the camera while `watch(True)`.

    Four pictures a second are read in a thread of their own; none is kept, shown or written.
    """

    scanned = Signal(str)
    _read = Signal(str)

    def __init__(self, decode: Decode) -> None:
        super().__init__()
        self._decode = decode
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="camera")
        self._busy, self._last = False, ""
        self._since, self._told = QElapsedTimer(), QElapsedTimer()
        self._camera: Any = None
        self._parts: list[Any] = []
        self._read.connect(self._was_read, Qt.ConnectionType.QueuedConnection)

    def connect_to(self, camera: Any, sink: Any, session: Any) -> None:
        """Take the camera's parts of QtMultimedia."""
        self._camera, self._parts = camera, [sink, session]
        session.setCamera(camera)
        session.setVideoSink(sink)
        sink.videoFrameChanged.connect(lambda frame: self.look(frame.toImage()))

    @Slot(bool)
    def watch(self, watch: bool) -> None:
        """Look, or close the eye: the camera's own light says which."""
        if self._camera is not None and self._camera.isActive() != watch:
            self._camera.setActive(watch)

    def look(self, picture: QImage) -> None:
        """Read one picture, unless one is being read or was just now."""
        if (
            self._busy
            or picture.isNull()
            or (self._since.isValid() and self._since.elapsed() < EVERY_MS)
        ):
            return
        self._busy = True
        self._since.start()
        self._thread.submit(self._work, picture, self._read.emit)

    def stop(self) -> None:
        """Let the camera go."""
        self.watch(False)
        self._thread.shutdown(cancel_futures=True)
        self._parts.clear()

    def _work(self, picture: QImage, tell: Callable[[str], object]) -> None:
        try:
            tell(self._decode(picture))
        except Exception:
            tell("")

    @Slot(str)
    def _was_read(self, code: str) -> None:
        self._busy = False
        again = code == self._last and self._told.isValid() and self._told.elapsed() < AGAIN_MS
        if code and not again:
            self._last = code
            self._told.start()
            self.scanned.emit(code)


def open_decoder() -> Decode | None:
    """Return what reads a QR code from a picture; None where zxing-cpp is not installed."""
    try:
        zxing = importlib.import_module("zxingcpp")
        image = importlib.import_module("PIL.Image")
    except ImportError as fault:
        _log.warning("no camera scanner on this PC: %s", fault)
        return None

    def decode(picture: QImage) -> str:
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        size = (grey.width(), grey.height())
        raw = bytes(grey.constBits())
        frame = image.frombuffer("L", size, raw, "raw", "L", grey.bytesPerLine(), 1)
        found = zxing.read_barcodes(frame, formats=zxing.BarcodeFormat.QRCode)
        return str(found[0].text) if found else ""

    return decode


def open_camera() -> CameraScanner | None:
    """Return the first camera as a scanner, not watching yet; None where there is none."""
    decode = open_decoder()
    try:
        multimedia: Any = importlib.import_module("PySide6.QtMultimedia")
    except ImportError as fault:
        _log.warning("no camera on this PC: %s", fault)
        return None
    device = multimedia.QMediaDevices.defaultVideoInput()
    if decode is None or device.isNull():
        return None
    scanner = CameraScanner(decode)
    scanner.connect_to(
        multimedia.QCamera(device, scanner),
        multimedia.QVideoSink(scanner),
        multimedia.QMediaCaptureSession(scanner),
    )
    return scanner
