"""The bar on its desktop: tray, screens, and what a screen reader is told of every control."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

import pytest
from PySide6.QtCore import QRect, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.keys import read_keys
from layso_kiosk.counter.opening import Counter
from layso_kiosk.counter.settings import Settings
from layso_kiosk.counter.tray import ACTS, Tray
from layso_kiosk.look.touch import centre, items, names, press_key

Open = Callable[..., Counter]
Role = QAccessible.Role


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


def _taking_input(counter: Counter) -> list[QQuickItem]:
    """Every visible item that a pointer or a key can use, the innermost of each control."""
    found = []
    for item in items(counter.program.window):
        name = item.metaObject().className()
        pointed = _is_area(item) and item.isEnabled()
        typed = name.startswith("QQuickTextInput")
        pressed = item.inherits("QQuickAbstractButton")
        # a field and a list hand the focus on to what lies in them
        tabbed = item.property("activeFocusOnTab") and not item.isFocusScope()
        row = name.startswith("TicketCell")
        if item.isVisible() and (pointed or typed or pressed or tabbed or row):
            found.append(item)
    return found


EAR = b"""
import QtQuick
QtObject {
    function role(item: Item): int { return item.Accessible.role }
    function name(item: Item): string { return item.Accessible.name }
}
"""


class Ear:
    """Hears what QML tells a screen reader about an item, or about what it lies in."""

    def __init__(self, counter: Counter) -> None:
        component = QQmlComponent(counter.program.window.engine())
        component.setData(EAR, QUrl())
        self._component, self._qml = component, component.create()

    def __call__(self, item: QQuickItem | None) -> tuple[str, Role]:
        while item is not None:
            role = Role(int(self._qml.role(item)))
            if role != Role.NoRole:
                return str(self._qml.name(item)), role
            item = _beside(item) or item.parentItem()
        return "", Role.NoRole


def _beside(item: QQuickItem) -> QQuickItem | None:
    """Return the button over a pointer area: it says why it is disabled when it is pressed."""
    around = item.parentItem()
    others = around.childItems() if around and _is_area(item) else []
    return next((one for one in others if one is not item and one.size() == item.size()), None)


def _is_area(item: QQuickItem) -> bool:
    return bool(item.metaObject().className().startswith("QQuickMouseArea"))


def _sheets(counter: Counter, qtbot: QtBot) -> Iterator[str]:
    yield "idle"
    for key in ("F9", "F10"):
        press_key(counter.program.window, key)
        counter.station.monotonic.now += 1_000  # type: ignore[attr-defined]
        if key == "F10":
            qtbot.waitUntil(lambda: "row-H001" in names(counter.program.window), timeout=20_000)
        yield key
    counter.place.toggle_size()
    qtbot.waitUntil(
        lambda: {"tab-line", "row-H001"} <= set(names(counter.program.window)), timeout=20_000
    )
    yield "compact"
    for key in ("F7", "F3"):
        press_key(counter.program.window, key)
        counter.station.monotonic.now += 1_000  # type: ignore[attr-defined]
    counter.ask.choose("other")
    yield "transfer"


def test_every_control_has_a_name_and_a_role(open_counter: Open, busy: Any, qtbot: QtBot) -> None:
    counter = open_counter(busy, signed_in=False)
    nameless, seen, ear = [], 0, Ear(counter)
    for state in chain(["signed out"], _sheets_after_sign_in(counter, qtbot)):
        for item in _taking_input(counter):
            name, role = ear(item)
            seen += 1
            if not name or role == Role.NoRole:
                nameless.append((state, item.metaObject().className(), item.objectName(), name))
    del ear
    assert nameless == []
    assert seen > 100


def _sheets_after_sign_in(counter: Counter, qtbot: QtBot) -> Iterator[str]:
    counter.sign_in.submit("nv01", "260411")
    yield from _sheets(counter, qtbot)


def test_buttons_fields_and_answers_say_what_they_are(
    open_counter: Open, busy: Any, qtbot: QtBot
) -> None:
    counter = open_counter(busy, signed_in=False)
    ear = Ear(counter)
    roles = {ear(item)[1] for item in _taking_input(counter)}
    for _ in _sheets_after_sign_in(counter, qtbot):
        roles |= {ear(item)[1] for item in _taking_input(counter)}
    assert roles >= {
        *(Role.Button, Role.EditableText, Role.RadioButton, Role.CheckBox),
        *(Role.PageTab, Role.ListItem, Role.Grip),
    }


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
    for item in _taking_input(counter):
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
