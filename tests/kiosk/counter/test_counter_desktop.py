"""The bar on its desktop: its tray, its screen, and the keyboard's way through it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.keys import read_keys
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.settings import Settings
from layso_kiosk.counter.tray import ACTS, Tray
from layso_kiosk.look.touch import centre, names, press_key
from screen_reader import taking_input

Open = Callable[..., Counter]


@pytest.fixture
def tray(open_counter: Open, busy: Any) -> Iterator[tuple[Tray, Counter]]:
    counter = open_counter(busy)
    icon = Tray(counter)
    yield icon, counter
    icon.close()


def test_the_tray_says_what_the_counter_does_and_calls(tray: Any) -> None:
    icon, counter = tray
    assert icon.words == "Quầy 3\nĐang mở\n4 chờ · lâu nhất 35 phút"
    assert icon.offered()["Gọi tiếp"] is True
    icon.do("call-next")
    assert icon.words.startswith("Quầy 3\nĐang mở\nH003 · Đang mời\n")
    assert icon.offered()["Gọi tiếp"] is False
    assert len(icon.offered()) == len(ACTS)
    counter.texts.choose("en")
    assert "Call next" in icon.offered()


def test_by_tab_alone_every_open_control_of_the_panel_is_reached(
    open_counter: Open, busy: Any, qtbot: QtBot
) -> None:
    counter = open_counter(busy)
    window = counter.program.window
    press_key(window, "F9")
    counter.station.monotonic.now += 1_000  # type: ignore[attr-defined]
    press_key(window, "F10")
    qtbot.waitUntil(lambda: "heading-parked" in names(window), timeout=20_000)
    reached: list[QQuickItem] = []
    while len(reached) < 80:
        press_key(window, "Tab")
        reached.append(window.activeFocusItem())
    assert {item.objectName() for item in reached} >= {
        *("recall", "start", "no-show", "undo", "pause", "panel", "help"),
        *("confirm-priority", "reject-priority", "dossier-codes-input", "paper-0", "also-A"),
        *(
            "heading-service-H",
            "heading-parked",
            "language",
            "theme",
            "text-size",
            "bar-size",
            "sign-out",
        ),
    }


def test_the_bar_comes_back_to_its_screen(tmp_path: Any, open_counter: Open, busy: Any) -> None:
    counter = open_counter(busy)
    name = counter.program.window.screen().name()
    counter.place._moving = True
    counter.place._settle()
    assert counter.settings.chosen.screen == name
    assert Settings(counter.settings._file.parent).chosen.screen == name
    counter.settings.change(screen="a monitor that was taken away")
    again = Counter(busy, 3, read_keys(), counter.settings, area=QRect(0, 0, 1366, 768))
    assert again.program.window.screen().name() == name
    again.close()


@pytest.mark.parametrize("size", [(1366, 768), (3840, 2160)])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_button_of_the_bar_leaves_the_screen(
    open_counter: Open, busy: Any, size: Any, percent: int
) -> None:
    counter = open_counter(busy, size=size)
    counter.program.look.choose_text_size(percent)
    press_key(counter.program.window, "F9")
    press_key(counter.program.window, "F10")
    outside = []
    for item in taking_input(counter):
        centre(item)
        place = item.mapRectToScene(item.boundingRect())
        inside_list = any("List" in name or "Flickable" in name for name in _around(item))
        if not inside_list and not (place.left() >= -1 and place.right() <= size[0] + 1):
            outside.append((item.objectName(), place))
    assert outside == []
    assert counter.program.window.height() <= size[1]


def _around(item: QQuickItem) -> Iterator[str]:
    around: QQuickItem | None = item
    while around is not None:
        yield around.metaObject().className()
        around = around.parentItem()
