"""A bar that stays open all day: nothing it shows may be thrown away behind its back."""

from collections.abc import Callable
from typing import Any

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
