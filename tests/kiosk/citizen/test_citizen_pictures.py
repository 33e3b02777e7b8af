"""The way through every page as a person goes it, with pictures for the book.

What a machine can see of them in all layouts is judged in fit/.
"""

import os
from typing import Any

import pytest

from window_fit import unfit

SIZES = {"wide": (1920, 1080), "tall": (1080, 1920)}
OVER, WORDS = frozenset({"countdown", "screen-test"}), frozenset({"toast"})
VARIANTS = [
    ("wide", "vi", 100, "light"),
    ("wide", "vi", 150, "contrast"),
    ("tall", "vi", 100, "light"),
]


@pytest.mark.parametrize(("shape", "language", "text_size", "theme"), VARIANTS)
def test_every_page_fits(
    full_center: Any,
    open_kiosk: Any,
    shape: str,
    language: str,
    text_size: int,
    theme: str,
) -> None:
    person = open_kiosk(
        size=SIZES[shape], language=language, hid=shape == "wide", pin="260411",
        languages=("vi", "en", language),
    )  # fmt: skip
    person.open.reader.look.choose_text_size(text_size)
    person.open.reader.look.choose_theme(theme)
    seen: list[str] = []

    def look(page: str) -> None:
        if os.environ.get("LAYSO_PICTURES"):
            person.picture(f"kiosk-{page}-{shape}-{language}-{text_size}-{theme}")
        small = person.window.grabWindow().scaled(40, 22)
        colours = {small.pixel(x, y) for x in range(40) for y in range(22)}
        assert len(colours) > 3, "something is painted"
        seen.extend(f"{page}: {text}" for text in unfit(person.window, over=OVER, over_words=WORDS))

    person.until(lambda: person.sees("tile-M") and person.kiosk._shelf.version == "v1")
    look("home")
    person.touch("booking")
    for sign in "k7m2q9xd":
        person.kiosk.scanned(sign)
    look("booking")
    for code in ("BOOKING_UNKNOWN", "BOOKING_MISSED"):
        person.kiosk._not_entered({"code": code})
        look(code)
    person.touch("back")
    person.touch("return")
    person.touch("key-A")
    look("return")
    person.touch("back")
    person.touch("search")
    look("search")
    for key in "khai":
        person.touch(f"type-{key}")
    person.touch("type-space")
    person.touch("type-s")
    look("search-found")
    person.kiosk.pick("H01")
    look("service-birth")
    person.touch("back")
    person.touch("tile-A")
    look("service")
    person.touch("who")
    person.kiosk.read_code("075512345678||Trần Thị Thử|21111940|Nữ|Ấp 2|01082024||||")
    person.kiosk.choice.add_dossiers(1)
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
    person.touch("tile-H")
    look("notice")
    person.kiosk.idle._set_left(7)
    look("countdown")
    person.kiosk.call_help()
    look("toast")
    person.touch("back")
    person.kiosk.knock()
    look("admin-pin")
    for digit in "260411":
        person.touch(f"key-{digit}")
    person.touch("admin-open")
    person.touch("admin-rehearse")
    look("admin-menu")
    person.touch("admin-paper")
    look("admin-paper")
    person.kiosk.go_home()
    person.take()
    look("rehearsal")
    person.until(lambda: person.kiosk.armed)
    person.touch("done")
    person.kiosk.taking.rehearsing = False
    opening = "2026-11-23T13:30:00.000+07:00"
    full_center.change(day={"state": "closed", "closed_reason": "lunch", "next_opening": opening})
    person.until(lambda: person.sees("notice-title"))
    look("closed")
    assert seen == [], "\n".join(seen)
