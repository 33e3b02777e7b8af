"""The QR code on the screen: one pixel a module, drawn larger by whole numbers."""

from base64 import b64encode

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from layso_printing.page.code import qr_rows

_QUIET = 4
_MEDIUM = 0
"""Error correction M, as the QR standard writes it in two bits."""

_WHITE, _BLACK = QColor("white"), QColor("black")


def qr_picture(text: str) -> tuple[str, int]:
    """Return a data: address of the code with its quiet zone, and its width in modules."""
    if not text:
        return "", 0
    rows = qr_rows(text, _MEDIUM)
    size = len(rows) + 2 * _QUIET
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(_WHITE)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x + _QUIET, y + _QUIET, _BLACK)
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return f"data:image/png;base64,{b64encode(raw.data()).decode()}", size
