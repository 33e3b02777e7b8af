"""Line icons from the assets, drawn in the colour that a screen asks for."""

import re

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from layso_assets import files

PROVIDER = "icons"
DEFAULT_SIZE = 96
_ID = re.compile(r"(?P<name>[a-z0-9-]+)/(?P<colour>[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


class IconUnknown(Exception):
    """A screen or a center's settings ask for an icon that we do not ship."""


def draw_icon(name: str, colour: str, size: int) -> QImage:
    """Draw the icon `name` in `colour` ("RRGGBB" or "AARRGGBB") as a square of `size` pixels.

    Raises IconUnknown for a name without a file.
    """
    try:
        svg = files.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    except files.AssetMissing:
        raise IconUnknown(name) from None
    opaque = colour[-6:]
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", f"#{opaque}").encode()))
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if len(colour) == 8:
        painter.setOpacity(int(colour[:2], 16) / 255)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """Answers ``image://icons/NAME/RRGGBB``, the source that ``Icon.qml`` makes.

    An unknown name shows the plain ticket, so that a center's own settings never leave a hole;
    the name is kept in `unknown`, where the tests look.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.unknown: set[str] = set()

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Draw at the requested height, in screen pixels."""
        match = _ID.fullmatch(id)
        wanted = max(requestedSize.width(), requestedSize.height())
        pixels = wanted if wanted > 0 else DEFAULT_SIZE
        name, colour = (match["name"], match["colour"]) if match else (id, "000000")
        try:
            image = draw_icon(name, colour, pixels)
        except IconUnknown:
            self.unknown.add(name)
            image = draw_icon("ticket", colour, pixels)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
