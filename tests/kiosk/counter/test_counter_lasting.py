"""A bar that stays open all day: nothing it shows may be thrown away behind its back."""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from layso_kiosk.counter.opening import Counter
from layso_kiosk.look.touch import find, names, press_key


def test_the_buttons_outlive_qmls_own_collector(
    open_counter: Callable[..., Counter], busy: Any, qtbot: QtBot
) -> None:
    # The narrow bar makes its likely buttons anew at each step, and drops those it had.
    counter = open_counter(busy, size=(800, 800))
    window = counter.program.window
    for round_of_the_day in range(3):
        for press in ("F9", "F7", "F6"):
            press_key(window, press)
            counter.station.monotonic.now += 1_000  # type: ignore[attr-defined]
            window.engine().collectGarbage()
            qtbot.wait(1)  # what was collected is deleted by the event loop
        assert find(window, "call-next").isVisible(), round_of_the_day
    press_key(window, "F9")
    assert {"start", "recall", "no-show"} <= set(names(window))
    assert counter.program.faults == []


def _of_its_own(model: QObject) -> bool:
    own, of_class = model.metaObject(), type(model).staticMetaObject
    return shiboken6.getCppPointer(own) != shiboken6.getCppPointer(of_class)


def test_no_view_model_has_a_metaobject_of_its_own(
    open_counter: Callable[..., Counter], busy: Any
) -> None:
    # QML remembers properties by the metaobject's address: one that is freed makes later objects
    # at the same place read as undefined (an undecorated receiver is enough)
    counter = open_counter(busy)
    for press in ("F9", "F10", "F7", "F5"):
        press_key(counter.program.window, press)
        counter.station.monotonic.now += 1_000  # type: ignore[attr-defined]
    panel = counter.panel
    inner = {"visit": panel.visit, "bookings": panel.bookings, "line": panel.line}
    inner |= {"undo": counter.buttons.of("undo"), "look": counter.program.look}
    models = {**counter.models, **inner, "station": counter.station, "texts": counter.texts}
    assert [name for name, model in models.items() if _of_its_own(model)] == []
