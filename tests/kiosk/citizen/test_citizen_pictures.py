"""Every page as a picture, for a person to look at; the tests demand what a machine can see."""

from typing import Any

import pytest
from PySide6.QtCore import QRectF

from layso_kiosk.look.touch import items

SIZES = {"wide": (1920, 1080), "tall": (1080, 1920), "small": (1366, 768)}
VARIANTS = [
    ("wide", "vi", 100, False),
    ("wide", "en", 100, False),
    ("tall", "vi", 100, False),
    ("tall", "en", 150, False),
    ("small", "vi", 100, False),
    ("small", "vi", 150, False),
    ("wide", "vi", 150, False),
    ("wide", "vi", 100, True),
]


def overflowing(person: Any) -> list[str]:
    """Return the texts that stick out of the window or are cut off."""
    window = QRectF(0, 0, person.window.width(), person.window.height())
    found = []
    for item in items(person.window):
        text = item.property("text")
        if not (
            isinstance(text, str) and text and item.isVisible() and item.inherits("QQuickText")
        ):
            continue
        box = item.mapRectToScene(QRectF(0, 0, item.property("paintedWidth"), 1))
        if box.left() < -1 or box.right() > window.right() + 1 or item.property("truncated"):
            found.append(text)
    return found


@pytest.mark.parametrize(("shape", "language", "text_size", "contrast"), VARIANTS)
def test_every_page_fits(
    full_center: Any, open_kiosk: Any, shape: str, language: str, text_size: int, contrast: bool
) -> None:
    at = VARIANTS.index((shape, language, text_size, contrast))
    person = open_kiosk(size=SIZES[shape], language=language, hid=at % 2 == 0)
    person.open.reader.look.choose_text_size(text_size)
    if contrast:
        person.open.reader.next_theme()
    mark = f"{shape}-{language}-{text_size}{'-contrast' if contrast else ''}"
    seen: list[str] = []

    def look(page: str) -> None:
        person.qtbot.wait(30)
        file = person.picture(f"kiosk-{page}-{mark}")
        assert file.stat().st_size > 10_000
        seen.extend(f"{page}: {text}" for text in overflowing(person))

    person.until(lambda: person.sees("tile-M"))
    look("home")
    person.touch("booking")
    for sign in "k7m2q9xd":
        person.kiosk.scanned(sign)
    look("booking")
    person.kiosk.entry.say_problem(person.kiosk._say({"code": "BOOKING_UNKNOWN"}))
    look("booking-refused")
    person.touch("back")
    person.touch("return")
    person.touch("key-A")
    look("return")
    person.touch("back")
    person.until(lambda: person.kiosk.choice.browse._shelf.version == "v1")
    person.touch("search")
    look("search")
    for key in "khai":
        person.touch(f"type-{key}")
    person.touch("type-space")
    person.touch("type-s")
    look("search-found")
    person.touch("found-H01")
    look("service-birth")
    person.touch("back")
    person.touch("tile-A")
    look("service")
    person.touch("who")
    person.kiosk.read_code(f"0755{at:08d}||Trần Thị Thử|21111940|Nữ|Ấp 2|01082024||||")
    person.touch("dossiers-plus")
    look("who")
    person.touch("take-number")
    person.page("number")
    look("number")
    person.kiosk.shown.paper_told(True)
    look("number-take")
    person.kiosk.shown.paper_told(False)
    look("number-fault")
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    person.page("home")
    full_center.change(services=[{"code": "H", "open": False, "closed_reason": "series_full"}])
    person.until(lambda: not person.kiosk.home.tiles[1]["open"])
    look("home-full")
    person.touch("tile-H")
    look("notice")
    person.kiosk.idle._set_left(7)
    look("countdown")
    person.kiosk.idle._set_left(0)
    person.touch("back")
    opening = "2026-11-23T13:30:00.000+07:00"
    full_center.change(day={"state": "closed", "closed_reason": "lunch", "next_opening": opening})
    person.until(lambda: person.sees("notice-title"))
    look("closed")
    assert seen == []
