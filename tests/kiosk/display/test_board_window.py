"""The board in a real window: what is seen, in every size, theme and state."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtQuick import QQuickItem

from layso_assets.languages import LANGUAGES
from layso_kiosk.look.program import Program
from layso_kiosk.look.touch import find, items

SIZES = [(1920, 1080), (1080, 1920), (1366, 768), (3840, 2160)]
Hang = Callable[..., Any]


def _text(program: Program, name: str) -> str:
    return str(find(program.window, name).property("text"))


def _letters(item: QQuickItem) -> float:
    """Return the height of a capital letter in pixels."""
    return QFontMetricsF(item.property("font")).capHeight()


def _visible_texts(program: Program) -> list[QQuickItem]:
    return [
        item
        for item in items(program.window)
        if item.metaObject().className().startswith("Prose")
        and item.isVisible()
        and item.property("text")
    ]


def _inside_its_cell(item: QQuickItem) -> bool:
    """Whether the letters stand within the nearest surface around them."""
    cell = item.parentItem()
    while cell is not None and "Rectangle" not in cell.metaObject().className():
        cell = cell.parentItem()
    if cell is None:
        return True
    left = item.mapToItem(cell, QPointF(0, 0)).x()
    return bool(left >= -1 and left + item.property("paintedWidth") <= cell.width() + 1)


@pytest.mark.parametrize("size", SIZES)
def test_the_newest_call_fills_a_third_and_can_be_read_from_afar(
    hall: Hang, day: Any, size: tuple[int, int], take_picture: Callable[[Program, str], Path]
) -> None:
    program, board = hall(size)
    program.look.choose_reduced_motion(True)
    board.take(day.busy().told())
    day.call("A029", 1)
    board.take(day.told())
    hero = find(program.window, "hero")
    assert hero.width() * hero.height() >= size[0] * size[1] / 3
    number = find(program.window, "hero_number")
    assert number.property("text") == "A029"
    assert _letters(number) >= size[1] / 12
    assert number.property("implicitWidth") <= hero.width()
    assert _letters(find(program.window, "hero_counter")) >= size[1] / 24
    take_picture(program, f"board-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("busy", [8, 24])
def test_nothing_runs_over_its_place(
    hall: Hang, day: Any, size: tuple[int, int], busy: int
) -> None:
    program, board = hall(size)
    program.look.choose_reduced_motion(True)
    for number in range(9, busy + 1):
        day.counter(number, ticket={"id": "x", "number": f"Z1-{number:02d}", "state": "called"})
    day.data["services"][0]["name"] = {"vi": "Chứng thực " * 20, "en": "Certified " * 20}
    day.data["center"]["name"] = {"vi": "Trung tâm " * 15, "en": "Center of the " * 15}
    board.take(day.busy().told())
    day.call("Z12-31", busy)
    board.take(day.told())
    outside = []
    for language in LANGUAGES:
        program.texts.choose(language)
        program.window.grabWindow()  # lays out what waits to be laid out
        for item in _visible_texts(program):
            wide, place = item.property("paintedWidth"), item.mapToScene(QPointF(0, 0))
            if (
                not -1 <= place.x() <= size[0] - wide + 1
                or not -1 <= place.y() <= size[1] - item.property("paintedHeight") + 1
                or wide > item.width() + 1
                or not _inside_its_cell(item)
            ):
                outside.append((language, item.property("text"), place, wide, item.width()))
    assert outside == []


def test_what_stands_beside_the_number_never_touches_it(hall: Hang, day: Any) -> None:
    for size, language in (((1080, 1920), "en"), ((1366, 768), "en"), ((1920, 1080), "vi")):
        program, board = hall(size, language=language)
        board.take(day.busy().told())
        for index in range(8):
            number = find(program.window, f"recent_{index}_number")
            assert number.property("paintedWidth") <= number.width() + 1


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_lit_call_is_seen_by_more_than_colour(
    hall: Hang, day: Any, theme: str, take_picture: Callable[[Program, str], Path]
) -> None:
    program, board = hall()
    program.look.choose_theme(theme)
    program.look.choose_reduced_motion(True)
    board.take(day.busy().told())
    day.call("A029", 1)
    board.take(day.told())
    image = QImage(str(take_picture(program, f"board-{theme}")))
    hero = find(program.window, "hero")
    place = hero.mapRectToScene(hero.boundingRect())
    corner = QColor(image.pixel(int(place.left()) + 60, int(place.top()) + 14))
    assert corner == QColor(program.look.colours["accent"])
    day.seconds += 21
    board.tick()
    assert hero.property("lit") is False
    assert find(program.window, "counter_1").property("row")["lit"] is False


def test_a_lost_connection_greys_the_board_and_says_since_when(
    hall: Hang, day: Any, take_picture: Callable[[Program, str], Path]
) -> None:
    program, board = hall()
    board.take(day.busy().told())
    assert find(program.window, "body").property("opacity") == 1
    assert not find(program.window, "lost").isVisible()
    board.link("stale")
    day.seconds += 20
    board.tick()
    assert find(program.window, "body").property("opacity") < 0.6
    assert _text(program, "lost").startswith("Mất kết nối từ 09:41")
    assert _text(program, "hero_number") == "H019"
    take_picture(program, "board-stale")
    board.link("fresh")
    assert not find(program.window, "lost").isVisible()


@pytest.mark.parametrize("size", SIZES[:3])
def test_a_closed_day_is_a_sentence(
    hall: Hang, day: Any, size: tuple[int, int], take_picture: Callable[[Program, str], Path]
) -> None:
    opening = {"closed_reason": "lunch", "next_opening": "2026-11-23T13:30:00+07:00"}
    day.busy().data["day"] |= {"state": "closed"} | opening
    program, board = hall(size)
    board.take(day.told())
    assert _text(program, "state_title") == "Trung tâm đang nghỉ trưa"
    assert _text(program, "state_sentence") == "Mở lại lúc 13:30 hôm nay."
    assert not find(program.window, "hero_number").isVisible()
    take_picture(program, f"board-closed-{size[0]}x{size[1]}")
