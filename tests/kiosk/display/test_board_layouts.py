"""Layouts as data: each of ours keeps its promises in every size, and a wrong one is refused."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from layso_assets import files
from layso_assets.languages import LANGUAGES, Texts
from layso_kiosk.display.layout import PARTS, LayoutWrong, read_layout
from layso_kiosk.display.stage import Stage
from layso_kiosk.look.program import Program
from layso_kiosk.look.touch import find, look_up
from notice_picture import draw_notice

Hang = Callable[..., Any]
Take = Callable[[Program, str], Path]

OURS = sorted(file.stem for file in files.path("boards").glob("*.toml"))
WIDE, SMALL, HIGH = (1920, 1080), (1366, 768), (1080, 1920)
SIZES = {
    "landscape": (WIDE, SMALL),
    "landscape-media": (WIDE,),
    "portrait": (HIGH,),
    "portrait-media": (HIGH,),
    "calls-only": (WIDE, HIGH),
}


def _painted(file: Path, item: QQuickItem, colour: str) -> int:
    """Return how many pixels high the letters of this colour are in the picture."""
    image, place = QImage(str(file)), item.mapRectToScene(item.boundingRect()).toRect()
    wanted = QColor(colour).rgb()
    rows = [
        y
        for y in range(max(0, place.top()), min(image.height(), place.bottom()))
        if any(
            image.pixel(x, y) == wanted
            for x in range(max(0, place.left()), min(image.width(), place.right()), 2)
        )
    ]
    return rows[-1] - rows[0] + 1


def _rectangle(item: QQuickItem) -> Any:
    return item.mapRectToScene(item.boundingRect())


@pytest.mark.parametrize(("name", "size"), [(n, size) for n in OURS for size in SIZES[n]])
def test_the_newest_call_is_painted_a_twelfth_of_the_screen_high(
    hall: Hang, day: Any, take_picture: Take, tmp_path: Path, qtbot: QtBot, name: str, size: Any
) -> None:
    draw_notice(tmp_path / "notice.png", (1340, 590) if size == WIDE else (1000, 640))
    program, board = hall(size, stage=Stage(name, tmp_path if name.endswith("media") else None))
    program.look.choose_reduced_motion(True)
    board.take(day.busy().told())
    if name.endswith("media"):
        picture = find(program.window, "media_picture")
        qtbot.waitUntil(lambda: picture.property("progress") == 1.0, timeout=20_000)
        assert picture.property("paintedWidth") >= 0.95 * picture.width()
    day.call("A029", 1)
    board.take(day.told())
    file = take_picture(program, f"layout-{name}-{size[0]}")
    number = find(program.window, "hero_number")
    assert _painted(file, number, program.look.colours["on_accent"]) >= size[1] / 12
    hero = find(program.window, "hero")
    assert hero.width() * hero.height() >= size[0] * size[1] / 3
    parts = [look_up(program.window, one) for one in ("hero", "recent", "counters", "lines")]
    parts += [look_up(program.window, "media")]
    shown = [_rectangle(part) for part in parts if part is not None and part.isVisible()]
    body = _rectangle(find(program.window, "body"))
    assert len(shown) == len(read_layout(name))
    for index, part in enumerate(shown):
        assert body.adjusted(-1, -1, 1, 1).contains(part)
        assert not any(part.intersects(other) for other in shown[index + 1 :])


def test_a_narrow_plate_says_in_words_that_its_counter_pauses(hall: Hang, day: Any) -> None:
    program, board = hall(WIDE, stage=Stage("landscape-media"))
    board.take(day.busy().told())
    words = find(program.window, "counter_6_state")
    assert words.isVisible()
    assert words.property("text").split() == Texts("vi").say("display.counters.paused").split()
    assert words.property("font").pixelSize() >= 18
    assert words.property("paintedWidth") <= find(program.window, "counter_6").width() * 0.66


def test_more_counters_than_fit_take_turns(hall: Hang, day: Any, qtbot: QtBot) -> None:
    program, board = hall(WIDE, stage=Stage("landscape-media"))
    for number in range(9, 25):
        day.counter(number, ticket={"id": "x", "number": f"A{number:03d}", "state": "called"})
    board.take(day.busy().told())
    counters = find(program.window, "counters")
    assert counters.property("pages") > 1
    seen: set[int] = set()
    for turn in range(int(counters.property("pages"))):
        counters.setProperty("turn", turn)
        cells = [find(program.window, f"counter_{number}") for number in range(1, 25)]
        seen |= {number for number, cell in enumerate(cells, start=1) if cell.isVisible()}
        assert all(cell.height() >= 60 for cell in cells if cell.isVisible())
    assert seen == set(range(1, 25))


def test_ours_are_the_ones_that_are_named(tmp_path: Path) -> None:
    assert set(OURS) == set(SIZES)
    assert {part for name in OURS for part in read_layout(name)} == set(PARTS)
    own = tmp_path / "own.toml"
    own.write_text(files.path("boards", "landscape.toml").read_text("utf-8"), "utf-8")
    assert read_layout(str(own)) == read_layout("landscape")


CALL = "[call]\nx = 0.0\ny = 0.0\nwidth = 1.0\nheight = 0.5\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[call", "unreadable"),
        ("[clock]\nx = 0\n", "unknown_part"),
        ("[recent]\nx = 0\ny = 0\nwidth = 1\nheight = 0.2\n", "small_call"),
        (CALL.replace("0.5", "0.3"), "small_call"),
        (CALL + "[recent]\nx = 0\ny = 0.4\nwidth = 1\nheight = 0.2\n", "overlap"),
        (CALL + "[recent]\nx = 0.5\ny = 0.5\nwidth = 0.6\nheight = 0.2\n", "bad_place"),
        (CALL + '[recent]\nx = 0\nbelow = "media"\nwidth = 1\nuntil = 1\n', "bad_place"),
        (CALL + "[recent]\nx = 0\ny = 0.5\nwidth = 1\n", "bad_place"),
    ],
)
def test_a_layout_that_would_hide_something_is_refused_with_a_sentence(
    tmp_path: Path, text: str, fault: str
) -> None:
    file = tmp_path / "board.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(LayoutWrong) as refused:
        read_layout(str(file))
    assert refused.value.key == fault
    for language in LANGUAGES:
        said = Texts(language).say(f"display.layout.{fault}", **refused.value.values)
        assert "{" not in said
    with pytest.raises(LayoutWrong):
        read_layout("no such layout")
    assert tomllib.loads(files.path("boards", "landscape.toml").read_text("utf-8"))
