"""Every page as a picture, for a person to look at; the tests demand what a machine can see."""

import os
import string
from functools import lru_cache
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from layso_assets.languages import Language, offered, texts
from layso_kiosk.citizen import reader
from layso_kiosk.look import texts as screen_texts
from layso_kiosk.look.touch import items

SIZES = {"wide": (1920, 1080), "tall": (1080, 1920), "small": (1366, 768), "uhd": (3840, 2160)}
VARIANTS = [
    ("wide", "vi", 100, "light"),
    ("wide", "ar", 100, "light"),
    ("wide", "vi", 150, "contrast"),
    ("tall", "vi", 100, "light"),
    ("tall", "en", 150, "light"),
    ("tall", "ar", 125, "dark"),
    ("small", "vi", 150, "light"),
    ("small", "qps", 100, "light"),
    ("uhd", "vi", 100, "dark"),
]
MADE = (Language("qps", "Ƥṡëǘḍộ", False, False), Language("ar", "العربية", False, True))
"""Texts made here: a third longer with marks above and below, and from right to left."""

ARABIC_WORDS = "خدمة المواطن رقم انتظار مكتب طلب شهادة ميلاد زواج عقد أرض بناء وثيقة"
MARKED = str.maketrans("aeiouAEIOU", "ẫễỉộựẪỄỈỘỰ")


def _made(text: str, code: str) -> str:
    if code == "qps":
        parts = string.Formatter().parse(text)
        words = [
            said.translate(MARKED) + ("" if name is None else f"{{{name}}}")
            for said, name, _, _ in parts
        ]
        longer = " ".join(["ồỗ"] * max(1, len(text) // 9))
        return f"{''.join(words)} {longer}"
    arabic = ARABIC_WORDS.split()
    fields = [f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name]
    words = (arabic[(len(text) + at) % len(arabic)] for at in range(len(text.split())))
    return " ".join([*words, *fields])


@pytest.fixture
def made_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two languages that nobody speaks so, to stretch and to mirror the pages."""
    real = texts._load

    @lru_cache
    def load(code: str) -> dict[str, str]:
        if code not in ("qps", "ar"):
            return real(code)
        return {key: _made(text, code) for key, text in real("vi").items()}

    monkeypatch.setattr(texts, "_load", load)
    monkeypatch.setattr(texts, "_known", lambda _: True)
    for module in (reader, screen_texts):
        monkeypatch.setattr(module, "offered", lambda: (*offered(), *MADE))


def overflowing(person: Any) -> list[str]:
    """Return the texts that are cut off, or that are painted outside what they belong to."""
    window = QRectF(0, 0, person.window.width(), person.window.height())
    found = []
    for item in items(person.window):
        text = item.property("text")
        if not (text and item.isVisible() and item.inherits("QQuickText")):
            continue
        letters = item.mapRectToScene(item.boundingRect())  # of its letters, not of its box
        around, fault = item.parentItem(), ""
        while around is not None and not around.inherits("QQuickFlickable"):
            holds = around.inherits("QQuickRectangle") or around.inherits("QQuickAbstractButton")
            if holds and not fault and not _inside(letters, _room(around)):
                kind = around.metaObject().className().partition("_")[0]
                fault = f"{text!r} outside {around.objectName() or kind}"
            around = around.parentItem()
        if around is not None and not _room(around).intersects(letters):
            continue  # scrolled away: nobody sees it
        found += [fault] if fault else []
        scrolled = around is not None
        sideways = letters.left() < -1 or letters.right() > window.right() + 1
        if item.property("truncated") or sideways or not (scrolled or _inside(letters, window)):
            found.append(f"{text!r} cut off")
    return found


def _room(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _inside(letters: QRectF, room: QRectF) -> bool:
    # fonts reserve more above and below than letters use: two pixels are no overflow
    return room.adjusted(-2, -2, 2, 2).contains(letters)


@pytest.mark.parametrize(("shape", "language", "text_size", "theme"), VARIANTS)
def test_every_page_fits(
    full_center: Any,
    open_kiosk: Any,
    made_languages: None,
    shape: str,
    language: str,
    text_size: int,
    theme: str,
) -> None:
    at = VARIANTS.index((shape, language, text_size, theme))
    person = open_kiosk(
        size=SIZES[shape], language=language, hid=at % 2 == 0, pin="260411",
        languages=("vi", "en", language),
    )  # fmt: skip
    person.open.reader.look.choose_text_size(text_size)
    person.open.reader.look.choose_theme(theme)
    seen: list[str] = []

    def look(page: str) -> None:
        if shape == "uhd" and page not in ("home", "service-birth", "number"):
            return  # four times the pixels: what differs is the scale alone
        if os.environ.get("LAYSO_PICTURES"):
            person.picture(f"kiosk-{page}-{shape}-{language}-{text_size}-{theme}")
        small = person.window.grabWindow().scaled(40, 22)
        colours = {small.pixel(x, y) for x in range(40) for y in range(22)}
        assert len(colours) > 3, "something is painted"
        seen.extend(f"{page}: {text}" for text in overflowing(person))

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
