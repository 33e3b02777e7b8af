"""Icons exist for every service and take the colour that is asked for."""

import tomllib

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from layso_assets import files
from layso_kiosk.look.icons import IconProvider, IconUnknown, draw_icon


def _colours(image: QImage) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_every_service_of_the_demo_center_has_its_icon() -> None:
    with files.path("demo", "center-26041.toml").open("rb") as stream:
        services = tomllib.load(stream)["services"]
    for service in services:
        assert _colours(draw_icon(service["icon"], "112233", 48)) == {"#112233"}


def test_every_shipped_icon_can_be_drawn_and_the_licence_is_there() -> None:
    folder = files.path("icons")
    assert "ISC License" in (folder / "LICENSE").read_text(encoding="utf-8")
    drawn = [draw_icon(file.stem, "A3171E", 32) for file in folder.glob("*.svg")]
    assert len(drawn) >= 40
    assert all("#a3171e" in _colours(image) for image in drawn)


def test_an_unknown_icon_is_refused_and_the_screen_shows_a_ticket_instead() -> None:
    with pytest.raises(IconUnknown):
        draw_icon("no-such-icon", "000000", 24)
    provider, size = IconProvider(), QSize()
    shown = provider.requestImage("no-such-icon/A3171E", size, QSize(24, 24))
    assert shown == draw_icon("ticket", "A3171E", 24)
    assert provider.unknown == {"no-such-icon"}
    assert size == QSize(24, 24)
