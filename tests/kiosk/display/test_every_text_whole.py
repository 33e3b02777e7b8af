"""By rule: no text of a board or a sign is cut, leaves its place or touches another."""

import copy
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem

from layso_kiosk.display.stage import Stage
from layso_kiosk.look.program import Program
from layso_kiosk.look.touch import items, look_up

Hang = Callable[..., Any]
WIDE, SMALL, HIGH, FINE, TINY = (1920, 1080), (1366, 768), (1080, 1920), (3840, 2160), (800, 480)
BOARDS = [
    *(("landscape", size) for size in (WIDE, SMALL, FINE)),
    *(("landscape-media", size) for size in (WIDE, SMALL)),
    *((name, HIGH) for name in ("portrait", "portrait-media", "calls-only")),
    ("calls-only", WIDE),
]
LANGUAGES = ("vi", "en", "km")
LEAST = 54
"""Of a screen's shorter side, the line of any text: 20 pixels of 1080, read from three metres."""
LONG = (
    (
        "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền của nước ngoài "
        "cấp, công nhận",
        "Certified copies from originals of papers issued or recognised by authorities of another "
        "country",
    ),
    (
        "Đăng ký khai sinh kết hợp nhận cha, mẹ, con có yếu tố nước ngoài tại khu vực biên giới, "
        "vùng sâu, vùng xa và hải đảo",
        "Birth registration with recognition of a parent from abroad, in border regions, remote "
        "areas and on islands",
    ),
    (
        "Cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với "
        "đất lần đầu cho hộ gia đình, cá nhân, cộng đồng dân cư đang sử dụng đất ổn định tại khu "
        "vực chưa đo vẽ bản đồ cũ",
        "First certificate of land use rights and of ownership of housing and of other assets on "
        "the land for households, persons and communities in stable use of land in areas that "
        "were never mapped before now",
    ),
)
"""Names that differ only at their ends would be the same service if they were cut; the last one
is as long as the settings allow."""
WHY = "Mất điện toàn khu vực để sửa đường dây, dự kiến có điện lại vào đầu giờ chiều"
"""As long a reason for a closure as a board shows."""

CENTER = {
    "vi": "Trung tâm Phục vụ hành chính công đặc khu Côn Đảo, cơ sở số hai tại Bến Đầm",
    "en": "Public Administration Service Center of the Côn Đảo Special Zone, second site",
}


def _painted(item: QQuickItem) -> QRectF:
    """Return where the letters stand, in the window: a text's own bounds follow its alignment."""
    return QRectF(item.mapRectToScene(item.boundingRect()))


def _surface(item: QQuickItem) -> QRectF:
    """Return the nearest coloured surface around a text, which ends at the window's edge."""
    around = item.parentItem()
    while around.parentItem() is not None:
        if "Rectangle" in around.metaObject().className() or around.clip():
            break
        around = around.parentItem()
    return QRectF(around.mapRectToScene(around.boundingRect()))


def _faults(program: Program) -> list[str]:
    program.window.grabWindow()  # lays out what waits to be laid out
    texts = [
        item
        for item in items(program.window)
        if item.inherits("QQuickText") and item.isVisible() and item.property("text")
    ]
    assert len(texts) >= 2
    found, placed = [], []
    for item in texts:
        said, place = item.property("text"), _painted(item)
        if item.property("truncated"):
            found.append(f"cut: {said}")
        # a line's box is higher than its letters: a fifth of it, above and below, is air
        air = item.property("font").pixelSize() * 0.2
        around = _surface(item).adjusted(-1, -1, 1, 1)
        if not around.contains(place.adjusted(0, air, 0, -air) if said.isascii() else place):
            found.append(f"outside: {said} {place} {around}")
        line = float(item.property("paintedHeight")) / int(item.property("lineCount"))
        if line < min(program.window.width(), program.window.height()) / LEAST:
            found.append(f"too small: {said} {line}")
        placed.append((said, place.adjusted(1, air, -1, -air)))
    for (one, here), (other, there) in combinations(placed, 2):
        if here.intersects(there):
            found.append(f"touching: {one} / {other}")
    return found


def _days(day: Any) -> Iterator[str]:
    """Lead a day through all that a board says; what is set stays set."""
    yield "not heard yet"
    yield "nothing called yet"
    day.busy()
    yield "called a while ago"
    day.call("Z12-31", 1)
    yield "called now"
    for service, (vi, en) in zip(day.data["services"], LONG, strict=False):
        service["name"] = {"vi": vi, "en": en}
    day.data["center"]["name"] = CENTER
    yield "long names"
    for number in range(9, 21):
        day.counter(number, ticket={"id": "x", "number": f"Z1-{number:02d}", "state": "called"})
    for code in "BCDFGIJOPQR":
        day.data["services"].append({**copy.deepcopy(day.data["services"][1]), "series": code})
    yield "twenty counters, twenty services"
    opening = {"closed_reason": "after_closing", "next_opening": "2026-11-24T07:30:00+07:00"}
    day.seconds += 60
    day.data["day"] |= {"state": "closed"} | opening
    yield "closed"
    day.data["day"] |= {"closed_reason": "closure", "closure": {"vi": WHY, "en": WHY}}
    yield "closed by staff"


@pytest.mark.parametrize(("layout", "size"), BOARDS)
def test_every_text_of_a_board_is_whole(
    hall: Hang, day: Any, layout: str, size: tuple[int, int]
) -> None:
    program, board = hall(size, stage=Stage(layout))
    program.look.choose_reduced_motion(True)
    faults = {}
    for state in _days(day):
        if state != "not heard yet":
            board.take(day.told())
        for language in LANGUAGES:
            program.texts.choose(language)
            faults[state, language] = _faults(program)
        if state == "called now":
            number = look_up(program.window, "hero_number")
            assert number is not None
            assert number.property("text") == "Z12-31"
            capitals = QFontMetricsF(number.property("font")).capHeight()
            assert capitals >= size[1] / 12, "the longest number, too, is read from ten metres"
    board.link("stale")
    day.seconds += 20
    board.tick()
    faults["stale", "km"] = _faults(program)
    assert {about: found for about, found in faults.items() if found} == {}


@pytest.mark.parametrize("size", [WIDE, SMALL, HIGH, FINE, TINY])
def test_every_text_of_a_sign_is_whole_and_its_words_stand_in_the_middle(
    hall: Hang, day: Any, size: tuple[int, int]
) -> None:
    program, board = hall(size, counter=3)
    program.look.choose_reduced_motion(True)
    faults = {("not heard yet", ""): _faults(program)}
    called = {"ticket": {"id": "x", "number": "Z12-31", "state": "serving"}}
    states = [called, {"ticket": None}, {"state": "paused"}, {"state": "closed"}]
    for services in ("H", "HLKXN", "AHLKXNESM", "long"):
        if services == "long":
            services = "AHLKXNESM"
            for at, service in enumerate(day.data["services"]):
                service["name"] = dict(zip(("vi", "en"), LONG[at % 3], strict=True))
        for change in states:
            day.counter(3, services, **{"state": "open", **change})
            board.take(day.told())
            for language in LANGUAGES:
                program.texts.choose(language)
                faults[f"{change} {services}", language] = _faults(program)
    day.counter(3, state="open", ticket=None)
    day.call("H020", 3)
    board.take(day.told())
    faults["called", "km"] = _faults(program)
    assert {about: found for about, found in faults.items() if found} == {}
    now, number, words = (
        next(item for item in items(program.window) if item.objectName() == name)
        for name in ("desk_now", "desk_number", "desk_state")
    )
    middle = now.mapRectToScene(now.boundingRect()).center().x()
    assert abs(_painted(number).center().x() - middle) <= 1
    assert abs(_painted(words).center().x() - middle) <= 1
